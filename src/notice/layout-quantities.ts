import * as z from 'zod';
import { closestName } from '../model/closest-name.ts';
import type { GapRule, SpacingRule } from '../model/layout.ts';
import { FONT_NAMES, pointsOfName, SIZE_NAMES } from '../model/type-vocabulary.ts';
import { isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { text } from './plain-values.ts';
import { boundsIn } from './ranges.ts';
import { quoted, say } from './say.ts';
import { reading } from './shape.ts';

const NUMBER = String.raw`(\d{1,4}(?:\.\d{1,3})?)`;
const MILLIMETRES = new RegExp(`^${NUMBER}\\s*(mm|cm|毫米|厘米|公分)?$`, 'i');
const POINTS = new RegExp(`^${NUMBER}\\s*(?:pt|磅|点)?$`, 'i');
const INDENT = new RegExp(`^${NUMBER}\\s*(?:字符|个字|字|chars?|em)?$`, 'i');
const PERCENT = /^(\d{1,3})\s*%?$/;
const LINES = new RegExp(`^${NUMBER}\\s*(?:行|lines?)$`, 'i');
const TIMES = new RegExp(`^${NUMBER}\\s*(?:倍|倍行距)?$`);

/** Millimetres: `37mm`, `3.7cm`, `37毫米`; a plain number is millimetres. */
export const millimetres = written(
  [MILLIMETRES],
  (value) => {
    const [, number = '', unit = ''] = MILLIMETRES.exec(value) ?? [];
    if (number === '') return undefined;
    return Number(number) * (/cm|厘米|公分/i.test(unit) ? 10 : 1);
  },
  say('应写长度，如 37mm、3.7cm', 'expected a length, e.g. 37mm, 3.7cm'),
);

const lengthInPoints = written([POINTS], parsePoints, say('应写磅值，如 28pt', 'expected points, e.g. 28pt'));

function parsePoints(value: string): number | undefined {
  const [, number = ''] = POINTS.exec(value) ?? [];
  return number === '' ? undefined : Number(number);
}

/** Points: by its Chinese name (三号, 小四) or as 16pt. */
export const typeSize = written(
  [/^小?\s*[初一二三四五六七八0-8]\s*号?\s*[字体大小]*$/, POINTS],
  (value) => pointsOfName(value) ?? positive(parsePoints(value)),
  say(
    `应写字号，如 三号、小四、16pt（可写：${SIZE_NAMES.join('、')}）`,
    'expected a size, e.g. 三号, 小四, 16pt',
  ),
);

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 && value <= 1638 ? value : undefined;
}

/** Any typeface may be asked for; one that is nearly a known one is taken for a slip. */
export const fontName = text.superRefine((name, context) => {
  if (FONT_NAMES.includes(name)) return;
  const near = closestName(name, FONT_NAMES);
  if (near === undefined || near.toLowerCase() === name.toLowerCase() || !isSlip(name)) return;
  const message = say(
    `不认识字体“${quoted(name)}”，是不是“${near}”？`,
    `unknown typeface “${quoted(name)}”; did you mean “${near}”?`,
  );
  context.addIssue({ code: 'custom', message });
});

/** Makers' own names (方正…, 华文…, 汉仪…) and Latin ones are many; short Chinese ones are few. */
function isSlip(name: string): boolean {
  return (
    /^[\p{Script=Han}]{2,4}(?:_GB2312)?$/u.test(name) && !/^(?:方正|华文|汉仪|文鼎|思源|文泉驿)/u.test(name)
  );
}

/** Characters: `2字`, `2字符`, `2`. */
export const indent = written(
  [INDENT],
  (value) => {
    const [, number = ''] = INDENT.exec(value) ?? [];
    return number === '' ? undefined : Number(number);
  },
  say('应写缩进几个字，如 2字', 'expected an indent in characters, e.g. 2字'),
);

/** Per cent: `100%`, `100`. */
export const percent = written(
  [PERCENT],
  (value) => {
    const [, number = ''] = PERCENT.exec(value) ?? [];
    return positive(number === '' ? undefined : Number(number));
  },
  say('应写百分比，如 100%', 'expected per cent, e.g. 100%'),
);

/** Points or lines: `0`, `6pt`, `0.5行`. */
export const gap = written(
  [LINES, POINTS],
  (value): GapRule | undefined => {
    const [, lines = ''] = LINES.exec(value) ?? [];
    if (lines !== '') return { unit: 'lines', value: Number(lines) };
    const length = parsePoints(value);
    return length === undefined ? undefined : { unit: 'points', value: length };
  },
  say('应写间距，如 0、6pt、0.5行', 'expected room before or after, e.g. 0, 6pt, 0.5行'),
);

const WORDS: Readonly<Record<string, number>> = {
  单倍: 1,
  单倍行距: 1,
  single: 1,
  双倍: 2,
  '2倍': 2,
  double: 2,
};
const spacingRange = boundsIn(lengthInPoints);
const oneSpacing = written(
  [/^(?:(?:固定值|行距)\s*)?(?:单倍|单倍行距|single|双倍|double)$/, withLead(TIMES), withLead(POINTS)],
  (stated): SpacingRule | undefined => {
    const value = stated.replace(/^(?:固定值|行距)\s*/u, '');
    const lines = WORDS[value] ?? Number(TIMES.exec(value)?.[1] ?? NaN);
    // 28 without a unit is points to a secretary and 28 lines to Word: nobody means the latter.
    if (lines > 0 && lines <= 5) return { lines };
    const length = positive(/[a-z磅点]/i.test(value) ? parsePoints(value) : undefined);
    return length === undefined ? undefined : { points: length };
  },
  say(
    '应写行距，如 28pt、1.5（倍）、{ min: 28pt, max: 30pt }',
    'expected a line spacing, e.g. 28pt, 1.5, { min: 28pt, max: 30pt }',
  ),
);

/** Exact points, times the line, or a range of points. */
export const spacing = reading(
  { kind: 'either', of: [oneSpacing, spacingRange] },
  (input, context): SpacingRule =>
    isMap(input)
      ? { range: parsePart(spacingRange, input, [], context) }
      : parsePart(oneSpacing, input, [], context),
);

/** 固定值28磅, 行距1.5倍. */
function withLead({ source, flags }: RegExp): RegExp {
  return new RegExp(source.replace('^', String.raw`^(?:(?:固定值|行距)\s*)?`), flags);
}

/** A value as a person writes it: a number or some text. */
function written<T extends number | object>(
  patterns: readonly RegExp[],
  parse: (value: string) => T | undefined,
  message: string,
) {
  return reading({ kind: 'figure', patterns }, (input, context): T => {
    const value = typeof input === 'number' || typeof input === 'string' ? String(input).trim() : '';
    const found = parse(value);
    if (found !== undefined) return found;
    const [zh = '', en = ''] = message.split(' | ');
    context.addIssue({
      code: 'custom',
      message: say(`${zh}（写的是“${quoted(input)}”）`, `${en} (found “${quoted(input)}”)`),
    });
    return z.NEVER;
  });
}
