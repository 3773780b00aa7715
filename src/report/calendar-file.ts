import type { CalendarDate } from '../model/calendar-date.ts';
import type { Deadline } from '../model/notice.ts';
import type { Language } from '../model/report.ts';
import type { CategoryStatus, Status } from '../model/status.ts';

/** Days before a due date at whose morning a calendar reminds. */
const WARN_DAYS = 3;

/**
 * The due dates as an iCalendar file (RFC 5545): all-day events that remind three days before. `now` stamps it (UTC).
 * Reading a newer one in replaces the same events, as their UIDs stay.
 */
export function calendarFile(
  { notice, categories }: Pick<Status, 'notice' | 'categories'>,
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
    ...categories.flatMap((category) =>
      category.deadlines.flatMap((_, index) => eventLines({ notice, category, index, stamp, language })),
    ),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

interface DueDate {
  readonly notice: Status['notice'];
  readonly category: CategoryStatus;
  /** Of the due date within its category. */
  readonly index: number;
  readonly stamp: string;
  readonly language: Language;
}

function eventLines({ notice, category, index, stamp, language }: DueDate): readonly string[] {
  const deadline = category.deadlines[index];
  if (!deadline) return [];
  const { on, at, from, label, rolling, monthly } = deadline;
  const zh = language === 'zh';
  const summary = zh ? `报送截止：${category.name}` : `Due: ${category.name}`;
  const notes = [
    label,
    at === undefined ? undefined : zh ? `当天 ${at}（北京时间）截止` : `until ${at} Beijing time on that day`,
    from === undefined ? undefined : zh ? `${from} 起收` : `taken from ${from}`,
    rolling ? (zh ? '随有随报，到这天为止' : 'handed in as it comes, until this day') : undefined,
    `${notice.title} (${notice.id})`,
  ].filter((note) => note !== undefined);
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(notice.id, category.id, monthly?.until ?? on, monthly ? `monthly-${monthly.day}` : String(index + 1))}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    // The day after: an end is exclusive (RFC 5545 3.6.1).
    `DTEND;VALUE=DATE:${compact(dayAfter(on))}`,
    ...(monthly ? [`RRULE:${recurrenceOf(monthly)}`] : []),
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(notes.join('\n'))}`,
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
