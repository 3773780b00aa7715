import type { CharacterLook, Gap, LineSpacing, ParagraphFormat } from '../../model/layout.ts';
import {
  mergeIndents,
  type Indents,
  type ListReference,
  type ParagraphProperties,
} from './paragraph-properties.ts';
import type { ListLevel, NumberingReader } from './read-numbering.ts';
import type { StyleSheet } from './read-styles.ts';
import { themeFace, type Theme } from './read-theme.ts';
import type { FontReference, RunProperties } from './run-properties.ts';
import { styleChain } from './style-chain.ts';

/** Everything around the text from which its look comes. */
export interface Surroundings {
  readonly sheet: StyleSheet;
  readonly theme: Theme;
  readonly numbering: NumberingReader;
  /** Language of Chinese characters, as `zh-CN`. */
  readonly language?: string;
}

/** What holds of a paragraph once its style, list and own properties are laid over one another. */
export interface SettledParagraph {
  readonly properties: ParagraphProperties;
  /** Characters of its style, before any run speaks. */
  readonly run: RunProperties;
  readonly styleNames: readonly string[];
  readonly list?: ListLevel;
}

/** Default of every application. ECMA-376 17.3.2.38: 10 points. */
const USUAL_SIZE = 10;

/** Defaults, then each style from the farthest, each with its list, then what the paragraph says itself. */
export function settleParagraph(own: ParagraphProperties, around: Surroundings): SettledParagraph {
  const { sheet, numbering } = around;
  const chain = styleChain(own.style ?? sheet.usual, 'paragraph', sheet);
  const layers = [sheet.defaults.paragraph, ...chain.map(({ paragraph }) => paragraph), own];
  let properties: ParagraphProperties = {};
  let run = sheet.defaults.run;
  for (const layer of layers) {
    const list = layer.list && { ...properties.list, ...layer.list };
    properties = { ...properties, ...layer, ...(list && { list }) };
  }
  for (const style of chain) run = { ...run, ...style.run };
  const list = properties.list && listLevel(properties.list, numbering);
  return {
    properties: { ...properties, indents: indentsOf(layers, list) },
    run,
    styleNames: chain.map(({ name }) => name).reverse(),
    ...(list && { list }),
  };
}

/** A list sets in where it is named last: what is nearer than that goes before it. */
function indentsOf(layers: readonly ParagraphProperties[], list: ListLevel | undefined): Indents {
  const named = layers.findLastIndex((layer) => layer.list !== undefined);
  let indents: Indents = {};
  for (const [index, layer] of layers.entries()) {
    if (index === named) indents = mergeIndents(indents, list?.paragraph.indents);
    indents = mergeIndents(indents, layer.indents);
  }
  return indents;
}

/** A list with the number 0 is none: so a paragraph leaves the list of its style. */
function listLevel({ id, level }: ListReference, numbering: NumberingReader): ListLevel | undefined {
  return id === undefined || id === '0' ? undefined : numbering.find(id, level ?? 0);
}

/** Characters of a run: the paragraph's, the character style's, its own. */
export function settleRun(
  own: RunProperties,
  paragraph: RunProperties,
  { sheet }: Surroundings,
): RunProperties {
  let style: RunProperties = {};
  for (const link of styleChain(own.style, 'character', sheet)) style = { ...style, ...link.run };
  const settled = { ...paragraph, ...style, ...own };
  // Bold in both styles cancels out. ECMA-376 17.7.3
  if (own.bold === undefined && style.bold !== undefined)
    settled.bold = style.bold ? paragraph.bold !== true : paragraph.bold === true;
  return settled;
}

/** Where neither file nor theme names a typeface it is left open: each program takes its own. */
export function lookOf(run: RunProperties, { theme, language }: Surroundings): CharacterLook {
  const face = (from: FontReference | undefined): string | undefined =>
    from && ('name' in from ? from.name : themeFace(from.theme, theme, language));
  const [eastAsian, ascii] = [face(run.eastAsian), face(run.ascii)];
  return {
    ...(eastAsian !== undefined && { eastAsian }),
    ...(ascii !== undefined && { ascii }),
    size: run.size ?? USUAL_SIZE,
    bold: run.bold ?? false,
    ...(run.color !== undefined && run.color !== '' && { color: run.color }),
    scale: run.scale ?? 100,
  };
}

const SINGLE: LineSpacing = { kind: 'multiple', lines: 1 };
const NO_GAP: Gap = { unit: 'points', value: 0 };

/** `blanks`: characters of blank space typed before the text. */
export function formatOf(
  properties: ParagraphProperties,
  look: CharacterLook,
  blanks: number,
): ParagraphFormat {
  const { first, firstChars, left, leftChars, right, rightChars } = properties.indents ?? {};
  const size = look.size ?? USUAL_SIZE;
  const inChars = (chars: number | undefined, length: number | undefined): number =>
    tenths(chars !== undefined && chars !== 0 ? chars : (length ?? 0) / size);
  const indent = tenths(inChars(firstChars, first) + blanks);
  const [fromLeft, fromRight] = [inChars(leftChars, left), inChars(rightChars, right)];
  return {
    ...look,
    align: properties.align ?? 'left',
    ...(indent !== 0 && { indent }),
    ...(blanks > 0 && { blanks }),
    ...(fromLeft !== 0 && { left: fromLeft }),
    ...(fromRight !== 0 && { right: fromRight }),
    spacing: properties.spacing ?? SINGLE,
    before: properties.before ?? NO_GAP,
    after: properties.after ?? NO_GAP,
  };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
