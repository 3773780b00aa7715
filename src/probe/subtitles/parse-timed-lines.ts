import { CueCollector, type ParsedCues } from './cue.ts';

/** SubRip `00:01:02,345`, WebVTT `01:02.345` (W3C WebVTT §4.1); editors mix up comma, point and Chinese colon. */
const TIME = String.raw`(?:(\d{1,3})\s*[:：]\s*)?(\d{1,2})\s*[:：]\s*(\d{1,2})(?:[.,，:](\d{1,3}))?`;
const TIMES = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s.*)?$`);

/** The cues of a .srt or .vtt file: a line of two times with an arrow, then text up to an empty line. */
export function parseTimedLines(text: string): ParsedCues {
  const collector = new CueCollector();
  let times: readonly [number, number] | 'unreadable' | undefined;
  let words: string[] = [];
  const finish = () => {
    if (times === 'unreadable') collector.add(undefined, undefined, '');
    else if (times) collector.add(times[0], times[1], words.join(''));
    times = undefined;
    words = [];
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.includes('-->')) {
      finish();
      times = readTimes(line) ?? 'unreadable';
    } else if (line.trim() === '') finish();
    else if (times) words.push(line);
  }
  finish();
  return collector.parsed;
}

function readTimes(line: string): readonly [number, number] | undefined {
  const match = TIMES.exec(line);
  return match ? [seconds(match.slice(1, 5)), seconds(match.slice(5, 9))] : undefined;
}

function seconds([hours = '0', minutes = '0', whole = '0', fraction = '']: readonly (
  string | undefined
)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(fraction.padEnd(3, '0')) / 1000;
}
