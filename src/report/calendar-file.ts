import type { CalendarDate } from '../model/calendar-date.ts';
import type { Deadline } from '../model/notice.ts';
import type { Language } from '../model/report.ts';
import type { CategoryStatus, Status, StatusStep } from '../model/status.ts';

/** Days before a due date at whose morning a calendar reminds. */
const WARN_DAYS = 3;

/**
 * The due dates, and the steps with a day of their own, as an iCalendar file (RFC 5545): all-day events that remind three days before. `now` stamps it (UTC).
 * Reading a newer one in replaces the same events, as their UIDs stay.
 */
export function calendarFile(
  { notice, steps, categories }: Pick<Status, 'notice' | 'steps' | 'categories'>,
  now: Date,
  language: Language,
): string {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//four-ones//four-ones//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(notice.title)}`,
    ...eventsOf({ notice, steps, categories }, language).flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

interface CalendarEvent {
  readonly uid: string;
  readonly on: CalendarDate;
  readonly monthly?: NonNullable<Deadline['monthly']>;
  readonly summary: string;
  readonly notes: readonly (string | undefined)[];
}

/** Every due date, and every step that has a day of its own. */
function eventsOf(
  { notice, steps, categories }: Pick<Status, 'notice' | 'steps' | 'categories'>,
  language: Language,
): readonly CalendarEvent[] {
  const zh = language === 'zh';
  const title = `${notice.title} (${notice.id})`;
  const timed = (at: string | undefined) =>
    at === undefined ? undefined : zh ? `当天 ${at}（北京时间）截止` : `until ${at} Beijing time on that day`;
  const ofSteps = (own: readonly StatusStep[], category?: Pick<CategoryStatus, 'id' | 'name'>) =>
    own.map(({ text, due: { on, at } }, index): CalendarEvent => {
      const whose = category === undefined ? '' : zh ? `（${category.name}）` : ` (${category.name})`;
      return {
        uid: uidOf(notice.id, category?.id ?? 'notice', on, `step-${index + 1}`),
        on,
        summary: `${zh ? '要办：' : 'To do: '}${text}${whose}`,
        notes: [timed(at), title],
      };
    });
  const ofDeadlines = ({ id, name, deadlines }: CategoryStatus) =>
    deadlines.map(({ on, at, from, label, rolling, monthly }, index): CalendarEvent => {
      const place = monthly ? `monthly-${monthly.day}` : String(index + 1);
      const since = from === undefined ? undefined : zh ? `${from} 起收` : `taken from ${from}`;
      const until = zh ? '随有随报，到这天为止' : 'handed in as it comes, until this day';
      return {
        uid: uidOf(notice.id, id, monthly?.until ?? on, place),
        on,
        ...(monthly && { monthly }),
        summary: zh ? `报送截止：${name}` : `Due: ${name}`,
        notes: [label, timed(at), since, rolling ? until : undefined, title],
      };
    });
  return [
    ...ofSteps(steps),
    ...categories.flatMap((category) => [...ofDeadlines(category), ...ofSteps(category.steps, category)]),
  ];
}

function eventLines({ uid, on, monthly, summary, notes }: CalendarEvent, stamp: string): readonly string[] {
  const told = notes.filter((note) => note !== undefined);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    // The day after: an end is exclusive (RFC 5545 3.6.1).
    `DTEND;VALUE=DATE:${compact(dayAfter(on))}`,
    ...(monthly ? [`RRULE:${recurrenceOf(monthly)}`] : []),
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(told.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(summary)}`,
    `TRIGGER:-P${WARN_DAYS}D`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** Of the due date, not of its day: one that is put off replaces itself. Another year is another event. */
function uidOf(notice: string, category: string, on: CalendarDate, place: string): string {
  const ascii = (text: string) => encodeURIComponent(text).replace(/[^\w.-]/g, '_');
  return `${ascii(notice)}-${on.slice(0, 4)}-${ascii(category)}-${place}@four-ones`;
}

/** RFC 5545 3.3.10: of a month that lacks the day, its last one. */
function recurrenceOf({ day, until }: NonNullable<Deadline['monthly']>): string {
  const days = Array.from({ length: Math.max(1, day - 27) }, (_, less) => Math.min(day, 28) + less);
  const last = days.length > 1 ? ';BYSETPOS=-1' : '';
  return `FREQ=MONTHLY;BYMONTHDAY=${days.join(',')}${last};UNTIL=${compact(until)}`;
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

function dayAfter(date: CalendarDate): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

/** TEXT of RFC 5545 3.3.11; other control characters have no place in it. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

const MOST_OCTETS = 75;

/** Content lines have at most 75 octets, line end not counted; what goes on begins with a space (RFC 5545 3.1). */
function foldLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > MOST_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
