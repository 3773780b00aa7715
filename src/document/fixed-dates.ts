import { unzipSync } from 'fflate';
import { zipParts } from './zip-parts.ts';

/** The library writes the current time into the package and its properties: equal input would give unequal bytes. */
export function withFixedDates(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  return zipParts(
    Object.fromEntries(
      parts.map(([name, part]) => [name, name === 'docProps/core.xml' ? undated(part) : part]),
    ),
  );
}

function undated(part: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(part);
  return new TextEncoder().encode(xml.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '1980-01-01T00:00:00Z'));
}
