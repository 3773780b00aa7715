import type {
  DoubtReason,
  FormFilled,
  FormInspected,
  FormRoster,
  FormSlot,
  KeptReason,
  SkipReason,
} from '../model/form.ts';
import type { Language } from '../model/report.ts';
import { visible } from './show-name.ts';
import { padColumns } from './terminal/wrap-text.ts';

const keptZh: Readonly<Record<KeptReason, string>> = {
  opinion: '意见栏，留给人写',
  seal: '盖章处',
  signature: '签字处',
  photo: '贴照片处',
  filled: '已有内容',
  'for-office': '收件单位填写',
};
const keptEn: Readonly<Record<KeptReason, string>> = {
  opinion: 'an opinion, left to a person',
  seal: 'place of a seal',
  signature: 'place of a signature',
  photo: 'place of a photograph',
  filled: 'filled already',
  'for-office': 'for the receiving office',
};
const doubtZh: Readonly<Record<DoubtReason, string>> = {
  'unknown-label': '没有标签',
  'someone-else': '问的是别人',
  ambiguous: '同样的栏不止一处',
  'running-text': '在长文里的空格',
};
const doubtEn: Readonly<Record<DoubtReason, string>> = {
  'unknown-label': 'no label',
  'someone-else': 'asks about another person',
  ambiguous: 'the same label more than once',
  'running-text': 'a blank within a long text',
};
const skipZh: Readonly<Record<SkipReason, string>> = {
  'no-option': '没有这个选项',
  shape: '内容套不进印好的格式',
  contradicts: '与印好的内容矛盾',
  filled: '已有内容',
};
const skipEn: Readonly<Record<SkipReason, string>> = {
  'no-option': 'no such option',
  shape: 'does not fit the printed shape',
  contradicts: 'contradicts what is printed',
  filled: 'filled already',
};

/** An old .doc was turned into a .docx by LibreOffice first. */
interface MayBeConverted {
  readonly converted?: true;
}

/** What was recognised in a form and what was not. */
export function describeInspection(
  { slots, rosters, converted }: Omit<FormInspected, 'others'> & MayBeConverted,
  language: Language,
): string {
  const zh = language === 'zh';
  const known = slots.filter(({ field, kept }) => field !== undefined && kept === undefined);
  const kept = slots.filter((slot) => slot.kept !== undefined);
  const unknown = slots.filter(({ field, kept: left }) => field === undefined && left === undefined);
  return [
    ...(converted ? [convertedNote(zh)] : []),
    zh ? `认得出，可以填（${known.length}）` : `recognised, can be filled (${known.length})`,
    ...known.map((slot) => line(slot, [meaningOf(slot, zh), limitOf(slot, zh)].filter(Boolean).join('  '))),
    zh ? `保留原样（${kept.length}）` : `left as they are (${kept.length})`,
    ...kept.map((slot) => line(slot, slot.kept ? (zh ? keptZh : keptEn)[slot.kept] : '')),
    zh ? `认不出，请自己填（${unknown.length}）` : `not recognised, yours to fill (${unknown.length})`,
    ...unknown.map((slot) => line(slot, doubtOf(slot, zh))),
    ...rosters.map((roster) => rosterLine(roster, zh)),
    '',
  ].join('\n');
}

/** What was written into a form, and what is left for a person. */
export function describeFilling(
  { filled, unfilled, skipped, unknown, rosters, unplaced, converted }: FormFilled & MayBeConverted,
  language: Language,
): string {
  const zh = language === 'zh';
  const over = filled.filter((slot) => slot.over !== undefined);
  return [
    ...(converted ? [convertedNote(zh)] : []),
    zh ? `填了 ${filled.length} 处` : `${filled.length} filled`,
    ...filled.map(({ slot, value }) => line(slot, visible(value.split('\n')[0] ?? ''))),
    ...(over.length > 0
      ? [zh ? '超出字数限制，没有删减，请自己精简' : 'over the limit, not cut; shorten them']
      : []),
    ...over.map(({ slot, over: words }) =>
      line(slot, `${words ?? 0} / ${slot.limit ?? 0} ${zh ? '字' : 'characters'}`),
    ),
    ...(unfilled.length > 0
      ? [zh ? `没有内容可填（${unfilled.length}）` : `nothing to write (${unfilled.length})`]
      : []),
    ...unfilled.map((slot) => line(slot, slot.field ?? '')),
    ...(skipped.length > 0 ? [zh ? `没有填（${skipped.length}）` : `not filled (${skipped.length})`] : []),
    ...skipped.map(({ slot, reason }) => line(slot, (zh ? skipZh : skipEn)[reason])),
    ...(unknown.length > 0
      ? [
          zh
            ? `没有人说过该填什么（${unknown.length}）`
            : `nobody has said what belongs there (${unknown.length})`,
        ]
      : []),
    ...unknown.map((slot) => line(slot, slot.own === true ? meaningOf(slot, zh) : doubtOf(slot, zh))),
    ...rosters.map((roster) => rosterLine(roster, zh)),
    ...unplaced.map(({ name, lines }) =>
      zh
        ? `${visible(name)}：${lines} 行没有填，没有哪张名册正好有这些列，或行数不够`
        : `${visible(name)}: ${lines} lines not filled; no one roster has these columns, or it has too few rows`,
    ),
    '',
  ].join('\n');
}

/** What belongs there: a field, or whatever is said under the form's own words. */
function meaningOf({ label, field = '', own }: FormSlot, zh: boolean): string {
  if (own !== true) return field;
  if (field === label) return zh ? '按表上的标签填' : 'by its own label';
  return zh ? `写作“${visible(field)}”` : `say it as “${visible(field)}”`;
}

function doubtOf({ doubt }: FormSlot, zh: boolean): string {
  return doubt ? (zh ? doubtZh : doubtEn)[doubt] : '';
}

/** How many lines there are, and how many of them are filled. */
function rosterLine({ columns, blankRows, grid, filledRows = 0 }: FormRoster, zh: boolean): string {
  const names = columns.map(visible).join(zh ? '、' : ', ');
  if (grid || blankRows === 0) {
    const rows = zh ? `${blankRows} 行空格` : `${blankRows} blank rows`;
    return zh ? `表中表（${rows}，请自己填）：${names}` : `a table (${rows}, yours to fill): ${names}`;
  }
  if (zh) {
    const done = filledRows > 0 ? `填了 ${filledRows} 行` : '没有填；内容里写成列表才填';
    return `名册或汇总表（${blankRows} 行，${done}）：${names}`;
  }
  const done = filledRows > 0 ? `${filledRows} filled` : 'none filled; give its lines as a list';
  return `a roster (${blankRows} rows, ${done}): ${names}`;
}

function convertedNote(zh: boolean): string {
  return zh
    ? '旧的 .doc 已由 LibreOffice 转成 .docx（原文件没有动）；填好后请看一遍版式'
    : 'an old .doc, converted to .docx by LibreOffice (the file itself is untouched); look over the layout when filled';
}

function line({ label }: FormSlot, note: string): string {
  return `  ${padColumns(visible(label), 23)} ${note}`.trimEnd();
}

function limitOf({ limit, limitAbout }: FormSlot, zh: boolean): string {
  if (limit === undefined) return '';
  if (!zh) return `${limitAbout === true ? 'about' : 'at most'} ${limit}`;
  return limitAbout === true ? `${limit} 字左右` : `${limit} 字以内`;
}
