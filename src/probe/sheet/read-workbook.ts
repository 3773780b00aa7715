import type { SheetName } from '../../model/sheet-facts.ts';
import type { OfficePackage, PackagePart } from '../word/open-package.ts';
import { attribute, XmlReader, type XmlHandler } from '../word/parse-xml.ts';
import { relationshipId, relationshipsOf } from '../word/relationships.ts';
import { broken, corrupt, unknown } from '../word/unfit.ts';

/** Transitional and strict. ECMA-376-1, 18.2.27 */
export const SPREADSHEET =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main|purl\.oclc\.org\/ooxml\/spreadsheetml\/main)$/;
const MOST_XML = 67_108_864;
const MOST_SHEETS = 1_000;

export interface Workbook {
  readonly sheets: readonly (SheetName & { readonly part: PackagePart })[];
  /** The texts that cells share; absent where no cell has any. */
  readonly strings?: PackagePart;
}

/** The main part: which sheets there are, and which of them are shown. Throws `Unfit`. */
export async function readWorkbook(from: OfficePackage, main: PackagePart): Promise<Workbook> {
  const found: (SheetName & { readonly id: string })[] = [];
  let root = '';
  await readXml(from, main, {
    open: (element) => {
      if (!SPREADSHEET.test(element.uri)) return;
      if (root === '') root = element.local;
      if (element.local !== 'sheet') return;
      const hidden = /hidden/i.test(attribute(element, 'state') ?? '');
      const name = attribute(element, 'name') ?? '';
      found.push({ name, id: relationshipId(element, 'id') ?? '', ...(hidden && { hidden }) });
    },
    text: () => undefined,
    close: () => undefined,
  });
  if (root !== 'workbook' || found.length === 0) throw broken({ kind: 'nothing-inside' });
  if (found.length > MOST_SHEETS) throw unknown({ kind: 'too-large', what: 'pages', limit: MOST_SHEETS });
  const relationships = await relationshipsOf(from, main.name);
  const partOf = (target: string | undefined): PackagePart => {
    const part = target === undefined ? undefined : from.parts.get(target);
    if (!part) throw corrupt(target ?? main.shownName, 'missing');
    return part;
  };
  const strings = relationships.find(({ kind, external }) => kind === 'sharedStrings' && !external);
  return {
    sheets: found.map(({ id, ...named }) => ({
      ...named,
      part: partOf(relationships.find((one) => one.id === id)?.target),
    })),
    ...(strings && { strings: partOf(strings.target) }),
  };
}

/** Reads one part of a workbook from its beginning to its end. Throws `Unfit`. */
export async function readXml(from: OfficePackage, part: PackagePart, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(part.shownName, handler);
  await from.read(part, MOST_XML, (bytes) => {
    reader.write(bytes);
  });
  reader.end();
}
