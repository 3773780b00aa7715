import type { CheckArgs, Result } from '../model/check.ts';
import type {
  LayoutBlock,
  LayoutFacts,
  LayoutFault,
  LayoutRemark,
  LayoutTraitKind,
  LayoutUnclear,
  RoleLayoutRule,
  TextRole,
} from '../model/layout.ts';
import { askedOfRole } from '../model/layout-asked.ts';
import { compareLook, compareParagraph } from './compare-role.ts';

export interface JudgedLayout {
  readonly result: Result;
  readonly args: CheckArgs['text.layout'];
}

/** Of a part's characters, so many may look otherwise inside their paragraphs before it is more than a remark. */
const FEW = 0.05;
const OPENING_ROLES: ReadonlySet<TextRole> = new Set(['title', 'subtitle', 'byline']);

/** One part of a text against what is asked of it. */
export function judgeRole(
  role: TextRole,
  rule: RoleLayoutRule,
  layout: LayoutFacts,
  strict: boolean,
): JudgedLayout {
  const asked = askedOfRole(rule);
  const blocks = layout.blocks.filter((block) => block.role === role);
  const compared = blocks.map((block) => compareBlock(block, rule, strict));
  const strays = compareStrays(role, rule, layout, strict);
  const faults = [...mergeAlike(compared.flatMap(({ fault }) => fault ?? [])), ...strays.faults];
  const remarks = [...remarksOf(role, rule, blocks, layout), ...strays.remarks];
  const args = { part: role, asked, faults, remarks };
  if (faults.length > 0) return { result: 'fail', args };
  if (blocks.length === 0 && isLacking(role, layout)) return { result: 'skip', args };
  const unclear = unclearOf(role, blocks, compared, layout);
  return unclear ? { result: 'unknown', args: { ...args, unclear } } : { result: 'pass', args };
}

interface ComparedBlock {
  readonly block: LayoutBlock;
  readonly fault?: LayoutFault;
  readonly unsaid: readonly LayoutTraitKind[];
}

function compareBlock(block: LayoutBlock, rule: RoleLayoutRule, strict: boolean): ComparedBlock {
  const { wrong, unsaid } = compareLook(block.format, rule, strict, true);
  const found = [...wrong, ...compareParagraph(block, rule)];
  const [opening = ''] = block.openings;
  return { block, unsaid, ...(found.length > 0 && { fault: { opening, count: block.paragraphs, found } }) };
}

/** Paragraphs with the same faults are told together, whatever else tells them apart; the most first. */
function mergeAlike(faults: readonly LayoutFault[]): readonly LayoutFault[] {
  const alike = new Map<string, LayoutFault>();
  for (const fault of faults) {
    const key = JSON.stringify(fault.found);
    const known = alike.get(key);
    alike.set(key, known ? { ...known, count: known.count + fault.count } : fault);
  }
  return [...alike.values()].sort((one, other) => other.count - one.count);
}

/** Words set otherwise in the middle of a paragraph. */
function compareStrays(
  role: TextRole,
  rule: RoleLayoutRule,
  { blocks, strays }: LayoutFacts,
  strict: boolean,
): { readonly faults: readonly LayoutFault[]; readonly remarks: readonly LayoutRemark[] } {
  const all = blocks.reduce((sum, block) => sum + (block.role === role ? block.characters : 0), 0);
  const wrong = strays.flatMap((stray) => {
    if (stray.role !== role) return [];
    const found = compareLook(stray.look, rule, strict, stray.chinese > 0).wrong;
    return found.length === 0 ? [] : [{ stray, found }];
  });
  const characters = wrong.reduce((sum, { stray }) => sum + stray.characters, 0);
  const [first] = wrong;
  if (!first) return { faults: [], remarks: [] };
  if (characters <= all * FEW)
    return { faults: [], remarks: [{ kind: 'few', characters, opening: first.stray.opening }] };
  const faults = wrong.map(({ stray, found }) => ({
    opening: stray.opening,
    count: stray.paragraphs,
    characters: stray.characters,
    found,
  }));
  return { faults, remarks: [] };
}

/** A text need not have headings of every level, nor a subtitle: without anything that may be one, there is none. */
function isLacking(role: TextRole, { asides, blocks, looked, paragraphs }: LayoutFacts): boolean {
  if (asides.some(({ kind }) => kind === 'unclear')) return false;
  // Below a title that was found, a short line in the middle may be either.
  if (role === 'subtitle') return isThere('title', blocks) && !isThere('byline', blocks);
  const mayBe = blocks.some((block) => block.mayBe === role);
  return /^h\d$/.test(role) && !mayBe && looked >= paragraphs && blocks.length > 0;
}

function isThere(role: TextRole, blocks: readonly LayoutBlock[]): boolean {
  return blocks.some((block) => block.role === role);
}

function unclearOf(
  role: TextRole,
  blocks: readonly LayoutBlock[],
  compared: readonly ComparedBlock[],
  { asides, looked, paragraphs, blocks: all }: LayoutFacts,
): LayoutUnclear | undefined {
  if (blocks.length === 0) {
    const unclear = asides.find(({ kind }) => kind === 'unclear');
    const numbered = all.filter(({ mayBe }) => mayBe === role);
    const candidates =
      (unclear?.paragraphs ?? 0) + numbered.reduce((sum, block) => sum + block.paragraphs, 0);
    const opening = unclear?.opening ?? numbered[0]?.openings[0];
    return { kind: 'not-found', candidates, ...(opening !== undefined && { opening }) };
  }
  // What stands at the beginning is whole, however long the rest is.
  if (looked < paragraphs && !OPENING_ROLES.has(role)) return { kind: 'too-long', looked, paragraphs };
  const unsaid = compared.filter((one) => one.unsaid.length > 0);
  const [first] = unsaid;
  if (!first) return undefined;
  const [opening = ''] = first.block.openings;
  const count = unsaid.reduce((sum, { block }) => sum + block.paragraphs, 0);
  return { kind: 'not-said', count, opening, traits: [...new Set(unsaid.flatMap((one) => one.unsaid))] };
}

function remarksOf(
  role: TextRole,
  { indent }: RoleLayoutRule,
  blocks: readonly LayoutBlock[],
  { asides, inTables }: LayoutFacts,
): readonly LayoutRemark[] {
  if (role !== 'body') return [];
  const typed = indent === undefined ? [] : blocks.filter(({ format }) => (format.blanks ?? 0) >= 1);
  const paragraphs = typed.reduce((sum, block) => sum + block.paragraphs, 0);
  const apart = asides.filter(({ kind }) => kind === 'set-apart' || kind === 'unclear');
  const left = apart.reduce((sum, aside) => sum + aside.paragraphs, 0);
  return [
    ...(paragraphs > 0 ? [{ kind: 'blanks', paragraphs } as const] : []),
    ...(inTables > 0 ? [{ kind: 'tables', paragraphs: inTables } as const] : []),
    ...(apart[0] ? [{ kind: 'aside', paragraphs: left, opening: apart[0].opening } as const] : []),
  ];
}
