import { resolvePart, type Relationship } from '../../model/relationship.ts';
import { attribute, XmlReader, type XmlElement } from './parse-xml.ts';
import { partName, type OfficePackage } from './open-package.ts';

const MOST_BYTES = 16_777_216;

/** Of one part, with normalised names; of the package itself where `source` is empty. None where there is no such list. */
export async function relationshipsOf(from: OfficePackage, source: string): Promise<readonly Relationship[]> {
  const slash = source.lastIndexOf('/') + 1;
  const part = from.parts.get(`${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`);
  if (!part) return [];
  const found: Relationship[] = [];
  const reader = new XmlReader(part.shownName, {
    open: (element) => {
      if (element.local !== 'Relationship') return;
      const target = attribute(element, 'Target') ?? '';
      const external = attribute(element, 'TargetMode') === 'External';
      found.push({
        id: attribute(element, 'Id') ?? '',
        kind: (attribute(element, 'Type') ?? '').split('/').at(-1) ?? '',
        external,
        target: external ? target : partName(resolvePart(source.slice(0, slash), target)),
      });
    },
    text: () => undefined,
    close: () => undefined,
  });
  await from.read(part, MOST_BYTES, (bytes) => {
    reader.write(bytes);
  });
  reader.end();
  return found;
}

/** What an element's `r:id`, `r:embed` and the like name. */
export function relationshipId({ attributes }: XmlElement, local: string): string | undefined {
  return attributes.find(({ uri, local: name }) => name === local && uri.endsWith('/relationships'))?.value;
}
