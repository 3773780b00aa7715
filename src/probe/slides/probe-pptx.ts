import { countWords } from '../../model/count-words.ts';
import { MOST_OUTLINED, type SlideOutline } from '../../model/slides-facts.ts';
import type { OpenFile } from '../../system/system.ts';
import { mainPart } from '../word/main-part.ts';
import { OfficePackage, type PackagePart } from '../word/open-package.ts';
import { XmlReader } from '../word/parse-xml.ts';
import type { Relationship } from '../../model/relationship.ts';
import { relationshipsOf } from '../word/relationships.ts';
import { corrupt } from '../word/unfit.ts';
import { findMedia, noMedia } from './find-media.ts';
import { openingOf } from './opening-of.ts';
import { MOST_XML, readPresentation, type Presentation } from './read-presentation.ts';
import { SlideReader } from './read-slide.ts';
import type { SlidesProbe } from './slides-probe.ts';

/** A presentation of ECMA-376 / ISO 29500, transitional or strict: .pptx, .ppsx, .pptm. */
export async function probePptx(file: OpenFile): Promise<SlidesProbe> {
  const from = await OfficePackage.open(file);
  if (!from.parts.has('[content_types].xml')) throw corrupt('[Content_Types].xml', 'missing');
  const deck = await readPresentation(from, await mainPart(from, 'ppt/presentation.xml'));
  const facts = await readDeck(from, deck);
  const { size, restricted } = deck;
  const lock = restricted ? 'restricted' : 'none';
  return {
    slides: { slides: deck.slides.length, ...(size && { size }), lock, ...facts },
    integrity: await from.integrityOfRest(),
  };
}

async function readDeck(from: OfficePackage, { slides }: Presentation) {
  const hidden: number[] = [];
  const outline: SlideOutline[] = [];
  const media = noMedia();
  let [words, notesWords] = [0, 0];
  for (const [index, part] of slides.entries()) {
    const read = await readPart(from, part, 'sld');
    if (read.hidden) hidden.push(index + 1);
    const relationships = await relationshipsOf(from, part.name);
    findMedia({ relationships, blips: read.blips, slide: index + 1 }, from, media);
    const text = read.story.toString();
    const counted = countWords(text);
    words += counted;
    notesWords += await notesOf(from, relationships);
    if (outline.length < MOST_OUTLINED) outline.push({ opening: openingOf(text), words: counted });
  }
  const embedded = { pictures: media.pictures.size, films: media.films.size, sounds: media.sounds.size };
  return { hidden, words, notesWords, outline, embedded, linked: media.linked };
}

/** 字 in the notes below a slide; a reference that leads nowhere brings none. */
async function notesOf(from: OfficePackage, relationships: readonly Relationship[]): Promise<number> {
  const notes = relationships.find(({ kind, external }) => kind === 'notesSlide' && !external);
  const part = notes && from.parts.get(notes.target);
  return part ? countWords((await readPart(from, part, 'notes')).story.toString()) : 0;
}

async function readPart(from: OfficePackage, part: PackagePart, root: string): Promise<SlideReader> {
  const slide = new SlideReader();
  const reader = new XmlReader(part.shownName, slide);
  await from.read(part, MOST_XML, (bytes) => {
    reader.write(bytes);
  });
  reader.end();
  if (slide.root !== root) throw corrupt(part.shownName, 'not a slide');
  return slide;
}
