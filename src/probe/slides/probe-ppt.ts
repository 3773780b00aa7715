import { countWords } from '../../model/count-words.ts';
import type { Integrity } from '../../model/facts.ts';
import type { PrintSize } from '../../model/media-rules.ts';
import { MOST_OUTLINED } from '../../model/slides-facts.ts';
import type { OpenFile } from '../../system/system.ts';
import { CompoundFile } from '../word/compound-file.ts';
import { findHoles } from '../word/find-holes.ts';
import { broken } from '../word/unfit.ts';
import { openingOf } from './opening-of.ts';
import { notUnderstood, openPpt, type OpenedPpt } from './open-ppt.ts';
import { linkedInPpt } from './ppt-media.ts';
import { RECORD, recordsIn, wordAt, type PptRecord } from './ppt-records.ts';
import { listedSlides, NOTES, SLIDES, textWithin } from './ppt-text.ts';
import type { SlidesProbe } from './slides-probe.ts';

/** Master units, in which a slide is measured. [MS-PPT] 2.4.2, 1.1 */
const PER_INCH = 576;
/** 1 to 56 inches. */
const SMALLEST = PER_INCH;
const LARGEST = 56 * PER_INCH;
/** Of a slide's own record of how it is shown. [MS-PPT] 2.6.6 */
const HIDDEN = 0x04;
/** Blocks of 2 KiB without anything: cameras leave some in their pictures, a broken-off copy leaves many. */
const LONGEST_GAP = 16;

/** A PowerPoint 97–2003 document and what WPS writes in its place: .ppt, .pps, .dps. [MS-PPT] */
export async function probePpt(file: OpenFile): Promise<SlidesProbe> {
  const compound = await CompoundFile.open(file);
  const opened = await openPpt(compound);
  const listed = listedSlides(opened.document, SLIDES);
  if (listed.length === 0) throw broken({ kind: 'nothing-inside' });
  const slides = listed.map(({ id }) => slideOf(opened, id));
  const texts = slides.map((slide, index) => `${listed[index]?.text ?? ''}${textWithin(slide)}`);
  const outline = texts.map((text) => ({ opening: openingOf(text), words: countWords(text) }));
  const size = sizeOf(opened.document);
  return {
    slides: {
      slides: slides.length,
      hidden: slides.flatMap((slide, index) => (isHidden(slide) ? [index + 1] : [])),
      ...(size && { size }),
      lock: 'none',
      words: outline.reduce((sum, { words }) => sum + words, 0),
      notesWords: notesWords(opened),
      outline: outline.slice(0, MOST_OUTLINED),
      linked: linkedInPpt(opened.document, slides),
    },
    integrity: await integrityOf(compound),
  };
}

function slideOf({ object }: OpenedPpt, id: number): PptRecord {
  const slide = object(id, RECORD.slide);
  if (!slide) throw notUnderstood();
  return slide;
}

function isHidden(slide: PptRecord): boolean {
  const info = recordsIn(slide.data).records.find(({ type }) => type === RECORD.slideShowInfo);
  return info !== undefined && (wordAt(info.data, 10) & HIDDEN) !== 0;
}

function sizeOf(document: PptRecord): PrintSize | undefined {
  const atom = recordsIn(document.data).records.find(({ type }) => type === RECORD.documentAtom);
  const [width, height] = [wordAt(atom?.data, 0), wordAt(atom?.data, 4)];
  const isSize = [width, height].every((units) => units >= SMALLEST && units <= LARGEST);
  if (!isSize) return undefined;
  return { width: (width * 25.4) / PER_INCH, height: (height * 25.4) / PER_INCH };
}

function notesWords({ document, object }: OpenedPpt): number {
  return listedSlides(document, NOTES).reduce((sum, { id, text }) => {
    const notes = object(id, RECORD.notes);
    return sum + countWords(`${text}${notes ? textWithin(notes) : ''}`);
  }, 0);
}

/** The document has been walked through; of the pictures only gaps can be seen. */
async function integrityOf(compound: CompoundFile): Promise<Integrity> {
  const pictures = compound.streams.get('pictures');
  const read = (at: number, length: number) =>
    pictures ? compound.read(pictures, at, length) : Promise.resolve(new Uint8Array());
  const cause = pictures && (await findHoles(pictures.bytes, read));
  return cause?.kind === 'hollow' && cause.broken >= LONGEST_GAP
    ? { state: 'broken', cause }
    : { state: 'whole' };
}
