import type {
  CharacterLook,
  Gap,
  GapRule,
  LayoutBlock,
  LayoutTrait,
  LayoutTraitKind,
  LineSpacing,
  ParagraphFormat,
  RoleLayoutRule,
  SpacingRule,
} from '../model/layout.ts';
import { within } from '../model/range.ts';
import { isSameFont } from '../model/type-vocabulary.ts';

/** What a stretch of text has otherwise than asked, and what of it the document does not say. */
export interface Comparison {
  readonly wrong: readonly LayoutTrait[];
  readonly unsaid: readonly LayoutTraitKind[];
}

/** Points, characters, lines and times the line that make no difference to the eye or come from rounding. */
const NEAR = { size: 0.2, points: 0.3, chars: 0.25, lines: 0.03, scale: 0.5 };

/** `chinese`: whether any of the characters shows a Chinese typeface. */
export function compareLook(
  look: CharacterLook,
  rule: RoleLayoutRule,
  strict: boolean,
  chinese: boolean,
): Comparison {
  const wrong: LayoutTrait[] = [];
  const unsaid: LayoutTraitKind[] = [];
  const { font, size, bold, scale } = rule;
  if (font && chinese && look.eastAsian === undefined) unsaid.push('font');
  else if (font && chinese && !font.some((name) => isSameFont(name, look.eastAsian ?? '', strict)))
    wrong.push({ kind: 'font', names: [look.eastAsian ?? ''] });
  if (size && look.size === undefined) unsaid.push('size');
  else if (size && look.size !== undefined && !size.some((points) => isNear(points, look.size, NEAR.size)))
    wrong.push({ kind: 'size', points: [look.size] });
  if (bold !== undefined && look.bold !== bold) wrong.push({ kind: 'bold', bold: look.bold });
  if (scale !== undefined && !isNear(scale, look.scale, NEAR.scale))
    wrong.push({ kind: 'scale', percent: look.scale });
  return { wrong, unsaid };
}

/** Only where the block is whole paragraphs: a sentence has no spacing of its own. */
export function compareParagraph(block: LayoutBlock, rule: RoleLayoutRule): readonly LayoutTrait[] {
  if (block.runIn === true) return [];
  const { format } = block;
  const wrong: LayoutTrait[] = [];
  const { align, indent, lineSpacing, before, after } = rule;
  if (align && !isAligned(format, align)) wrong.push({ kind: 'align', align: format.align });
  // A list is set in by the program, further than running text.
  if (indent !== undefined && block.listed !== true && !isNear(indent, format.indent ?? 0, NEAR.chars))
    wrong.push({ kind: 'indent', chars: format.indent ?? 0 });
  if (lineSpacing && !isSpaced(format.spacing, lineSpacing))
    wrong.push({ kind: 'spacing', spacing: format.spacing });
  if (before && !isGap(format.before, before)) wrong.push({ kind: 'before', gap: format.before });
  if (after && !isGap(format.after, after)) wrong.push({ kind: 'after', gap: format.after });
  return wrong;
}

/** Both edges straight begins at the left as well. */
function isAligned({ align }: ParagraphFormat, asked: ParagraphFormat['align']): boolean {
  return align === asked || (asked === 'left' && align === 'justify');
}

/** At least so much is just as much for a text of that size. */
function isSpaced(found: LineSpacing, asked: SpacingRule): boolean {
  if ('lines' in asked) return found.kind === 'multiple' && isNear(asked.lines, found.lines, NEAR.lines);
  if (found.kind === 'multiple') return false;
  return 'points' in asked
    ? isNear(asked.points, found.points, NEAR.points)
    : within(asked.range, found.points);
}

function isGap(found: Gap, asked: GapRule): boolean {
  if (found.unit === 'auto') return false;
  if (asked.value === 0) return isNear(0, found.value, NEAR.lines);
  return found.unit === asked.unit && isNear(asked.value, found.value, NEAR.points / 3);
}

function isNear(asked: number, found: number | undefined, tolerance: number): boolean {
  return found !== undefined && Math.abs(asked - found) <= tolerance;
}
