import type { Alignment, AsideKind, CharacterLook, RoleSource, TextRole } from '../../model/layout.ts';
import { keyOfLook, mainLook } from './look-shares.ts';
import type { ReadParagraph } from './read-paragraph.ts';

/** As much of a paragraph as tells what it is. */
export interface Sketch {
  readonly opening: string;
  readonly ending: string;
  readonly characters: number;
  readonly label: string;
  readonly outline?: number;
  /** Its outline level comes from a style named heading or 标题 with a number. */
  readonly headingStyle: boolean;
  readonly titleStyle: boolean;
  readonly subtitleStyle: boolean;
  /** Of a table of contents. */
  readonly contents: boolean;
  readonly align: Alignment;
  readonly size: number;
  readonly bold: boolean;
  /** Looks otherwise than most of the document. */
  readonly differs: boolean;
  /** A short first sentence with more behind it, and whether it is set otherwise than that. */
  readonly runIn?: { readonly differs: boolean };
}

/** What a paragraph is, and how that was found; or why it is no part of the text. */
export type Assignment =
  | { readonly role: TextRole; readonly by: RoleSource; readonly runIn?: true; readonly mayBe?: TextRole }
  | { readonly aside: AsideKind };

const HEADING = /^(?:heading|标题|标 题)\s*\d$/u;
const TITLE = /^(?:title|标题|文档标题|文章标题|大标题|主标题|公文标题)$/u;
const SUBTITLE = /^(?:subtitle|副标题)$/u;
const CONTENTS = /^(?:toc|目录)(?:\s|\d|$)/u;

export function sketchAll(paragraphs: readonly ReadParagraph[]): readonly Sketch[] {
  const usual = usualLook(paragraphs);
  return paragraphs.map((paragraph) => sketch(paragraph, usual));
}

/** The look of most characters of a document. */
function usualLook(paragraphs: readonly ReadParagraph[]): CharacterLook | undefined {
  const weights = new Map<string, { readonly look: CharacterLook; characters: number }>();
  for (const { looks } of paragraphs) {
    for (const { look, characters } of looks) {
      const key = keyOfLook(look);
      const known = weights.get(key);
      if (known) known.characters += characters;
      else weights.set(key, { look, characters });
    }
  }
  let most: { readonly look: CharacterLook; readonly characters: number } | undefined;
  for (const weight of weights.values()) if (!most || weight.characters > most.characters) most = weight;
  return most?.look;
}

function sketch(paragraph: ReadParagraph, usual: CharacterLook | undefined): Sketch {
  const look = mainLook(paragraph.looks)?.look;
  const [name = ''] = paragraph.styleNames;
  const named = (form: RegExp): boolean => paragraph.styleNames.some((style) => form.test(style));
  const { runIn, outline, opening, ending, characters, label } = paragraph;
  return {
    opening,
    ending,
    characters,
    label,
    ...(outline !== undefined && { outline }),
    headingStyle: named(HEADING),
    titleStyle: TITLE.test(name),
    subtitleStyle: SUBTITLE.test(name),
    contents: named(CONTENTS),
    align: look ? paragraph.formatIn(look).align : 'left',
    size: look?.size ?? 0,
    bold: look?.bold ?? false,
    differs: !!look && !!usual && looksOther(look, usual),
    ...(runIn && { runIn: { differs: runInDiffers(runIn) } }),
  };
}

function runInDiffers({ head, rest }: NonNullable<ReadParagraph['runIn']>): boolean {
  const [one, other] = [mainLook(head)?.look, mainLook(rest)?.look];
  return !!one && !!other && looksOther(one, other);
}

/** A typeface, size or weight that a reader sees; colour and width are no heading's. */
export function looksOther(one: CharacterLook, other: CharacterLook): boolean {
  return one.eastAsian !== other.eastAsian || one.size !== other.size || one.bold !== other.bold;
}
