import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly stored?: boolean;
  /** Lies about the unpacked size. */
  readonly declaredBytes?: number;
  readonly flags?: number;
}

/** A zip made by hand, so that a test can make it wrong in one place. APPNOTE.TXT 4.3 */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = part.stored === true ? data : deflateRawSync(data);
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800 | (part.flags ?? 0), 2);
    fields.writeUInt16LE(part.stored === true ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.declaredBytes ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name);
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = [
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

export function documentXml(body: string, namespace: string = WORD_NAMESPACE): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${namespace}" ${NAMESPACES}><w:body>${body}</w:body></w:document>`;
}

export function relationshipsXml(
  list: readonly (readonly [id: string, kind: string, target: string])[],
): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const items = list.map(([id, kind, target]) => {
    const mode = target.includes('://') ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${base}/${kind}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

export const CONTENT_TYPES: ZipPart = {
  name: '[Content_Types].xml',
  data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
};
export const PACKAGE_RELATIONSHIPS: ZipPart = {
  name: '_rels/.rels',
  data: relationshipsXml([['rId1', 'officeDocument', 'word/document.xml']]),
};

/** A docx with that body, and whatever other parts the case needs. */
export function makeDocx(body: string, ...others: readonly ZipPart[]): Buffer {
  const main = { name: 'word/document.xml', data: documentXml(body) };
  return makeZip([CONTENT_TYPES, PACKAGE_RELATIONSHIPS, main, ...others]);
}

/** The first bytes of a PNG of that size: enough for its header. */
export function pngHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(64);
  Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1').copy(head);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}
