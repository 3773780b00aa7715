import type { SeenSpan, UnclearPicture } from '../../model/picture-facts.ts';
import { clockTime } from '../clock-time.ts';
import { ffmpegCommand } from '../ffmpeg-command.ts';
import { barsOf, cropFilter } from '../format-bars.ts';
import { formatStill } from '../format-level.ts';
import { formatAspect, formatSize } from '../format-picture.ts';
import { formatSeconds } from '../format-seconds.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { unknownCureEn, unknownEn } from './causes-en.ts';
import { pictureExplanationsEn as explained } from './picture-explanations-en.ts';

const SHOWN = 5;
const LOOK = 'open the film and look; where nothing is wrong, whoever is responsible confirms it';

export const pictureWordsEn: WordingsOf<'video.picture' | 'video.bars'> = {
  'video.picture': {
    title: 'Black, frozen',
    required: ({ what, max }) => formatStill({ [what]: max }, 'en'),
    actual: ({ what, spans }, result) => {
      if (!spans || spans.length === 0) return undefined;
      const doubt = result === 'unknown' ? `, perhaps up to ${formatSeconds(longest(spans), 'en')}` : '';
      return `${what === 'black' ? 'black' : 'frozen'} ${spansEn(spans)}${doubt}`;
    },
    message: (result, { what, sampled, spans, unseen }) => {
      const seen = sampled === true ? ' at the places looked at' : '';
      if (result === 'skip') return 'the picture was not looked at; --deep does';
      if (result === 'pass') return `the picture is not ${what} for long${seen}`;
      if (result === 'fail')
        return what === 'black' ? 'the picture is black for long' : 'the picture stops moving for a while';
      if (unseen) return `${unseenEn(unseen)}, so whether it is ${what} for long is not known`;
      return spans
        ? `the picture is ${what} between two looks; for how long could not be seen`
        : 'the picture could not be looked at';
    },
    advice: (result, { what, unseen, spans }) =>
      whenNotPassed(result, () => {
        if (result === 'unknown') return { text: cureOf(unseen) };
        const at = spans?.[0] ? `look at ${clockTime(spans[0].from)}` : 'look at the film';
        return what === 'black'
          ? {
              text: `${at}: cut out what editing left empty in CapCut and export; what is meant so, whoever is responsible confirms`,
            }
          : {
              text: `${at}: where recording or exporting froze, export it again from the first recording; where that is frozen too, cut it out or lay a photo over it; what is meant so, whoever is responsible confirms`,
            };
      }),
    explain: explained['video.picture'],
  },
  'video.bars': {
    title: 'Black bars',
    required: () => 'no black bars around the picture',
    actual: ({ frame, film }) => {
      if (frame?.state !== 'bars' || !film) return undefined;
      const { place, share } = frame;
      const often = share < 0.95 ? `, in about ${Math.round(share * 100)} % of the film` : '';
      return `bars ${SIDES[barsOf(place, film)]}, the picture itself about ${formatSize(place)} (${formatAspect(place)})${often}`;
    },
    message: (result, { frame, unseen }) => {
      if (result === 'pass') return 'the picture fills the frame';
      if (result === 'skip') return 'the picture was not looked at; --deep does';
      if (frame?.state === 'bars')
        return frame.share < 0.5
          ? 'some of the pictures in it have black bars'
          : 'the picture does not fill the frame: black bars surround it';
      if (frame?.state === 'unclear' && frame.why === 'dark')
        return 'its edges are always black: bars, or a black background';
      return unseen
        ? `${unseenEn(unseen)}, so whether it has black bars is not known`
        : 'whether it has black bars could not be seen';
    },
    advice: (result, { frame, film, unseen }, path) =>
      whenNotPassed(result, () => {
        if (frame?.state !== 'bars' || !film) return { text: cureOf(unseen) };
        const kind = barsOf(frame.place, film);
        if (frame.share < 0.5) return { text: 'old photos and clips of another shape may stay' };
        if (kind === 'wide')
          return {
            text: 'a wide screen that is meant, or subtitles put into the bars, may stay; else enlarge the picture in CapCut until it fills the frame, and export',
          };
        const crop = cropFilter(frame.place, film);
        const text =
          'enlarge the picture in CapCut until it fills the frame, or fill it by Background, Blur, and export; where you have the film without bars, export that; an old 4:3 film may stay';
        if (!crop) return { text };
        return {
          text: `${text}; or run`,
          command: ffmpegCommand(
            path,
            {
              options: `${crop} -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a copy`,
              suffix: 'nobars',
              extension: 'mp4',
            },
            'en',
          ),
        };
      }),
    explain: explained['video.bars'],
  },
};

const SIDES = { wide: 'above and below', upright: 'left and right', around: 'on all sides' } as const;

/** Why not all of the film was seen. */
function unseenEn(unseen: UnclearPicture): string {
  switch (unseen.kind) {
    case 'not-looked':
      return `the picture could not be looked at to the end (${unknownEn(unseen.cause)})`;
    case 'no-picture':
      return 'no picture could be decoded where it was looked at';
    case 'gaps':
      return 'some parts of the film could not be reached';
    case 'too-short':
      return 'the film is too short';
    case 'doubtful':
      return 'the picture is not clear';
  }
}

function cureOf(unseen: UnclearPicture | undefined): string {
  return unseen?.kind === 'not-looked' ? `${unknownCureEn(unseen.cause)}; or ${LOOK}` : LOOK;
}

function spansEn(spans: readonly SeenSpan[]): string {
  const longestFirst = [...spans].sort((one, other) => other.to - other.from - (one.to - one.from));
  const shown = longestFirst.slice(0, SHOWN).sort((one, other) => one.from - other.from);
  const more = spans.length > SHOWN ? `, ${spans.length} times in all` : '';
  const said = shown.map(
    ({ from, to }) => `from about ${clockTime(from)} to ${clockTime(to)} (${formatSeconds(to - from, 'en')})`,
  );
  return `${said.join(', ')}${more}`;
}

function longest(spans: readonly SeenSpan[]): number {
  return Math.max(...spans.map((span) => span.longest));
}
