import type { OpenFile } from '../../system/system.ts';
import { mainPart } from './main-part.ts';
import { OfficePackage, type PackagePart } from './open-package.ts';
import type { ShownPicture } from './count-pictures.ts';
import { XmlReader } from './parse-xml.ts';
import { PICTURE_HEAD_BYTES, pictureSize } from './picture-size.ts';
import { BodyReader } from './read-body.ts';
import type { Relationship } from '../../model/relationship.ts';
import { relationshipsOf } from './relationships.ts';
import { textFacts, type WordProbe } from './text-facts.ts';
import { broken, corrupt, Unfit } from './unfit.ts';

const MOST_XML = 67_108_864;
/** Parts beside the main one: headers of many sections, say. */
const MOST_STORIES = 200;
const MOST_PICTURES = 2_000;

/** A Word package of ECMA-376 / ISO 29500, transitional or strict: .docx, .docm, .dotx. */
export async function probeDocx(file: OpenFile): Promise<WordProbe> {
  const from = await OfficePackage.open(file);
  if (!from.parts.has('[content_types].xml')) throw corrupt('[Content_Types].xml', 'missing');
  const main = await mainPart(from);
  const document = await readStory(from, main);
  if (document.body.root !== 'document') throw broken({ kind: 'nothing-inside' });
  const related = await relatedStories(from, document.relationships);
  const counted = [document, ...related.filter((story) => story.kind === 'note')];
  const pictures = await shownPictures(from, counted);
  const integrity = await from.integrityOfRest();
  if (counted.some((story) => story.body.incomplete)) return { integrity };
  const body = counted.map((story) => story.body.story.toString()).join('\n');
  const text = textFacts({
    body,
    margins: related
      .flatMap((story) => (story.kind === 'margin' ? [story.body.story.toString()] : []))
      .join('\n'),
    pictures,
  });
  return { text, body, integrity };
}

interface Story {
  readonly kind: 'main' | 'note' | 'margin';
  readonly body: BodyReader;
  readonly relationships: readonly Relationship[];
}

async function readStory(
  from: OfficePackage,
  part: PackagePart,
  kind: Story['kind'] = 'main',
): Promise<Story> {
  const body = new BodyReader();
  const reader = new XmlReader(part.shownName, body);
  await from.read(part, MOST_XML, (bytes) => {
    reader.write(bytes);
  });
  reader.end();
  return { kind, body, relationships: kind === 'margin' ? [] : await relationshipsOf(from, part.name) };
}

const STORY_KINDS: ReadonlyMap<string, Story['kind']> = new Map([
  ['footnotes', 'note'],
  ['endnotes', 'note'],
  ['header', 'margin'],
  ['footer', 'margin'],
]);

async function relatedStories(
  from: OfficePackage,
  relationships: readonly Relationship[],
): Promise<readonly Story[]> {
  const stories: Story[] = [];
  const seen = new Set<string>();
  for (const { kind, target, external } of relationships) {
    const storyKind = STORY_KINDS.get(kind);
    const part = external ? undefined : from.parts.get(target);
    if (!storyKind || !part || seen.has(target) || seen.size >= MOST_STORIES) continue;
    seen.add(target);
    stories.push(await readStory(from, part, storyKind));
  }
  return stories;
}

/** A reference that leads nowhere shows nothing. */
async function shownPictures(
  from: OfficePackage,
  stories: readonly Story[],
): Promise<readonly ShownPicture[]> {
  const pictures: ShownPicture[] = [];
  const parts = new Map<string, PackagePart>();
  for (const { body, relationships } of stories) {
    const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
    for (const { id } of body.pictures) {
      const to = byId.get(id);
      if (!to) continue;
      const part = to.external ? undefined : from.parts.get(to.target);
      if (part) parts.set(part.name, part);
      else if (to.external) pictures.push({ key: to.target });
    }
  }
  for (const part of parts.values()) {
    const key = `${String(part.crc32)}-${String(part.bytes)}`;
    pictures.push({ key, size: pictures.length < MOST_PICTURES ? await sizeOf(from, part) : undefined });
  }
  return pictures;
}

/** Undefined where the part is damaged: the check of the whole package says so. */
async function sizeOf(from: OfficePackage, part: PackagePart): Promise<ShownPicture['size']> {
  const head: Uint8Array[] = [];
  let length = 0;
  try {
    await from.read(part, Number.MAX_SAFE_INTEGER, (bytes) => {
      if (length < PICTURE_HEAD_BYTES) head.push(Uint8Array.from(bytes));
      length += bytes.length;
    });
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
  }
  return pictureSize(Buffer.concat(head));
}
