import type { PrintSize } from '../../model/media-rules.ts';
import type { OfficePackage, PackagePart } from '../word/open-package.ts';
import { attribute, XmlReader, type XmlElement } from '../word/parse-xml.ts';
import { relationshipId, relationshipsOf } from '../word/relationships.ts';
import { broken, corrupt, unknown } from '../word/unfit.ts';

/** Transitional and strict. ECMA-376-1, 19.2 */
export const PRESENTATION =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/presentationml\/2006\/main|purl\.oclc\.org\/ooxml\/presentationml\/main)$/;
export const MOST_XML = 67_108_864;
/** A lecture has a hundred. */
const MOST_SLIDES = 2_000;
/** English metric units. ECMA-376-1, 20.1.2.1 */
const PER_MILLIMETRE = 36_000;
/** What PowerPoint lets set: 1 to 56 inches. ECMA-376-1, 19.7.17 */
const SMALLEST = 914_400;
const LARGEST = 51_206_400;

export interface Presentation {
  /** In the order of the show; the same part may be shown twice only by a damaged file. */
  readonly slides: readonly PackagePart[];
  readonly size?: PrintSize;
  readonly restricted: boolean;
}

/** The main part: which slides there are, how large, whether they may be changed. Throws `Unfit`. */
export async function readPresentation(from: OfficePackage, main: PackagePart): Promise<Presentation> {
  const ids: string[] = [];
  let root = '';
  let size: PrintSize | undefined;
  let restricted = false;
  const reader = new XmlReader(main.shownName, {
    open: (element) => {
      if (!PRESENTATION.test(element.uri)) return;
      if (root === '') root = element.local;
      if (element.local === 'sldId') ids.push(relationshipId(element, 'id') ?? '');
      if (element.local === 'sldSz') size = sizeOf(element);
      if (element.local === 'modifyVerifier') restricted = true;
    },
    text: () => undefined,
    close: () => undefined,
  });
  await from.read(main, MOST_XML, (bytes) => {
    reader.write(bytes);
  });
  reader.end();
  if (root !== 'presentation' || ids.length === 0) throw broken({ kind: 'nothing-inside' });
  if (ids.length > MOST_SLIDES) throw unknown({ kind: 'too-large', what: 'pages', limit: MOST_SLIDES });
  return { slides: await partsOf(from, main, ids), ...(size && { size }), restricted };
}

async function partsOf(
  from: OfficePackage,
  main: PackagePart,
  ids: readonly string[],
): Promise<readonly PackagePart[]> {
  const targets = new Map((await relationshipsOf(from, main.name)).map(({ id, target }) => [id, target]));
  return ids.map((id) => {
    const target = targets.get(id);
    const part = target === undefined ? undefined : from.parts.get(target);
    if (!part) throw corrupt(target ?? id, 'missing');
    return part;
  });
}

function sizeOf(element: XmlElement): PrintSize | undefined {
  const [width = Number.NaN, height = Number.NaN] = ['cx', 'cy'].map((name) =>
    Number(attribute(element, name) ?? Number.NaN),
  );
  const isSize = [width, height].every((units) => units >= SMALLEST && units <= LARGEST);
  return isSize ? { width: width / PER_MILLIMETRE, height: height / PER_MILLIMETRE } : undefined;
}
