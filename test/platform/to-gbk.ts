let table: ReadonlyMap<string, readonly number[]> | undefined;

/** GBK as old editors on Windows save it; Node only reads it, so the table is read off the decoder. */
export function toGbk(text: string): Buffer {
  table ??= readTable();
  const known = table;
  return Buffer.from(
    Array.from(text).flatMap((letter) => {
      const bytes = letter < '\u0080' ? [letter.charCodeAt(0)] : known.get(letter);
      if (!bytes) throw new Error(`GBK has no ${letter}`);
      return bytes;
    }),
  );
}

function readTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = decoder.decode(Uint8Array.from([lead, trail]));
      if (Array.from(letter).length === 1 && letter !== '\ufffd') found.set(letter, [lead, trail]);
    }
  }
  return found;
}
