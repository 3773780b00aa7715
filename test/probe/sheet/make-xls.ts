import { makeCompound } from '../slides/make-ppt.ts';

/** A record of [MS-XLS] 2.1.4. */
export function record(type: number, data: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

export interface MadeXls {
  readonly sheets?: readonly { readonly name: string; readonly hidden?: boolean }[];
  /** Records that stand in every sheet. */
  readonly rows?: Buffer;
  /** Records behind the workbook's first one. */
  readonly first?: Buffer;
}

/** The stream of an Excel 97 workbook: the workbook itself, then each sheet. [MS-XLS] 2.1.7.20 */
export function workbookStream({
  sheets = [{ name: '汇总表' }],
  rows = Buffer.alloc(0),
  first = Buffer.alloc(0),
}: MadeXls = {}): Buffer {
  const begin = record(0x0809, Buffer.from('00060500', 'hex'));
  const listed = sheets.map(({ name, hidden }) => {
    const data = Buffer.alloc(8 + name.length * 2);
    data[4] = hidden ? 1 : 0;
    data[6] = name.length;
    data[7] = 1;
    data.write(name, 8, 'utf16le');
    return record(0x0085, data);
  });
  const sheet = Buffer.concat([begin, rows, record(0x000a)]);
  const globals = begin.length + first.length + Buffer.concat(listed).length + 4;
  for (const [index, one] of listed.entries()) one.writeUInt32LE(globals + index * sheet.length, 4);
  return Buffer.concat([begin, first, ...listed, record(0x000a), ...sheets.map(() => sheet)]);
}

/** The same as a file. */
export function makeXls(book: MadeXls = {}): Buffer {
  return makeCompound({ Workbook: workbookStream(book) });
}
