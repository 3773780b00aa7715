import { unzipSync, zipSync } from 'fflate';

/** The library writes the current time into the package and its properties: equal input would give unequal bytes. */
export function withFixedDates(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  const fixed = parts.map(([name, part]) => {
    const dated = name === 'docProps/core.xml' ? undated(part) : part;
    return [name, [dated, { mtime: new Date(1980, 0, 1), level: 9, os: 0 }]] as const;
  });
  // The content types come first, where readers look for them.
  fixed.sort(([a], [b]) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'));
  return zipSync(Object.fromEntries(fixed.map(([name, [data, options]]) => [name, [data, { ...options }]])));
}

function undated(part: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(part);
  return new TextEncoder().encode(xml.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '1980-01-01T00:00:00Z'));
}
