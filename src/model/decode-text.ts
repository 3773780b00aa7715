export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * Text as Windows and Chinese editors write it: a byte order mark decides, else UTF-8 if it is valid, else
 * GB18030 (a superset of GBK and GB 2312). Undefined when it is none of these.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncodingName } | undefined {
  for (const encoding of candidates(bytes)) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not this one: `fatal` throws on the first impossible byte.
    }
  }
  return undefined;
}

function candidates(bytes: Uint8Array): readonly TextEncodingName[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}
