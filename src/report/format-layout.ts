import type { Gap, LayoutFault, LayoutRule, LayoutTrait, LineSpacing, SpacingRule } from '../model/layout.ts';
import { askedParts } from '../model/layout-asked.ts';
import { nameOfSize } from '../model/type-vocabulary.ts';
import type { Language } from '../model/report.ts';
import { formatRange } from './format-range.ts';
import { ALIGNS, KINDS, partName, pick, PLACES, SIDES } from './layout-names.ts';
import { visible } from './show-name.ts';

/** `仿宋 三号，行距 28 磅`. */
export function traitsText(traits: readonly LayoutTrait[], language: Language): string {
  const margins = marginsText(traits, language);
  const others = traits.flatMap((trait) => (trait.kind === 'margin' ? [] : [traitText(trait, language)]));
  return [...others, ...(margins === '' ? [] : [margins])].join(language === 'zh' ? '，' : ', ');
}

/** Margins that are the same are told together: `页边距 上下 25.4±1 毫米、左右 31.8±1 毫米`. */
function marginsText(traits: readonly LayoutTrait[], language: Language): string {
  const zh = language === 'zh';
  const sides = new Map<string, string[]>();
  for (const trait of traits) {
    if (trait.kind !== 'margin') continue;
    const length = lengthText(trait.range, language);
    sides.set(length, [...(sides.get(length) ?? []), pick(SIDES[trait.side], language)]);
  }
  const told = [...sides].map(([length, names]) => `${names.join(zh ? '' : ' and ')} ${length}`);
  if (told.length === 0) return '';
  return zh ? `页边距 ${told.join('、')}` : `margins ${told.join(', ')}`;
}

/** All that a layout asks, part by part. */
export function layoutText(rule: LayoutRule, language: Language): string {
  const [colon, stop, strict] =
    language === 'zh' ? ['：', '；', '字体名称须一字不差'] : [': ', '; ', 'typefaces by their very names'];
  const parts = askedParts(rule).map(
    ([part, asked]) => `${partName(part, language)}${colon}${traitsText(asked, language)}`,
  );
  return [...parts, ...(rule.strictFont ? [strict] : [])].join(stop);
}

const MOST_FAULTS = 3;

/** `“疫情发生以来”等 12 段：宋体，四号；…` */
export function faultsText(faults: readonly LayoutFault[], language: Language): string {
  const zh = language === 'zh';
  const told = faults.slice(0, MOST_FAULTS).map((fault) => {
    const where = faultPlace(fault, language);
    const found = traitsText(fault.found, language);
    return where === '' ? found : `${where}${zh ? '：' : ': '}${found}`;
  });
  const more = faults.length - told.length;
  if (more > 0) told.push(zh ? `另有 ${more} 种` : `${more} more kinds`);
  return told.join(zh ? '；' : '; ');
}

function faultPlace({ opening, count, characters }: LayoutFault, language: Language): string {
  const zh = language === 'zh';
  if (opening === undefined) {
    if (count <= 1) return '';
    return zh ? `${count} 节` : `${count} sections`;
  }
  const quoted = quoteOpening(opening);
  if (characters !== undefined) {
    return zh
      ? `${quoted}等 ${count} 段里的 ${characters} 字`
      : `${characters} characters in ${quoted} and such, ${count} paragraph(s)`;
  }
  if (count === 1) return quoted;
  return zh ? `${quoted}等 ${count} 段` : `${quoted} and ${count - 1} more`;
}

export function quoteOpening(opening: string): string {
  const text = visible(opening);
  const shown = Array.from(text).length > 12 ? `${Array.from(text).slice(0, 12).join('')}…` : text;
  return `“${shown}”`;
}

function traitText(trait: Exclude<LayoutTrait, { kind: 'margin' }>, language: Language): string {
  const zh = language === 'zh';
  const or = zh ? '或' : ' or ';
  switch (trait.kind) {
    case 'font':
      return trait.names.map(visible).join(or);
    case 'size':
      return trait.points.map((points) => sizeText(points, language)).join(or);
    case 'bold':
      return trait.bold ? (zh ? '加粗' : 'bold') : zh ? '不加粗' : 'not bold';
    case 'align':
      return pick(ALIGNS[trait.align], language);
    case 'indent':
      return indentText(trait.chars, zh);
    case 'spacing':
      return spacingText(trait.spacing, language);
    case 'before':
    case 'after':
      return `${pick(KINDS[trait.kind], language)} ${gapText(trait.gap, zh)}`;
    case 'scale':
      return `${pick(KINDS.scale, language)} ${trait.percent}%`;
    case 'paper':
      return paperText(trait.width, trait.height, zh);
    case 'orientation':
      return trait.orientation === 'portrait' ? (zh ? '纵向' : 'portrait') : zh ? '横向' : 'landscape';
    case 'grid':
      if (trait.unit === 'lines') return zh ? `每页 ${trait.count} 行` : `${trait.count} lines a page`;
      return zh ? `每行 ${trait.count} 字` : `${trait.count} characters a line`;
    case 'page-number':
      if (!trait.place) return zh ? '有页码' : 'numbered';
      return pick(PLACES[trait.place], language);
    case 'no-page-number':
      return zh ? '没有页码' : 'not numbered';
  }
}

function sizeText(points: number, language: Language): string {
  const bare = trimmed(points);
  return language === 'zh' ? (nameOfSize(points) ?? `${bare} 磅`) : `${bare} pt`;
}

function indentText(chars: number, zh: boolean): string {
  if (chars === 0) return zh ? '首行不缩进' : 'no indent';
  if (chars < 0) return zh ? `悬挂缩进 ${trimmed(-chars)} 字` : `hanging by ${trimmed(-chars)} characters`;
  return zh ? `首行缩进 ${trimmed(chars)} 字` : `indented by ${trimmed(chars)} characters`;
}

function spacingText(spacing: SpacingRule | LineSpacing, language: Language): string {
  const zh = language === 'zh';
  const length = (points: number): string => (zh ? `${trimmed(points)} 磅` : `${trimmed(points)} pt`);
  const label = zh ? '行距 ' : 'lines ';
  if ('range' in spacing) return `${label}${formatRange(spacing.range, language, length)}`;
  if ('lines' in spacing)
    return zh
      ? spacing.lines === 1
        ? '单倍行距'
        : `行距 ${trimmed(spacing.lines)} 倍`
      : `line spacing ${trimmed(spacing.lines)}`;
  const least = 'kind' in spacing && spacing.kind === 'at-least';
  return `${label}${least ? (zh ? '最小 ' : 'at least ') : ''}${length(spacing.points)}`;
}

function gapText(gap: Gap, zh: boolean): string {
  if (gap.unit === 'auto') return zh ? '自动' : 'automatic';
  if (gap.unit === 'lines') return zh ? `${trimmed(gap.value)} 行` : `${trimmed(gap.value)} lines`;
  return zh ? `${trimmed(gap.value)} 磅` : `${trimmed(gap.value)} pt`;
}

const PAPERS: readonly (readonly [name: string, width: number, height: number])[] = [
  ['A3', 297, 420], ['A4', 210, 297], ['A5', 148, 210], ['B5', 176, 250], ['16K', 184, 260], ['Letter', 215.9, 279.4],
]; // prettier-ignore

function paperText(width: number, height: number, zh: boolean): string {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const known = PAPERS.find(([, one, other]) => Math.abs(one - short) <= 1 && Math.abs(other - long) <= 1);
  const figures = `${trimmed(width)}×${trimmed(height)} ${zh ? '毫米' : 'mm'}`;
  return known ? known[0] : figures;
}

/** A range of two millimetres is one length with the tolerance that makers have. */
function lengthText(
  { min, max }: { readonly min?: number; readonly max?: number },
  language: Language,
): string {
  const unit = language === 'zh' ? ' 毫米' : ' mm';
  if (min !== undefined && max !== undefined && min !== max) {
    const half = (max - min) / 2;
    if (half <= 1) return `${trimmed(min + half)}±${trimmed(half)}${unit}`;
  }
  return formatRange(
    { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
    language,
    (value) => `${trimmed(value)}${unit}`,
  );
}

function trimmed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
