import type { SheetFacts } from '../../model/sheet-facts.ts';
import type { OpenFile } from '../../system/system.ts';
import { mainPart } from '../word/main-part.ts';
import { OfficePackage } from '../word/open-package.ts';
import { corrupt } from '../word/unfit.ts';
import { SheetReader } from './read-sheet.ts';
import { readWorkbook, readXml, type Workbook } from './read-workbook.ts';
import { SharedStrings } from './shared-strings.ts';
import type { SheetProbe } from './sheet-probe.ts';

/** A workbook of ECMA-376 / ISO 29500, transitional or strict: .xlsx, .xlsm, .xltx. */
export async function probeXlsx(file: OpenFile): Promise<SheetProbe> {
  const from = await OfficePackage.open(file);
  if (!from.parts.has('[content_types].xml')) throw corrupt('[Content_Types].xml', 'missing');
  const main = await mainPart(from, 'xl/workbook.xml');
  if (main.name.endsWith('.bin')) return binaryWorkbook(from);
  const sheet = await readSheets(from, await readWorkbook(from, main));
  return { sheet, integrity: await from.integrityOfRest() };
}

/** .xlsb: what is in its parts is not XML. They can be damaged; that they are whole is not all there is to know. */
async function binaryWorkbook(from: OfficePackage): Promise<SheetProbe> {
  const integrity = await from.integrityOfRest();
  return {
    integrity: integrity.state === 'whole' ? { state: 'unknown', cause: { kind: 'no-prober' } } : integrity,
  };
}

async function readSheets(from: OfficePackage, { sheets, strings }: Workbook): Promise<SheetFacts> {
  const shared = strings && new SharedStrings();
  if (shared) await readXml(from, strings, shared);
  let words = 0;
  let opening: string | undefined;
  for (const { part, hidden } of sheets) {
    const reader = new SheetReader(part.shownName, shared);
    await readXml(from, part, reader);
    if (!/sheet$/i.test(reader.root)) throw corrupt(part.shownName, 'not a sheet');
    words += reader.words;
    if (hidden !== true) opening ??= reader.opening;
  }
  const names = sheets.map(({ name, hidden }) => ({ name, ...(hidden && { hidden }) }));
  return { sheets: names, words, opening: opening ?? '' };
}
