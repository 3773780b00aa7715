import { levelOf, type Finding } from './finding.ts';
import type { Clause } from './roles-in.ts';

const UNIT = '(mm|cm|毫米|厘米)';
const SHEET = String.raw`(?:(\d{2,4}(?:\.\d)?)\s?${UNIT}?\s?[x×*X✕]\s?(\d{2,4}(?:\.\d)?)\s?${UNIT}|(A[0-5])(?![\dA-Za-z]))`;
const AT_LEAST = '(?:不(?:得|应|能)?[小低少]于|≥|>=|至少|最小)';
const AT_MOST = '(?:不(?:得|应|能)?(?:大于|高于|超过|超出)|≤|<=|至多|最大)';
/** The word stands beside the size: another one of the clause may be about its dots per inch. */
const BOUNDS = [
  ['min', new RegExp(`${AT_LEAST}[^\\d,A-Z]{0,4}${SHEET}`, 'i')],
  ['max', new RegExp(`${AT_MOST}[^\\d,A-Z]{0,4}${SHEET}`, 'i')],
  ['min', new RegExp(`${SHEET}(?:纸|幅面|大小)?[及或]?以上`, 'i')],
  ['max', new RegExp(`${SHEET}(?:纸|幅面|大小)?[及或]?(?:以内|以下)`, 'i')],
] as const;

/** 画面尺寸不小于300mm×300mm, 规格不小于A4: how large photos come out on paper. */
export function readPrintSizes({ text, roles, refused }: Clause): readonly Finding[] {
  const isOfPhotos = roles.length > 0 && roles.every((role) => role === 'photo');
  if (refused || !isOfPhotos) return [];
  const found = BOUNDS.flatMap(([side, pattern]) => {
    const written = writtenSize(pattern.exec(text));
    return written === undefined ? [] : [`${side}: ${written}`];
  });
  if (found.length === 0) return [];
  const value = { kind: 'raw', yaml: `{ ${found.join(', ')} }`, ...levelOf(text) } as const;
  return [{ readings: [{ target: { kind: 'media', role: 'photo', key: 'printSize' }, value }] }];
}

function writtenSize(match: RegExpExecArray | null): string | undefined {
  const [, width, unit = '', height, lastUnit = '', paper] = match ?? [];
  if (paper !== undefined) return paper.toUpperCase();
  if (width === undefined || height === undefined) return undefined;
  const first = inLatin(unit);
  const last = inLatin(lastUnit);
  return `${width}${first === last ? '' : first}x${height}${last}`;
}

function inLatin(unit: string): string {
  return unit.replace('毫米', 'mm').replace('厘米', 'cm').toLowerCase();
}
