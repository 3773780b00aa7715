import type { Margins, PageNumberFacts, SectionLayout } from '../../model/layout.ts';
import type { FoundPageNumber } from './find-page-number.ts';
import type { DocumentSettings, MarginReference, SectionProperties } from './read-section.ts';

const MM = 25.4 / 72;

/** Sections as they are shown, those that are alike counted together. `numbers`: by id of relationship. */
export function settleSections(
  sections: readonly SectionProperties[],
  numbers: ReadonlyMap<string, FoundPageNumber>,
  settings: DocumentSettings,
): readonly SectionLayout[] {
  const alike = new Map<string, SectionLayout>();
  const inForce = new Map<string, MarginReference>();
  for (const section of sections) {
    // What a section does not bring itself goes on from the one before. ECMA-376 17.10.5
    for (const reference of section.margins) inForce.set(`${reference.in} ${reference.kind}`, reference);
    const layout = layoutOf(section, pageNumber(inForce, numbers, settings), settings);
    const key = JSON.stringify(layout);
    const known = alike.get(key);
    alike.set(key, known ? { ...known, sections: known.sections + 1 } : layout);
  }
  return [...alike.values()];
}

function layoutOf(
  section: SectionProperties,
  number: PageNumberFacts | undefined,
  settings: DocumentSettings,
): SectionLayout {
  const { width, height, grid, linePitch, characterSpace } = section;
  const margins = marginsOf(section, settings);
  const onGrid = grid === 'lines' || grid === 'linesAndChars' || grid === 'snapToChars';
  return {
    ...(width !== undefined && height !== undefined && { paper: { width: mm(width), height: mm(height) } }),
    ...(margins && { margins }),
    ...(onGrid && linePitch !== undefined && { linePitch }),
    ...(onGrid && grid !== 'lines' && { characterSpace: Math.round((characterSpace ?? 0) * 1000) / 1000 }),
    ...(number && { pageNumber: number }),
    sections: 1,
  };
}

/** The gutter belongs to the margin it widens. */
function marginsOf(
  { top, bottom, left, right, gutter = 0 }: SectionProperties,
  { gutterAtTop = false }: DocumentSettings,
): Margins | undefined {
  if (top === undefined || bottom === undefined || left === undefined || right === undefined)
    return undefined;
  return {
    top: mm(top + (gutterAtTop ? gutter : 0)),
    bottom: mm(bottom),
    left: mm(left + (gutterAtTop ? 0 : gutter)),
    right: mm(right),
  };
}

/** A first page without a number is a cover; odd and even pages must both have one. */
function pageNumber(
  inForce: ReadonlyMap<string, MarginReference>,
  numbers: ReadonlyMap<string, FoundPageNumber>,
  { evenAndOdd = false }: DocumentSettings,
): PageNumberFacts | undefined {
  const find = (kind: MarginReference['kind']): PageNumberFacts | undefined => {
    for (const where of ['footer', 'header'] as const) {
      const number = numbers.get(inForce.get(`${where} ${kind}`)?.id ?? '');
      if (number) return { in: where, ...number };
    }
    return undefined;
  };
  const odd = find('default');
  if (!evenAndOdd || !odd) return odd;
  const even = find('even');
  return even && { ...odd, ...placeOfBoth(odd, even) };
}

function placeOfBoth(odd: PageNumberFacts, even: PageNumberFacts): Partial<PageNumberFacts> {
  if (odd.place === 'right' && even.place === 'left') return { place: 'outside' };
  if (odd.place === 'left' && even.place === 'right') return { place: 'inside' };
  return {};
}

function mm(points: number): number {
  return Math.round(points * MM * 10) / 10;
}
