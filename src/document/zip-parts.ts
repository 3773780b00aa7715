import { zipSync } from 'fflate';

/** An Office package of these parts, by name. Equal parts give equal bytes. */
export function zipParts(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(parts).sort();
  // The content types come first, where readers look for them.
  names.sort((a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'));
  const options = { mtime: new Date(1980, 0, 1), level: 9, os: 0 } as const;
  return zipSync(
    Object.fromEntries(names.map((name) => [name, [parts[name] ?? new Uint8Array(), { ...options }]])),
  );
}
