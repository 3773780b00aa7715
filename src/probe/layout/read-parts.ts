import { mainPart } from '../word/main-part.ts';
import type { OfficePackage, PackagePart } from '../word/open-package.ts';
import { XmlReader, type XmlElement, type XmlHandler } from '../word/parse-xml.ts';
import type { Relationship } from '../../model/relationship.ts';
import { relationshipsOf } from '../word/relationships.ts';
import { broken, unknown } from '../word/unfit.ts';
import { PageNumberFinder, type FoundPageNumber } from './find-page-number.ts';
import { DocumentReader, PASSED_OVER } from './read-document.ts';
import { NumberingReader } from './read-numbering.ts';
import { readSetting, type DocumentSettings } from './read-section.ts';
import { StyleReader } from './read-styles.ts';
import { ThemeReader } from './read-theme.ts';
import type { Surroundings } from './resolve-format.ts';
import { WordWalker } from './word-walker.ts';

export interface LayoutParts {
  readonly document: DocumentReader;
  /** By id of relationship: the header and footer parts with a page number. */
  readonly numbers: ReadonlyMap<string, FoundPageNumber>;
  readonly settings: DocumentSettings;
}

const MOST_XML = 67_108_864;
const MOST_MARGINS = 200;

/** Everything in a package that says how its text is set. Throws `Unfit`. */
export async function readLayoutParts(from: OfficePackage): Promise<LayoutParts> {
  const main = await mainPart(from);
  const related = await relationshipsOf(from, main.name);
  const settings: DocumentSettings = {};
  await readKind(from, related, 'settings', settingsHandler(settings));
  const around = await readSurroundings(from, related, settings);
  const document = new DocumentReader(around);
  const walker = new WordWalker(document, PASSED_OVER);
  await readPart(from, main, walker);
  if (walker.root !== 'document') throw broken({ kind: 'nothing-inside' });
  if (document.incomplete) throw unknown({ kind: 'no-prober' });
  return { document, numbers: await readNumbers(from, related, around), settings };
}

async function readSurroundings(
  from: OfficePackage,
  related: readonly Relationship[],
  settings: DocumentSettings,
): Promise<Surroundings> {
  const [sheet, theme, numbering] = [new StyleReader(), new ThemeReader(), new NumberingReader()];
  await readKind(from, related, 'styles', sheet);
  await readKind(from, related, 'theme', theme);
  await readKind(from, related, 'numbering', numbering);
  const language = settings.language ?? sheet.language;
  return { sheet, theme, numbering, ...(language !== undefined && { language }) };
}

async function readNumbers(
  from: OfficePackage,
  related: readonly Relationship[],
  around: Surroundings,
): Promise<ReadonlyMap<string, FoundPageNumber>> {
  const numbers = new Map<string, FoundPageNumber>();
  const margins = related.filter(
    ({ kind, external }) => (kind === 'header' || kind === 'footer') && !external,
  );
  for (const { id, target } of margins.slice(0, MOST_MARGINS)) {
    const part = from.parts.get(target);
    const finder = new PageNumberFinder(around);
    if (part) await readPart(from, part, new WordWalker(finder));
    if (finder.found) numbers.set(id, finder.found);
  }
  return numbers;
}

/** Nothing happens where there is no such part: then defaults hold. */
async function readKind(
  from: OfficePackage,
  related: readonly Relationship[],
  kind: string,
  handler: XmlHandler,
): Promise<void> {
  const target = related.find((relationship) => relationship.kind === kind && !relationship.external)?.target;
  const part = from.parts.get(target ?? '');
  if (part) await readPart(from, part, handler);
}

async function readPart(from: OfficePackage, part: PackagePart, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(part.shownName, handler);
  await from.read(part, MOST_XML, (bytes) => {
    reader.write(bytes);
  });
  reader.end();
}

function settingsHandler(settings: DocumentSettings): XmlHandler {
  const nothing = (): void => undefined;
  return { open: (element: XmlElement) => { readSetting(settings, element); }, text: nothing, close: nothing }; // prettier-ignore
}
