import { parseCalendarDate } from '../model/calendar-date.ts';
import { escapePattern } from '../model/escape-pattern.ts';
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
  const named = new Set<string>();
  return naming.pattern
    .split(/(\{[^{}]*\})/)
    .map((piece) => {
      switch (piece) {
        case '{org}':
          return org === undefined ? '.+' : escapePattern(org.normalize('NFC'));
        case '{category}':
          return `(?:${categories.map((name) => escapePattern(name.normalize('NFC'))).join('|')})`;
        case '{date}':
          return dateSource(naming.date, named);
        default:
          return /^\{[^{}]*\}$/.test(piece) ? '.+' : escapePattern(piece);
      }
    })
    .join('');
}

const DIGITS: Readonly<Record<string, string>> = { yyyy: '\\d{4}', MM: '\\d{2}', dd: '\\d{2}' };

/** The day as it is written; what has been said of it before is not named a second time. */
function dateSource(format: string, named: Set<string>): string {
  return format
    .split(/(yyyy|MM|dd)/)
    .map((piece) => {
      const digits = DIGITS[piece];
      if (digits === undefined || named.has(piece)) return digits ?? escapePattern(piece);
      named.add(piece);
      return `(?<${piece}>${digits})`;
    })
    .join('');
}
