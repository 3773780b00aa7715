import type { XmlElement } from '../word/parse-xml.ts';

const WORD =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)$/;
export const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

export function isWord({ uri }: XmlElement): boolean {
  return WORD.test(uri);
}

/** ECMA-376 17.17.4: present without a value is on. */
export function isOn(value: string | undefined): boolean {
  return !['0', 'false', 'off', 'none'].includes(value ?? 'true');
}

/** A whole number as Word writes it; undefined for anything else or beyond reason. */
export function wholeNumber(value: string | undefined): number | undefined {
  if (value === undefined || !/^-?\d{1,7}(?:\.\d{1,6})?$/.test(value)) return undefined;
  return Math.round(Number(value));
}

const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  pc: 12,
  pi: 12,
};

/** Points of a measure: a bare number in `units` to the point, or with its unit as strict documents write it. */
export function points(value: string | undefined, units: number): number | undefined {
  if (value === undefined) return undefined;
  const bare = wholeNumber(value);
  if (bare !== undefined) return bare / units;
  const [, number = '', unit = ''] = /^(-?\d{1,6}(?:\.\d{1,6})?)(mm|cm|in|pt|pc|pi)$/.exec(value) ?? [];
  const factor = POINTS[unit];
  return factor === undefined ? undefined : Number(number) * factor;
}
