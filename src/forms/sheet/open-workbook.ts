import { resolvePart, type Relationship } from '../../model/relationship.ts';
import { readPackage, unpackPart, type PackedPart } from '../form-package.ts';
import { UnreadableForm } from '../unreadable.ts';
import { childElements, parseWordXml, type Document } from '../word-xml.ts';
import { runsOf, type TextRun } from './cell-text.ts';
import { isSheet, relationOf, sheetChild, sheetChildren } from './sheet-xml.ts';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface OpenWorkbook {
  readonly parts: readonly PackedPart[];
  /** Name of the main part, and what it says. */
  readonly main: string;
  readonly document: Document;
  /** In their order: charts that are sheets too, for names are counted by it. */
  readonly sheets: readonly ListedSheet[];
  /** The texts that cells share. */
  readonly strings: readonly (readonly TextRun[])[];
  /** Name of the part with the looks of cells. */
  readonly styles: string;
}

/** Opens an .xlsx. Throws `UnreadableForm`. */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenWorkbook> {
  const parts = readPackage(bytes);
  const [start] = (await relationsOf(parts, '')).filter(({ kind }) => kind === 'officeDocument');
  const main = start?.target ?? 'xl/workbook.xml';
  const document = await openPart(parts, main);
  const root = document.documentElement;
  if (!isSheet(root, 'workbook')) throw new UnreadableForm('not-docx', 'no workbook');
  const relations = await relationsOf(parts, main);
  const targets = new Map(relations.map(({ id, target }) => [id, target]));
  const sheets = sheetChildren(sheetChild(root, 'sheets') ?? root, 'sheet').map((sheet) => ({
    name: sheet.getAttribute('name') ?? '',
    hidden: /hidden/i.test(sheet.getAttribute('state') ?? ''),
    part: targets.get(relationOf(sheet) ?? '') ?? '',
  }));
  const partOf = (kind: string) => relations.find((one) => one.kind === kind)?.target;
  const shared = partOf('sharedStrings');
  const strings = shared === undefined ? undefined : (await openPart(parts, shared)).documentElement;
  return {
    ...{ parts, main, document, sheets, styles: partOf('styles') ?? '' },
    strings: strings ? sheetChildren(strings, 'si').map(runsOf) : [],
  };
}

export async function openPart(parts: readonly PackedPart[], name: string): Promise<Document> {
  const part = parts.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!part) throw new UnreadableForm('broken', `${name} is missing`);
  return await parseWordXml(unpackPart(part), part.name);
}

/** What a part refers to; of the package itself where `source` is empty. */
export async function relationsOf(
  parts: readonly PackedPart[],
  source: string,
): Promise<readonly Relationship[]> {
  const slash = source.lastIndexOf('/') + 1;
  const folder = source.slice(0, slash);
  const name = `${folder}_rels/${source.slice(slash)}.rels`.toLowerCase();
  const part = parts.find((one) => one.name.toLowerCase() === name);
  const root = part && (await parseWordXml(unpackPart(part), part.name)).documentElement;
  return (root ? childElements(root) : []).flatMap((element): Relationship[] => {
    if (element.localName !== 'Relationship') return [];
    const read = (name: string) => element.getAttribute(name) ?? '';
    const external = read('TargetMode') === 'External';
    const target = external ? read('Target') : resolvePart(folder, read('Target'));
    return [{ id: read('Id'), kind: read('Type').split('/').at(-1) ?? '', target, external }];
  });
}
