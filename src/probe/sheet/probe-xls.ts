import type { Integrity } from '../../model/facts.ts';
import type { SheetName } from '../../model/sheet-facts.ts';
import type { OpenFile } from '../../system/system.ts';
import { CompoundFile } from '../word/compound-file.ts';
import { findHoles } from '../word/find-holes.ts';
import { broken, unknown } from '../word/unfit.ts';
import type { SheetProbe } from './sheet-probe.ts';
import { HEADER_BYTES, RECORD, recordAt, type XlsRecord } from './xls-records.ts';

/** A workbook of a hundred thousand rows; pictures lie in it too. */
const MOST_WORKBOOK = 134_217_728;
/** Of Excel 97 and later; before, names of sheets are in the encoding of whoever wrote them. */
const UNICODE_VERSION = 0x0600;

/**
 * An Excel 97–2003 workbook and what WPS writes in its place: .xls, .et. Its records are followed from the first to
 * the last, every sheet to its end ([MS-XLS] 2.1); what stands in the cells is not read.
 */
export async function probeXls(file: OpenFile): Promise<SheetProbe> {
  const compound = await CompoundFile.open(file);
  if (compound.streams.has('encryptedpackage')) throw broken({ kind: 'password' });
  const stream = compound.streams.get('workbook') ?? compound.streams.get('book');
  if (!stream) throw broken({ kind: 'nothing-inside' });
  if (stream.bytes > MOST_WORKBOOK)
    throw unknown({ kind: 'too-large', what: 'unpacked', limit: MOST_WORKBOOK });
  const bytes = await compound.read(stream, 0, stream.bytes);
  const walked = walk(bytes);
  if (!walked) return { integrity: await integrityOfOdd(bytes) };
  return { sheet: { sheets: walked }, integrity: { state: 'whole' } };
}

/** Names of the sheets, where all of the stream is as described; undefined where it is otherwise, or locked. */
function walk(bytes: Uint8Array): readonly SheetName[] | undefined {
  const first = recordAt(bytes, 0);
  if (first?.type !== RECORD.begin) return undefined;
  const isUnicode = wordAt(first.data, 0) === UNICODE_VERSION;
  const begins = new Set<number>();
  const sheets: { readonly name: SheetName; readonly at: number }[] = [];
  let depth = 0;
  for (let at = 0; at < bytes.length;) {
    const record = recordAt(bytes, at);
    if (depth === 0 && at > 0 && isPadding(bytes, at)) break;
    // Behind a password all but the types of records is made unreadable; Excel's own default password looks the same.
    if (!record || record.type === RECORD.filePass || (record.type === 0 && record.data.length === 0))
      return undefined;
    if (depth === 0 && record.type !== RECORD.begin) return undefined;
    if (record.type === RECORD.begin) {
      begins.add(at);
      depth++;
    } else if (record.type === RECORD.end) depth--;
    else if (record.type === RECORD.boundSheet) sheets.push(sheetOf(record, isUnicode, sheets.length));
    at += HEADER_BYTES + record.data.length;
  }
  const isWhole = depth === 0 && sheets.length > 0 && sheets.every(({ at }) => begins.has(at));
  return isWhole ? sheets.map(({ name }) => name) : undefined;
}

/** Some programs fill the stream up with zeros. */
function isPadding(bytes: Uint8Array, at: number): boolean {
  return bytes.subarray(at, at + HEADER_BYTES).every((byte) => byte === 0);
}

/** Where the sheet begins, whether it is shown, its name in whole or half characters. [MS-XLS] 2.4.28 */
function sheetOf({ data }: XlsRecord, isUnicode: boolean, index: number) {
  const at = wordAt(data, 0) + wordAt(data, 2) * 0x1_0000;
  const hidden = ((data[4] ?? 0) & 3) !== 0;
  const [letters = 0, flags = 0] = data.subarray(6, 8);
  const isWide = (flags & 1) === 1;
  const text = data.subarray(8, 8 + letters * (isWide ? 2 : 1));
  const written = isWide ? new TextDecoder('utf-16le').decode(text) : Buffer.from(text).toString('latin1');
  const name = isUnicode ? written : `Sheet${String(index + 1)}`;
  return { at, name: { name, ...(hidden && { hidden: true as const }) } };
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 0x100;
}

/** The format has no checksums: where it is otherwise than described, only stretches of nothing prove damage. */
async function integrityOfOdd(bytes: Uint8Array): Promise<Integrity> {
  const read = (at: number, length: number) => Promise.resolve(bytes.subarray(at, at + length));
  const cause = await findHoles(bytes.length, read);
  if (cause) return { state: 'broken', cause };
  return { state: 'unknown', cause: { kind: 'no-prober' } };
}
