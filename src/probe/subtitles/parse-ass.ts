import { CueCollector, type ParsedCues } from './cue.ts';

/** Far more than any script has: a hostile one must not cost more time than it has bytes. */
const FIELDS_LIMIT = 50;
const TEXT_LOOKED_AT = 2000;
const USUAL_FIELDS = [
  'layer',
  'start',
  'end',
  'style',
  'name',
  'marginl',
  'marginr',
  'marginv',
  'effect',
  'text',
];

/** The dialogue lines of an Advanced SubStation Alpha script (.ass, .ssa); `Format:` names their fields. */
export function parseAss(text: string): ParsedCues {
  const collector = new CueCollector();
  let fields: readonly string[] = USUAL_FIELDS;
  let inEvents = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (/^\s*\[/.test(line)) inEvents = /^\s*\[events\]/i.test(line);
    if (!inEvents) continue;
    const [, kind = '', rest = ''] = /^\s*(format|dialogue)\s*:\s*(.*)$/i.exec(line) ?? [];
    if (kind.toLowerCase() === 'format')
      fields = rest.split(',', FIELDS_LIMIT).map((name) => name.trim().toLowerCase());
    if (kind.toLowerCase() === 'dialogue') addDialogue(collector, fields, rest);
  }
  return collector.parsed;
}

function addDialogue(collector: CueCollector, fields: readonly string[], rest: string): void {
  const values = rest.split(',');
  const valueOf = (name: string) => values[fields.indexOf(name)];
  // The text is the last field and may itself hold commas; what stands in braces is not shown.
  const text = values
    .slice(fields.length - 1)
    .join(',')
    .slice(0, TEXT_LOOKED_AT);
  const words = text.replace(/\{[^}]*\}|\\[Nnh]/g, '');
  collector.add(seconds(valueOf('start')), seconds(valueOf('end')), words);
}

/** `0:01:02.34`. */
function seconds(text: string | undefined): number | undefined {
  const match = /^\s*(\d{1,3}):(\d{1,2}):(\d{1,2}(?:[.,:]\d{1,3})?)\s*$/.exec(text ?? '');
  if (!match) return undefined;
  const [, hours, minutes, rest = '0'] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest.replace(/[,:]/, '.'));
}
