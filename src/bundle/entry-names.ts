import { crc32 } from 'node:zlib';
import type { ZipEntry } from './read-zip.ts';

/** Info-ZIP Unicode Path (APPNOTE.TXT 4.6.9): the name in UTF-8, valid while the CRC of the plain one fits. */
const UNICODE_PATH = 0x7075;

/**
 * Names as their packer meant them. Bit 11 or the Unicode field says UTF-8. Without either, Windows tools in China
 * write GBK, others UTF-8 all the same: where one name of the archive is no UTF-8, none of them is taken for it.
 * Undefined: no reading of it makes sense.
 */
export function decodeNames(entries: readonly ZipEntry[]): ReadonlyMap<ZipEntry, string | undefined> {
  const unmarked = entries.filter((entry) => !entry.namedInUtf8);
  const allUtf8 = unmarked.every(({ rawName }) => decode(rawName, 'utf-8') !== undefined);
  return new Map(
    entries.map((entry) => {
      const marked = entry.namedInUtf8 ? decode(entry.rawName, 'utf-8') : unicodePath(entry);
      const name =
        marked ?? decode(entry.rawName, allUtf8 ? 'utf-8' : 'gb18030') ?? decode(entry.rawName, 'gb18030');
      return [entry, name?.replace(/\\/g, '/')];
    }),
  );
}

function unicodePath({ rawName, extraFields }: ZipEntry): string | undefined {
  const field = extraFields.find(({ id }) => id === UNICODE_PATH)?.data;
  if (!field || field.length < 6 || field[0] !== 1) return undefined;
  const view = new DataView(field.buffer, field.byteOffset, field.byteLength);
  return view.getUint32(1, true) === crc32(rawName) ? decode(field.subarray(5), 'utf-8') : undefined;
}

function decode(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not this one: `fatal` throws on the first impossible byte.
    return undefined;
  }
}
