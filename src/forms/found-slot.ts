import type { DoubtReason, FormSlot, KeptReason, SlotKind } from '../model/form.ts';
import type { MatchedLabel } from './match-label.ts';
import type { Element } from './word-xml.ts';

/** Where a value goes. Positions count UTF-16 units of the paragraph's text. */
export type Place =
  /** A whole cell; `label` lends its font. */
  | {
      readonly kind: 'cell';
      readonly cell: Element;
      readonly paragraphs: readonly Element[];
      readonly label?: Element;
    }
  /** Blank paragraphs below the label in its own cell; none: a paragraph is added. */
  | { readonly kind: 'below-label'; readonly label: Element; readonly blanks: readonly Element[] }
  | {
      readonly kind: 'range';
      readonly paragraph: Element;
      readonly from: number;
      readonly to: number;
      readonly line: Line;
    }
  | { readonly kind: 'skeleton'; readonly paragraph: Element; readonly gaps: readonly Gap[] }
  | { readonly kind: 'boxes'; readonly boxes: readonly Box[] }
  | { readonly kind: 'control'; readonly control: Element; readonly choices: readonly string[] }
  | { readonly kind: 'nowhere' };

/** `gap`: spaces between two labels, whose width is to stay. */
export type Line = 'underscores' | 'underlined' | 'gap' | 'none';

/** Room before a unit of a skeleton (年, 分); `digits` where a number is printed already. */
export interface Gap {
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly digits?: string;
}

export interface Box {
  readonly paragraph: Element;
  readonly at: number;
  readonly option: string;
  readonly checked: boolean;
}

export interface FoundSlot {
  readonly label: MatchedLabel;
  readonly kind: SlotKind;
  readonly place: Place;
  /** The table it is in; absent: outside of tables. */
  readonly table?: Element | undefined;
  /** Whose phone, post …: a field that names a person, or `other`. */
  readonly owner?: string | undefined;
  /** How the form calls that person (指导教师). */
  readonly ownerName?: string | undefined;
  /** What a person calls this blank, where no field says what belongs in it; one blank alone has it. */
  readonly name?: string | undefined;
  readonly holds?: string | undefined;
  readonly words?: number | undefined;
  readonly kept?: KeptReason | undefined;
  readonly doubt?: DoubtReason | undefined;
  /** The value in a hint cell takes the place of the hint. */
  readonly hint?: MatchedLabel | undefined;
}

/** What the outside sees of a slot. */
export function describeSlot(slot: FoundSlot): FormSlot {
  const { label, hint, kind, place, holds, words, kept, doubt, name } = slot;
  const limit = label.limit ?? hint?.limit;
  const about = label.limit === undefined ? hint?.limitAbout : label.limitAbout;
  const options = optionsOf(place);
  const held = holds ?? tickedIn(place);
  return {
    label: label.folded,
    kind,
    ...(name === undefined
      ? label.field !== undefined && doubt === undefined && { field: label.field }
      : ({ field: name, own: true } as const)),
    ...(label.also && doubt === undefined && { also: label.also }),
    ...(limit !== undefined && { limit }),
    ...(about === true && { limitAbout: true }),
    ...(label.required === true && { required: true }),
    ...((label.noneAsked === true || hint?.noneAsked === true) && { noneAsked: true }),
    ...(held !== undefined && { holds: held }),
    ...(words !== undefined && { words }),
    ...(options.length > 0 && { options }),
    ...(kept !== undefined && { kept }),
    ...(kept === undefined && doubtOf(slot)),
  };
}

function doubtOf({ label, doubt, name }: FoundSlot): { readonly doubt?: DoubtReason } {
  if (doubt !== undefined) return { doubt };
  return label.field === undefined && name === undefined ? { doubt: 'unknown-label' } : {};
}

/** What a person has ticked already. */
function tickedIn(place: Place): string | undefined {
  if (place.kind !== 'boxes') return undefined;
  const ticked = place.boxes.filter(({ checked }) => checked).map(({ option }) => option);
  return ticked.length > 0 ? ticked.join('、') : undefined;
}

function optionsOf(place: Place): readonly string[] {
  if (place.kind === 'boxes') return place.boxes.map((box) => box.option);
  return place.kind === 'control' ? place.choices : [];
}
