import type { SoughtPlace } from '../../model/sought.ts';
import type { OfficePackage, PackagePart } from './open-package.ts';
import { XmlReader } from './parse-xml.ts';
import { XmlWords } from './xml-words.ts';

const MOST_XML = 67_108_864;
const SOUGHT_IN: readonly SoughtPlace[] = ['text', 'margins', 'comments', 'properties'];

/** Tells all that each part of a package says, and where it says it; `placeOf` leaves parts out that hold no words. */
export async function wordsOfParts(
  from: OfficePackage,
  placeOf: (name: string) => SoughtPlace | undefined,
  tell: (text: string, place: SoughtPlace, part: PackagePart) => void,
): Promise<void> {
  for (const part of from.parts.values()) {
    const home = placeOf(part.name);
    if (!home) continue;
    const words = new XmlWords(home);
    const reader = new XmlReader(part.shownName, words);
    await from.read(part, MOST_XML, (bytes) => {
      reader.write(bytes);
    });
    reader.end();
    for (const place of SOUGHT_IN) tell(words.said(place), place, part);
  }
}
