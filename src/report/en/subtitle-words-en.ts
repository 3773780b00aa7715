import { baseName } from '../../model/file-name.ts';
import type { SideCarProblem, SubtitlesFound } from '../../model/check.ts';
import type { Span, UnclearPicture } from '../../model/picture-facts.ts';
import { formatSeconds } from '../format-seconds.ts';
import { showName, visible } from '../show-name.ts';
import { whenNotPassed, type Wording } from '../wording.ts';
import { brokenEn, unknownEn } from './causes-en.ts';
import { videoExplanationsEn } from './video-explanations-en.ts';

const LOOK =
  'look at the film: if subtitles are in the picture, have the person responsible confirm it; if not, add them with CapCut (Text → Auto captions) and export, or put a .srt of the same name beside the film';

export const subtitleWordsEn: Wording<'video.subtitles'> = {
  title: 'Subtitles',
  required: ({ asked }) => (asked === 'required' ? 'subtitles' : 'no subtitles'),
  actual: ({ found }) => actualOf(found),
  message: (result, { asked, found }) => {
    if (result === 'skip') return 'not asked for';
    if (result === 'pass') return asked === 'required' ? 'there are subtitles' : 'there are no subtitles';
    return problemOf(asked, found);
  },
  remark: ({ found }) =>
    found.kind === 'side-car' && found.overlaps > 0
      ? `in the subtitle file lines overlap the next one (${found.overlaps} times) and will be drawn over each other; better proofread it`
      : undefined,
  advice: (result, { asked, found }) => whenNotPassed(result, () => ({ text: cureOf(asked, found) })),
  explain: videoExplanationsEn['video.subtitles'],
};

function actualOf(found: SubtitlesFound): string | undefined {
  switch (found.kind) {
    case 'track':
      return `a subtitle track in the film (${visible(found.codec)})`;
    case 'empty-track':
      return 'a subtitle track in the film without a single line';
    case 'side-car':
      return sideCarEn(found);
    case 'side-car-unreadable':
      return `the subtitle file ${showName(baseName(found.path))} cannot be read`;
    case 'burned-in':
      return `subtitles in the picture (${span(found)})`;
    case 'burned-partly':
      return `subtitles in the picture only ${found.covered.map(span).join(', ')}, film of ${formatSeconds(found.film, 'en')}`;
    case 'not-in-picture':
      return 'no subtitle track, no subtitle file, and none in the pictures of the film that were looked at';
    case 'not-in-file':
      return 'no subtitle track in the film, no subtitle file beside it';
    case 'not-looked':
      return undefined;
  }
}

function span({ from, to }: Span): string {
  return `from ${formatSeconds(from, 'en')} to ${formatSeconds(to, 'en')}`;
}

/** Why the picture gave no answer. */
function pictureEn(picture: UnclearPicture | undefined): string {
  switch (picture?.kind) {
    case undefined:
      return 'subtitles burned into the picture cannot be seen in the file’s data';
    case 'not-looked':
      return `the picture could not be looked at to the end (${unknownEn(picture.cause)})`;
    case 'no-picture':
      return 'not one picture could be decoded where the film was looked at';
    case 'too-short':
      return 'the film is too short to tell subtitles from other writing in the picture';
    case 'gaps':
      return 'some stretches of the film could not be looked at, the others have no subtitles';
    case 'doubtful':
      return 'writing comes and goes low in the picture, but not as subtitles usually do';
  }
}

function isToolMissing(picture: UnclearPicture | undefined): boolean {
  return picture?.kind === 'not-looked' && picture.cause.kind === 'tool-missing';
}

function sideCarEn(found: Extract<SubtitlesFound, { kind: 'side-car' }>): string {
  const shown = `${found.cues} lines, shown for ${formatSeconds(found.shown, 'en')}`;
  const film = found.film === undefined ? '' : `, film of ${formatSeconds(found.film, 'en')}`;
  const end = found.problem === 'beyond-end' ? `, the last until ${formatSeconds(found.last, 'en')}` : '';
  return `subtitle file ${showName(baseName(found.path))}: ${shown}${end}${film}`;
}

function problemOf(asked: 'required' | 'forbidden', found: SubtitlesFound): string {
  switch (found.kind) {
    case 'track':
      return asked === 'forbidden'
        ? 'the notice wants no subtitles, but the film has a subtitle track'
        : 'whether the subtitle track in the film will do could not be settled';
    case 'empty-track':
      return 'the subtitle track is empty, which is as good as none';
    case 'side-car':
      return found.problem
        ? SIDE_CAR_PROBLEMS[found.problem]
        : 'the notice wants no subtitles, but a subtitle file lies beside the film';
    case 'side-car-unreadable':
      return `the subtitle file beside the film cannot be read${becauseOf(found.cause)}`;
    case 'burned-in':
      return 'the notice wants no subtitles, but there are some in the picture';
    case 'burned-partly':
      return 'only a part of the film has subtitles in the picture; that is fine where nobody speaks, and a gap where somebody does';
    case 'not-in-picture':
      return 'there are no subtitles, neither in the file nor in the picture';
    case 'not-in-file':
      return `${pictureEn(found.picture)}, so whether there are any is open`;
    case 'not-looked':
      return 'subtitles could not be looked at';
  }
}

const SIDE_CAR_PROBLEMS: Readonly<Record<SideCarProblem, string>> = {
  'no-cues': 'the subtitle file holds not a single line',
  'beyond-end': 'the subtitles run beyond the film; they belong to another cut',
  thin: 'too few subtitles: most of the film has none',
  unsure: 'some stretches have no subtitles; whether nobody speaks there is open',
  'no-film-length': 'the film’s length is not known, so the subtitles could not be held against it',
};

function becauseOf(cause: Extract<SubtitlesFound, { kind: 'side-car-unreadable' }>['cause']): string {
  if (!cause) return '';
  switch (cause.kind) {
    case 'timed-out':
    case 'too-large':
    case 'crashed':
    case 'tool-missing':
    case 'unreadable':
    case 'no-prober':
    case 'open-ended':
      return `: ${unknownEn(cause)}`;
    case 'cut-off':
    case 'ends-early':
    case 'no-index':
    case 'hollow':
    case 'corrupt':
    case 'refers-elsewhere':
    case 'password':
    case 'nothing-inside':
      return `: ${brokenEn(cause)}`;
  }
}

function cureOf(asked: 'required' | 'forbidden', found: SubtitlesFound): string {
  if (asked === 'forbidden') {
    return found.kind === 'track' || found.kind === 'empty-track' || found.kind === 'burned-in'
      ? 'remove the subtitles in CapCut and export it again'
      : found.kind === 'side-car'
        ? 'move the subtitle file out of the materials folder'
        : 'look at the film: if the picture has none, have the person responsible confirm it; if it has, remove them in CapCut and export again';
  }
  switch (found.kind) {
    case 'side-car':
      return found.problem === 'unsure' || found.problem === 'no-film-length'
        ? 'watch the film with them: if nothing is missing, have the person responsible confirm it; otherwise complete them in CapCut'
        : 'open this film in CapCut, recognise its speech (Text → Auto captions), proofread, and export a new .srt of the film’s name';
    case 'side-car-unreadable':
      return 'open it in Notepad, see whether it is garbled and save it as UTF-8; or export the .srt again from CapCut';
    case 'burned-partly':
      return 'look at the stretches without subtitles: nothing to do where nobody speaks; otherwise complete them with CapCut (Text → Auto captions) and export again';
    case 'not-in-picture':
      return 'add them with CapCut (Text → Auto captions), proofread and export again, or put a .srt of the same name beside the film; if the film does show subtitles, have the person responsible confirm it';
    case 'not-in-file':
      return isToolMissing(found.picture)
        ? `install ffmpeg and check again, so that the program can look at the picture itself; or ${LOOK}`
        : LOOK;
    case 'track':
    case 'empty-track':
    case 'burned-in':
    case 'not-looked':
      return LOOK;
  }
}
