import type { BrokenCause, UnknownCause } from './causes.ts';
import type { Bounds } from './range.ts';

/** What a paragraph is in a text: its main title, the line below it, a heading of some level, running text. */
export const TEXT_ROLES = ['title', 'subtitle', 'byline', 'h1', 'h2', 'h3', 'h4', 'body'] as const;
export type TextRole = (typeof TEXT_ROLES)[number];

/** `justify`: both edges straight; `distribute`: the last line too. */
export const ALIGNMENTS = ['left', 'center', 'right', 'justify', 'distribute'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** How characters look. Absent: the document does not say, and the program that shows it chooses. */
export interface CharacterLook {
  /** Typeface of Chinese characters, as named in the file or its theme. */
  readonly eastAsian?: string;
  readonly ascii?: string;
  /** Points. */
  readonly size?: number;
  readonly bold: boolean;
  /** As RRGGBB; absent: automatic. */
  readonly color?: string;
  /** Width of a character in per cent of the typeface's own. */
  readonly scale: number;
}

/** `exact`, `at-least`: points from line to line. `multiple`: times the typeface's own line. */
export type LineSpacing =
  | { readonly kind: 'exact' | 'at-least'; readonly points: number }
  | { readonly kind: 'multiple'; readonly lines: number };

/** Room before or after a paragraph. `auto`: the program that shows it chooses. */
export type Gap = { readonly unit: 'points' | 'lines'; readonly value: number } | { readonly unit: 'auto' };

export interface ParagraphFormat extends CharacterLook {
  readonly align: Alignment;
  /** Of the first line, in characters of the paragraph's own size; negative where it hangs out. Blanks count too. */
  readonly indent?: number;
  /** So many characters of `indent` are blanks typed in front of the text. */
  readonly blanks?: number;
  /** Of the whole paragraph, in characters. */
  readonly left?: number;
  readonly right?: number;
  readonly spacing: LineSpacing;
  readonly before: Gap;
  readonly after: Gap;
}

/**
 * How a paragraph's part was found. `style`: by the name of its style. `outline`: by its outline level. `numbering`:
 * by what it is numbered with. `place`: by where it stands and how it is set. `rest`: running text, as none of
 * the others holds. `numbered-text`: it begins with a number but reads on like running text.
 */
export type RoleSource = 'style' | 'outline' | 'numbering' | 'place' | 'rest' | 'numbered-text';

/** Paragraphs of one part that are set alike. */
export interface LayoutBlock {
  readonly role: TextRole;
  readonly by: RoleSource;
  readonly format: ParagraphFormat;
  /** Of `numbered-text`: the heading it would be by its number. */
  readonly mayBe?: TextRole;
  /** Numbered or bulleted by the program: its indents are those of a list. */
  readonly listed?: true;
  /** Only the first sentence of a paragraph: the rest is running text, and tells its spacing and indents. */
  readonly runIn?: true;
  readonly paragraphs: number;
  readonly characters: number;
  /** The first words of the first few. */
  readonly openings: readonly string[];
}

/** Stretches inside paragraphs of one part that look otherwise than most of their paragraph. */
export interface StrayLook {
  readonly role: TextRole;
  readonly look: CharacterLook;
  readonly paragraphs: number;
  readonly characters: number;
  /** Chinese ones among them: only these show a Chinese typeface. */
  readonly chinese: number;
  /** The first words of the first such stretch. */
  readonly opening: string;
}

/** Paragraphs that belong to no part, and why: none of them is judged. `unclear` ones may be headings. */
export type AsideKind = 'contents' | 'salutation' | 'signature' | 'attachment' | 'set-apart' | 'unclear';
export interface Aside {
  readonly kind: AsideKind;
  readonly paragraphs: number;
  readonly opening: string;
}

/** Millimetres. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const PAGE_NUMBER_PLACES = ['left', 'center', 'right', 'outside', 'inside'] as const;
export type PageNumberPlace = (typeof PAGE_NUMBER_PLACES)[number];

export interface PageNumberFacts {
  readonly in: 'header' | 'footer';
  /** Absent: the document does not say. */
  readonly place?: PageNumberPlace;
  readonly ascii?: string;
  /** Points. */
  readonly size?: number;
}

/** Pages set alike. Absent: the document does not say. */
export interface SectionLayout {
  /** Millimetres, as shown. */
  readonly paper?: { readonly width: number; readonly height: number };
  readonly margins?: Margins;
  /** Points from line to line, where lines sit on a grid. */
  readonly linePitch?: number;
  /** Points that the grid adds to each character, where characters sit on it too. */
  readonly characterSpace?: number;
  readonly pageNumber?: PageNumberFacts;
  /** Sections so set, one after another or not. */
  readonly sections: number;
}

/** How a Word document is set. */
export interface LayoutFacts {
  readonly sections: readonly SectionLayout[];
  readonly blocks: readonly LayoutBlock[];
  readonly strays: readonly StrayLook[];
  readonly asides: readonly Aside[];
  /** Paragraphs with text outside tables, and how many of them were looked at. */
  readonly paragraphs: number;
  readonly looked: number;
  /** Paragraphs in tables: not judged. */
  readonly inTables: number;
}

/** Looked for only where a notice asks for a layout. */
export type LayoutSight =
  | { readonly state: 'read'; readonly layout: LayoutFacts }
  /** Only Word's newer formats tell it here. */
  | { readonly state: 'other-format' }
  | { readonly state: 'unread'; readonly cause: BrokenCause | UnknownCause };

/** Exact points, times the typeface's own line, or a range of points. */
export type SpacingRule =
  { readonly points: number } | { readonly lines: number } | { readonly range: Bounds };

export interface GapRule {
  readonly unit: 'points' | 'lines';
  readonly value: number;
}

/** What is asked of one part of a text. Absent: nothing. Of several typefaces or sizes, any will do. */
export interface RoleLayoutRule {
  readonly font?: readonly string[];
  /** Points. */
  readonly size?: readonly number[];
  readonly bold?: boolean;
  readonly align?: Alignment;
  /** First line, in characters. */
  readonly indent?: number;
  readonly lineSpacing?: SpacingRule;
  readonly before?: GapRule;
  readonly after?: GapRule;
  /** Per cent. */
  readonly scale?: number;
}

export interface PageNumberRule {
  readonly place?: PageNumberPlace;
  readonly font?: readonly string[];
  /** Points. */
  readonly size?: readonly number[];
}

/** What a notice asks of a text's layout. */
export interface LayoutRule {
  /** Typefaces must have the very name; otherwise another make of the same face will do. */
  readonly strictFont: boolean;
  /** Millimetres, upright. */
  readonly paper?: { readonly width: number; readonly height: number };
  readonly orientation?: 'portrait' | 'landscape';
  /** Millimetres. */
  readonly margins?: Readonly<Partial<Record<keyof Margins, Bounds>>>;
  /** On a page, and in a line. */
  readonly grid?: { readonly lines?: number; readonly characters?: number };
  readonly pageNumber?: PageNumberRule;
  readonly roles: Readonly<Partial<Record<TextRole, RoleLayoutRule>>>;
  /** Stated of the whole text; every part that it is meant for has it as well. */
  readonly whole?: Pick<RoleLayoutRule, 'lineSpacing' | 'scale'>;
}

/** One trait of a layout: as asked, or as found. Lengths as in the rules above. */
export type LayoutTrait =
  | { readonly kind: 'font'; readonly names: readonly string[] }
  | { readonly kind: 'size'; readonly points: readonly number[] }
  | { readonly kind: 'bold'; readonly bold: boolean }
  | { readonly kind: 'align'; readonly align: Alignment }
  | { readonly kind: 'indent'; readonly chars: number }
  | { readonly kind: 'spacing'; readonly spacing: SpacingRule | LineSpacing }
  | { readonly kind: 'before' | 'after'; readonly gap: Gap }
  | { readonly kind: 'scale'; readonly percent: number }
  | { readonly kind: 'paper'; readonly width: number; readonly height: number }
  | { readonly kind: 'orientation'; readonly orientation: 'portrait' | 'landscape' }
  | { readonly kind: 'margin'; readonly side: keyof Margins; readonly range: Bounds }
  | { readonly kind: 'grid'; readonly unit: 'lines' | 'characters'; readonly count: number }
  | { readonly kind: 'page-number'; readonly place?: PageNumberPlace }
  | { readonly kind: 'no-page-number' };
export type LayoutTraitKind = LayoutTrait['kind'];

/** Where in the text something is otherwise than asked. */
export interface LayoutFault {
  /** First words of the first paragraph; absent: of the pages. */
  readonly opening?: string;
  /** Paragraphs, or sections. */
  readonly count: number;
  /** Only so many characters inside these paragraphs. */
  readonly characters?: number;
  readonly found: readonly LayoutTrait[];
}

/** Why a layout could not be judged. */
export type LayoutUnclear =
  | { readonly kind: 'other-format' }
  | { readonly kind: 'unread'; readonly cause?: BrokenCause | UnknownCause }
  | { readonly kind: 'too-long'; readonly looked: number; readonly paragraphs: number }
  /** Nothing was taken for this part; so many paragraphs may be it. */
  | { readonly kind: 'not-found'; readonly candidates: number; readonly opening?: string }
  /** The document does not say, in so many paragraphs or sections. */
  | {
      readonly kind: 'not-said';
      readonly count: number;
      readonly opening?: string;
      readonly traits: readonly LayoutTraitKind[];
    };

/** `all`: of a text that could not be looked into. */
export type LayoutPart = 'all' | 'page' | 'page-number' | TextRole;

/** What does not decide. `few`: so few characters look otherwise. `blanks`: the indent is typed. `aside`, `tables`: not judged. */
export type LayoutRemark =
  | { readonly kind: 'few'; readonly characters: number; readonly opening: string }
  | { readonly kind: 'blanks' | 'tables'; readonly paragraphs: number }
  | { readonly kind: 'aside'; readonly paragraphs: number; readonly opening: string };
