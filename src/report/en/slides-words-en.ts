import type { LinkedMedia } from '../../model/slides-facts.ts';
import { formatAspect, formatPrintSize } from '../format-picture.ts';
import { overshoot } from '../format-seconds.ts';
import { showName, visible } from '../show-name.ts';
import { whenNotPassed, type Wording, type WordingsOf } from '../wording.ts';
import { plural } from './plural.ts';

type Told<C extends 'scan.pages' | 'video.aspect'> = Pick<Wording<C>, 'actual' | 'message' | 'advice'>;

/** How many slides there are, where pages of a deck are asked for. */
export const slideCountEn: Told<'scan.pages'> = {
  actual: ({ actual, hidden = [] }) => {
    if (actual === undefined) return undefined;
    return hidden.length === 0
      ? plural(actual, 'slide')
      : `${plural(actual, 'slide')}, ${hidden.length} of them hidden (${slideList(hidden)})`;
  },
  message: (result, { range, actual, hidden = [] }) => {
    if (result === 'pass') return 'as many slides as asked';
    if (result === 'skip') return 'not asked for';
    if (result === 'unknown')
      return hidden.length > 0
        ? 'it depends on whether hidden slides count'
        : 'the slides could not be counted';
    return overshoot(range, actual)?.side === 'over' ? 'too many slides' : 'too few slides';
  },
  advice: (result, { hidden = [] }) =>
    whenNotPassed(result, () => ({
      text:
        result === 'unknown' && hidden.length > 0
          ? 'delete the hidden slides that are not needed; where they are to stay, ask the office whether they count'
          : 'open it in PowerPoint or WPS, look at the slides on the left, delete or add what is needed',
    })),
};

/** The shape of a deck's slides. */
export const slideAspectEn: Told<'video.aspect'> = {
  actual: ({ actual }) => actual && `${formatAspect(actual)} (${formatPrintSize(actual)})`,
  message: (result) => {
    if (result === 'pass') return 'the shape is as asked';
    if (result === 'skip') return 'not asked for';
    return result === 'unknown'
      ? 'the size of the slides could not be read'
      : 'the slides have another shape';
  },
  advice: (result, { allowed }) =>
    whenNotPassed(result, () => ({
      text: `open it in PowerPoint or WPS, choose ${visible(allowed[0] ?? '16:9')} under Design → Slide Size, and look at each slide for what is stretched or cut`,
    })),
};

export const slidesWordsEn: WordingsOf<'slides.media'> = {
  'slides.media': {
    title: 'Media in slides',
    required: () => 'films, sounds and pictures lie in the file',
    actual: ({ linked }) => (linked.length === 0 ? undefined : linked.map(toldLink).join('; ')),
    message: (result) => {
      if (result === 'pass') return 'no film, sound or picture is missing';
      if (result === 'unknown') return 'whether films and sounds lie in the file could not be told';
      return result === 'skip'
        ? 'not asked for'
        : 'some films, sounds or pictures do not lie in the file and are lost when it is sent';
    },
    remark: ({ linked }) =>
      linked.length > 0
        ? 'some of it lies on the web: without a network it does not play, better download and insert it'
        : undefined,
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: 'on the computer it was made on, delete these and insert them anew (Insert → Video, Audio, Pictures), not as a link to a file; then try it on another computer',
      })),
    explain: {
      asks: 'Films, sounds and pictures of a deck lie in the file. What is only linked to a file on some computer fails; what is linked to the web passes with a remark.',
      why: 'A linked film plays on the computer of whoever made it and is a black box on every other.',
      mend: [
        'PowerPoint: File → Info → Edit Links to Files shows which are links.',
        'Insert → Video → This Device anew (in WPS “embed”, not “link”), and save.',
        'An old .ppt cannot hold a film: save it as .pptx first.',
        'Where it gets too large: File → Info → Compress Media.',
      ],
    },
  },
};

const KINDS: Readonly<Record<LinkedMedia['kind'], string>> = {
  film: 'film',
  sound: 'sound',
  picture: 'picture',
};
const PLACES: Readonly<Record<LinkedMedia['place'], string>> = {
  file: 'only a link',
  web: 'on the web',
  missing: 'not in the file',
};

function toldLink({ kind, slide, place, name }: LinkedMedia): string {
  const named = name === '' ? '' : ` “${showName(name)}”`;
  const where = slide === undefined ? '' : ` of slide ${slide}`;
  return `${KINDS[kind]}${named}${where}: ${PLACES[place]}`;
}

/** The first few of them. */
function slideList(slides: readonly number[]): string {
  return `${slides.length === 1 ? 'slide' : 'slides'} ${slides.slice(0, 8).join(', ')}${slides.length > 8 ? ' …' : ''}`;
}
