import type { Item } from '../../model/materials.ts';
import { showName, visible } from '../show-name.ts';
import type { Finding } from './finding.ts';
import { foldFindings, type Told } from './fold-findings.ts';
import type { Layout } from './layout.ts';
import { EMPTY_LINE, paragraph, type Line } from './line.ts';
import { pathWithin } from './path-within.ts';
import { toldBlock } from './told-block.ts';
import { shortenMiddle } from './wrap-text.ts';

/** One category: what several works share, then work by work, file by file. Nothing where there is nothing to tell. */
export function categorySection(
  category: string | undefined,
  findings: readonly Finding[],
  layout: Layout,
): readonly Line[] {
  const own = findings.filter(
    ({ item, check }) => (item ? item.category : check.subject.category) === category,
  );
  if (own.length === 0) return [];
  const told = foldFindings(own);
  const isOfOneItem = (one: Told) => one.lead.item !== undefined && itemsOf(one).size === 1;
  const common = told.filter((one) => !isOfOneItem(one));
  const single = told.filter(isOfOneItem);
  return [
    EMPTY_LINE,
    ...heading(category, layout),
    ...common.flatMap((one) => toldBlock(one, 2, layout)),
    ...[...groupByItem(single)].flatMap(([item, ofItem], at) => [
      ...(at === 0 && common.length === 0 ? [] : [EMPTY_LINE]),
      ...itemLines(item, ofItem, layout),
    ]),
  ];
}

function heading(category: string | undefined, { judgement, labels, columns }: Layout): readonly Line[] {
  const items = judgement.materials.items.filter((item) => item.category === category);
  const files = items.reduce((sum, { parts }) => sum + parts.length, 0);
  const name =
    judgement.notice.categories.find(({ id }) => id === category)?.name ?? category ?? labels.unsorted;
  return paragraph(`【${visible(name)}】${labels.categoryTotals(items.length, files)}`, {
    indent: 0,
    tone: 'strong',
    columns,
  });
}

function itemsOf({ findings }: Told): ReadonlySet<Item | undefined> {
  return new Set(findings.map(({ item }) => item));
}

function groupByItem(told: readonly Told[]): ReadonlyMap<Item, readonly Told[]> {
  const groups = new Map<Item, Told[]>();
  for (const one of told) {
    const { item } = one.lead;
    if (item) groups.set(item, pushed(groups.get(item), one));
  }
  return groups;
}

/** By the file each is about; under `undefined` what is about the work, or about several of its files. */
function groupByPath(told: readonly Told[]): ReadonlyMap<string | undefined, readonly Told[]> {
  const groups = new Map<string | undefined, Told[]>();
  for (const one of told) {
    const path = one.findings.length === 1 ? one.lead.check.subject.path : undefined;
    groups.set(path, pushed(groups.get(path), one));
  }
  return groups;
}

function pushed(group: Told[] | undefined, one: Told): Told[] {
  if (!group) return [one];
  group.push(one);
  return group;
}

/** The work's own troubles and those several of its files share, then its files one by one. */
function itemLines(item: Item, told: readonly Told[], layout: Layout): readonly Line[] {
  const byPath = groupByPath(told);
  const isOneFile = item.parts.length === 1 && item.parts[0]?.path === item.path;
  const folder = item.path === '' ? layout.labels.wholeFolder : `${item.path}/`;
  const inFiles = [...byPath].flatMap(([path, ofFile]) => {
    if (path === undefined) return [];
    const name = isOneFile ? path : pathWithin(item.path, path);
    const indent = isOneFile ? 2 : 4;
    return [
      ...pathLines(name, indent, layout),
      ...ofFile.flatMap((one) => toldBlock(one, indent + 2, layout)),
    ];
  });
  return [
    ...(isOneFile ? [] : pathLines(folder, 2, layout)),
    ...(byPath.get(undefined) ?? []).flatMap((one) => toldBlock(one, 4, layout)),
    ...inFiles,
  ];
}

/** At most two lines of it. */
function pathLines(path: string, indent: number, { columns }: Layout): readonly Line[] {
  const room = (columns - indent) * 2 - 4;
  return paragraph(shortenMiddle(showName(path), room), { indent, tone: 'strong', columns });
}
