import { attribute, XmlReader, type XmlElement } from './parse-xml.ts';
import { partName, type OfficePackage } from './open-package.ts';

/** From one part of a package to another, or to the outside. ECMA-376 Part 2, clause 9 */
export interface Relationship {
  readonly id: string;
  /** Last step of the type's address: the same in transitional and strict documents. */
  readonly kind: string;
  readonly external: boolean;
  /** Normalised part name; the address itself where it is external. */
  readonly target: string;
}

const MOST_BYTES = 16_777_216;

/** Of one part; of the package itself where `source` is empty. None where there is no such list. */
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
        target: external ? target : resolve(source.slice(0, slash), target),
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

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  for (const step of decoded(path).replace(/\\/g, '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return partName(steps.join('/'));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // A bare % in a name: taken as it stands.
  }
}
