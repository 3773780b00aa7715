import { parseCalendarDate } from '../model/calendar-date.ts';
import type { Naming } from '../model/notice.ts';

/** What is known of the variables; an unknown organisation may be any. */
export interface KnownNames {
  readonly org: string | undefined;
  readonly categories: readonly string[];
}

/**
 * Whether a name begins as the pattern asks: every material in a bundle does, and may go on after it (图1, 推荐表 …).
 * Any day that exists may stand as the date.
 */
export function matchesPattern(stem: string, naming: Naming, names: KnownNames): boolean {
  const match = new RegExp(`^${source(naming, names)}`, 'u').exec(stem.normalize('NFC'));
  if (!match) return false;
  const { yyyy, MM, dd } = match.groups ?? {};
  return yyyy === undefined || parseCalendarDate(`${yyyy}-${MM ?? '01'}-${dd ?? '01'}`) !== undefined;
}

function source(naming: Naming, { org, categories }: KnownNames): string {
  return naming.pattern
    .split(/(\{\w+\})/)
    .map((piece) => {
      switch (piece) {
        case '{org}':
          return org === undefined ? '.+' : escape(org.normalize('NFC'));
        case '{category}':
          return `(?:${categories.map((name) => escape(name.normalize('NFC'))).join('|')})`;
        case '{date}':
          return dateSource(naming.date);
        default:
          return /^\{\w+\}$/.test(piece) ? '.+' : escape(piece);
      }
    })
    .join('');
}

function dateSource(format: string): string {
  return escape(format)
    .replace('yyyy', '(?<yyyy>\\d{4})')
    .replace('MM', '(?<MM>\\d{2})')
    .replace('dd', '(?<dd>\\d{2})');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
