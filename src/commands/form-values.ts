import type { CalendarDate } from '../model/calendar-date.ts';
import type { FormValues } from '../model/form.ts';
import type { Item } from '../model/materials.ts';
import type { InfoField } from '../model/notice.ts';
import type { Config } from './parse-config.ts';

export interface FormSource {
  readonly item: Item;
  readonly categoryName: string;
  readonly org: string;
  readonly date: CalendarDate;
  readonly contact?: Config['contact'];
  /** What a person answered when asked, by label. */
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * What can be written into a form about one work: from the config, from what a person says of the work, and from the
 * files themselves. A person's own words, by label, come last and win.
 */
export function formValues({ item, categoryName, org, date, contact, answers }: FormSource): FormValues {
  const known: Record<string, string | undefined> = {
    unit: org,
    title: item.title,
    category: categoryName,
    author: said(item, 'authors'),
    presenter: said(item, 'presenter'),
    topic: said(item, 'topic'),
    keywords: said(item, 'keywords'),
    指导教师: said(item, 'advisors'),
    作品日期: said(item, 'date'),
    summary: said(item, 'summary'),
    contact: contact?.name,
    phone: contact?.phone,
    email: contact?.email,
    fillDate: date,
    duration: durationOf(item),
    words: wordsOf(item),
    // The project's own forms offer kinds of work here, not the notice's categories.
    作品类别: kindOf(item),
  };
  const values = Object.entries(known).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { ...Object.fromEntries(values), ...item.info?.others, ...answers };
}

function said(item: Item, field: InfoField): string | undefined {
  const value = item.info?.fields[field];
  return typeof value === 'string' ? value : value?.join('、');
}

function kindOf({ parts }: Item): string | undefined {
  const roles = new Set(parts.map(({ role }) => role));
  if (roles.has('video')) return '视频';
  if (roles.has('text')) return '文字';
  return roles.has('photo') ? '图片' : undefined;
}

/** Of the work's only film, as it plays; two films have no one length. */
function durationOf({ parts }: Item): string | undefined {
  const [film, ...others] = parts.filter(({ role }) => role === 'video' || role === 'audio');
  // A form that asks for a length of pictures or texts wants to be told that there is none.
  if (!film) return '无';
  const seconds = film.facts.video?.duration ?? film.facts.audio?.duration;
  if (seconds === undefined || others.length > 0) return undefined;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}分${String(whole % 60).padStart(2, '0')}秒`;
}

function wordsOf({ parts }: Item): string | undefined {
  const [text, ...others] = parts.filter(({ role }) => role === 'text');
  const words = text?.facts.text?.words;
  return words === undefined || others.length > 0 ? undefined : String(words);
}
