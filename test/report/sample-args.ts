import type { Alternative, CheckArgs, Code, PixelsAsked, SubtitlesFound } from '../../src/model/check.ts';
import type { BrokenCause, Integrity, UnknownCause } from '../../src/model/facts.ts';
import { FORMATS, isFormat, ROLES, type Format } from '../../src/model/format.ts';
import {
  ALIGNMENTS,
  PAGE_NUMBER_PLACES,
  TEXT_ROLES,
  type LayoutTrait,
  type LayoutUnclear,
} from '../../src/model/layout.ts';
import type { StrayReason } from '../../src/model/materials.ts';
import { SIGNATURE_FIELDS } from '../../src/model/media-rules.ts';
import { INFO_FIELDS } from '../../src/model/notice.ts';
import type { UnclearPicture } from '../../src/model/picture-facts.ts';
import { day } from './sample-judgement.ts';

/** Records instead of lists, so that a new kind without a sample does not compile. */
const broken: { readonly [K in BrokenCause['kind']]: Extract<BrokenCause, { kind: K }> } = {
  'cut-off': { kind: 'cut-off', declared: 4_000_000, actual: 1_500_000 },
  'ends-early': { kind: 'ends-early' },
  'no-index': { kind: 'no-index' },
  hollow: { kind: 'hollow', checked: 12, broken: 7 },
  corrupt: { kind: 'corrupt', detail: 'Invalid NAL unit size \u001b[31m(0 > 12)' },
  'refers-elsewhere': { kind: 'refers-elsewhere' },
  password: { kind: 'password' },
  'nothing-inside': { kind: 'nothing-inside' },
};

const unknown: { readonly [K in UnknownCause['kind']]: Extract<UnknownCause, { kind: K }> } = {
  'timed-out': { kind: 'timed-out', seconds: 20 },
  'too-large': { kind: 'too-large', what: 'pixels', limit: 300_000_000 },
  crashed: { kind: 'crashed', detail: '' },
  'tool-missing': { kind: 'tool-missing', tool: 'ffprobe' },
  unreadable: { kind: 'unreadable', detail: 'EACCES' },
  'no-prober': { kind: 'no-prober' },
  'open-ended': { kind: 'open-ended' },
};

const tooLarge = (['pixels', 'unpacked', 'file', 'output', 'pages'] as const).map((what): UnknownCause => ({
  kind: 'too-large',
  what,
  limit: 5_000_000,
}));

const strayReasons: Readonly<Record<StrayReason, true>> = {
  'office-lock': true,
  'system-litter': true,
  'own-note': true,
  temporary: true,
  empty: true,
  'cloud-placeholder': true,
  link: true,
  special: true,
  'name-not-unicode': true,
  unreadable: true,
  'too-deep': true,
};

const sideCar = {
  kind: 'side-car',
  path: 'film.srt',
  first: 2,
  last: 890,
  shown: 700,
  cues: 210,
  overlaps: 0,
  film: 900,
} as const;
const found: readonly SubtitlesFound[] = [
  { kind: 'track', codec: 'mov_text' },
  { kind: 'empty-track', codec: 'mov_text' },
  sideCar,
  { ...sideCar, overlaps: 3 },
  ...(['no-cues', 'beyond-end', 'thin', 'unsure', 'no-film-length'] as const).map((problem) => ({
    ...sideCar,
    problem,
  })),
  { kind: 'side-car-unreadable', path: 'film.srt', broken: false },
  ...Object.values(broken).map((cause) => ({
    kind: 'side-car-unreadable' as const,
    path: 'film.srt',
    broken: true,
    cause,
  })),
  ...Object.values(unknown).map((cause) => ({
    kind: 'side-car-unreadable' as const,
    path: 'film.srt',
    broken: false,
    cause,
  })),
  { kind: 'burned-in', from: 2, to: 1190 },
  {
    kind: 'burned-partly',
    covered: [
      { from: 2, to: 300 },
      { from: 900, to: 1190 },
    ],
    film: 1200,
  },
  { kind: 'not-in-picture' },
  { kind: 'not-in-file' },
  ...(['no-picture', 'too-short', 'gaps', 'doubtful'] as const).map((kind) => ({
    kind: 'not-in-file' as const,
    picture: { kind },
  })),
  ...Object.values(unknown).map((cause) => ({
    kind: 'not-in-file' as const,
    picture: { kind: 'not-looked' as const, cause },
  })),
  { kind: 'not-looked' },
];

export const integrities: readonly Integrity[] = [
  { state: 'whole' },
  ...Object.values(broken).map((cause) => ({ state: 'broken' as const, cause })),
  ...[...Object.values(unknown), ...tooLarge].map((cause) => ({ state: 'unknown' as const, cause })),
];

const layoutTraits: readonly LayoutTrait[] = [
  { kind: 'font', names: ['FangSong', '\u001b[31mSimSun'] },
  { kind: 'size', points: [16, 13] },
  { kind: 'bold', bold: true },
  { kind: 'bold', bold: false },
  ...ALIGNMENTS.map((align) => ({ kind: 'align' as const, align })),
  ...[0, 2, -2].map((chars) => ({ kind: 'indent' as const, chars })),
  { kind: 'spacing', spacing: { points: 28 } },
  { kind: 'spacing', spacing: { lines: 1 } },
  { kind: 'spacing', spacing: { range: { min: 28, max: 30 } } },
  { kind: 'spacing', spacing: { kind: 'at-least', points: 12 } },
  { kind: 'before', gap: { unit: 'lines', value: 0.5 } },
  { kind: 'after', gap: { unit: 'auto' } },
  { kind: 'scale', percent: 100 },
  { kind: 'paper', width: 210, height: 297 },
  { kind: 'paper', width: 300, height: 300 },
  { kind: 'orientation', orientation: 'portrait' },
  { kind: 'orientation', orientation: 'landscape' },
  { kind: 'margin', side: 'top', range: { min: 36, max: 38 } },
  { kind: 'margin', side: 'left', range: { min: 20 } },
  { kind: 'grid', unit: 'lines', count: 22 },
  { kind: 'grid', unit: 'characters', count: 28 },
  { kind: 'page-number' },
  ...PAGE_NUMBER_PLACES.map((place) => ({ kind: 'page-number' as const, place })),
];
const layoutUnclear: readonly LayoutUnclear[] = [
  { kind: 'other-format' },
  { kind: 'unread' },
  { kind: 'too-long', looked: 20_000, paragraphs: 31_000 },
  { kind: 'not-found', candidates: 0 },
  { kind: 'not-found', candidates: 3, opening: 'A short line' },
  { kind: 'not-said', count: 0, traits: [] },
  { kind: 'not-said', count: 2, opening: 'The text', traits: ['font'] },
  { kind: 'not-said', count: 1, traits: ['paper', 'margin'] },
];
const layoutBase = { asked: layoutTraits, faults: [], remarks: [] };
const layouts: readonly CheckArgs['text.layout'][] = [
  ...(['all', 'page', 'page-number', ...TEXT_ROLES] as const).map((part) => ({ ...layoutBase, part })),
  ...layoutUnclear.map((unclear) => ({ ...layoutBase, part: 'h1' as const, unclear })),
  ...layoutTraits.map((trait) => ({
    ...layoutBase,
    part: 'body' as const,
    faults: [{ opening: 'Since the outbreak of the epidemic', count: 12, found: [trait] }],
  })),
  {
    ...layoutBase,
    part: 'body',
    faults: [1, 2, 3, 4].map((count) => ({
      opening: 'bold words',
      count,
      characters: 40,
      found: layoutTraits,
    })),
    remarks: [
      { kind: 'few', characters: 3, opening: 'note' },
      { kind: 'blanks', paragraphs: 2 },
      { kind: 'tables', paragraphs: 9 },
      { kind: 'aside', paragraphs: 1, opening: 'Figure 1' },
    ],
  },
  { ...layoutBase, part: 'page-number', faults: [{ count: 1, found: [{ kind: 'no-page-number' }] }] },
  { ...layoutBase, part: 'page', faults: [{ count: 2, found: layoutTraits }] },
];

const formats: readonly Format[] = Object.values(FORMATS).flat().filter(isFormat);
const hd = { exact: [{ width: 1920, height: 1080 }] };
const sizes = [
  { width: 1080, height: 1920 },
  { width: 1918, height: 1078 },
  { width: 1280, height: 720 },
  { width: 3840, height: 2160 },
  { width: 1024, height: 768 },
];
const pixelsAsked: readonly PixelsAsked[] = [
  { by: 'long-edge', range: { min: 2000 } },
  { by: 'short-edge', range: { min: 1000, max: 6000 } },
  { by: 'area', range: { max: 5_000_000 } },
  { by: 'size', rule: { exact: [{ width: 240, height: 360 }] } },
  { by: 'size', rule: { min: { width: 1000, height: 1000 }, max: { width: 2000, height: 2000 } } },
];

const choice = (photo: boolean, script: boolean): readonly Alternative[] => [
  { kinds: [{ role: 'photo' }], there: photo },
  { kinds: [{ role: 'video' }, { role: 'text', name: 'script' }], there: script },
];

const places = [
  { left: 240, top: 0, width: 1440, height: 1080 },
  { left: 0, top: 140, width: 1920, height: 800 },
  { left: 240, top: 135, width: 1440, height: 810 },
];
const unseens: readonly UnclearPicture[] = [
  ...(['no-picture', 'too-short', 'gaps', 'doubtful'] as const).map((kind) => ({ kind })),
  ...Object.values(unknown).map((cause) => ({ kind: 'not-looked' as const, cause })),
];
const levels = [
  { peakDb: 0, meanDb: -6.1, nearFull: 0.15, fullScale: 0.002, seconds: 20, whole: false },
  { peakDb: -0.4, meanDb: -14, nearFull: 0.004, fullScale: 0, seconds: 65, whole: true },
  { peakDb: -7.25, meanDb: -30, nearFull: 0, fullScale: 0, whole: true },
];

/** Every code with arguments of every kind that a rule may hand over. */
export const sampleArgs: { readonly [C in Code]: readonly CheckArgs[C][] } = {
  'materials.none': [{ strays: 0 }, { strays: 1 }, { strays: 3 }],
  'file.unclassified': [
    { candidates: [] },
    ...(['no-category', 'ambiguous', 'unknown-kind', 'sheet', 'archive', 'shortcut'] as const).map(
      (problem) => ({
        problem,
        candidates: ['Stories', 'Lectures'],
      }),
    ),
  ],
  'file.junk': [{}, ...reasons().map((reason) => ({ reason }))],
  'file.empty': [{}, { reason: 'empty' }, { reason: 'cloud-placeholder' }],
  'file.format': formats.flatMap((actual) =>
    [['mp4'], ['jpg'], ['docx', 'doc'], ['pdf', 'jpg'], ['mp3'], ['mov']].map((allowed) => ({
      role: 'video' as const,
      allowed: allowed.filter(isFormat),
      actual,
      extension: 'mp4',
    })),
  ),
  'file.size': [
    ...ROLES.map((role) => ({ role, max: 10 * 1024 ** 2, actual: 10 * 1024 ** 2 + 1 })),
    { role: 'video', max: 100 * 1024 ** 2, excluded: true, actual: 100 * 1024 ** 2 },
  ],
  'file.size-min': [
    { role: 'photo', min: 1024 ** 2, actual: 1000 },
    { role: 'photo', min: 1024 ** 2, excluded: true, actual: 1024 ** 2 },
  ],
  'file.readable': integrities.flatMap((integrity) =>
    [true, false].map((decoded) => ({ integrity, format: 'mp4' as const, decoded })),
  ),
  'video.container': formats.map((actual) => ({ allowed: ['mp4' as const], actual, brand: 'qt  ' })),
  'video.codec': [{ allowed: ['h264'] }, { allowed: ['h264', 'hevc'], actual: 'av1', profile: 'Main' }],
  'video.resolution': [
    { rule: hd },
    ...sizes.flatMap((actual) => [
      { rule: hd, actual, stored: actual, rotation: 0 },
      { rule: { min: { width: 1920, height: 1080 } }, actual, stored: sizes[0] ?? actual, rotation: 90 },
      { rule: { max: { width: 1280, height: 720 } }, actual },
      { rule: {}, actual },
    ]),
  ],
  'video.duration': [
    { range: { max: 1800 } },
    { range: { max: 1800 }, actual: 1800.4 },
    { range: { max: 60, excludes: ['max'] }, actual: 60 },
    { range: { min: 900, max: 1200 }, actual: 45 },
    { range: {}, actual: 4000 },
  ],
  'video.subtitles': (['required', 'forbidden'] as const).flatMap((asked) =>
    found.map((one) => ({ asked, found: one })),
  ),
  'video.audio': [
    {},
    { silence: { state: 'no-track' } },
    { silence: { state: 'heard', peakDb: -3 } },
    { silence: { state: 'silent' } },
    { silence: { state: 'silent', peakDb: -91 } },
    ...Object.values(unknown).map((cause) => ({ silence: { state: 'unknown' as const, cause } })),
  ],
  'video.profile': [
    { asked: { by: 'profile', allowed: ['high', 'main'] } },
    { asked: { by: 'profile', allowed: ['high422'] }, codec: 'h264', profile: 'High', level: 4 },
    { asked: { by: 'level', range: { max: 4.1 } }, codec: 'hevc', profile: 'Main', level: 5.1 },
    { asked: { by: 'level', range: { max: 3 } }, codec: 'h264' },
  ],
  'video.pixel-format': [
    { allowed: ['yuv420p'] },
    { allowed: ['yuv420p'], actual: 'yuv444p10le', profile: 'High 4:4:4 Predictive' },
  ],
  'video.scan': [{}, { interlaced: true }, { interlaced: false }],
  'video.fps': [
    { range: { min: 25 } },
    { range: { min: 25, max: 30 }, actual: 15.004, constant: false },
    { range: { max: 30 }, actual: 60 },
  ],
  'video.bitrate': [
    { range: { min: 5_000_000 } },
    { range: { min: 5_000_000 }, actual: 640_000 },
    { range: { max: 8_000_000 }, actual: 24_300_000 },
  ],
  'video.aspect': [
    { allowed: ['16:9'] },
    { allowed: ['16:9'], slides: true },
    { allowed: ['16:9'], slides: true, actual: { width: 254, height: 190.5 } },
    ...sizes.flatMap((actual) => [
      { allowed: ['16:9'], actual },
      { allowed: ['16:9'], actual, picture: { width: 1440, height: 1080 } },
      { allowed: ['16:9'], actual, picture: { width: 1440, height: 810 } },
    ]),
  ],
  'video.faststart': [{}, { faststart: true }, { faststart: false }],
  'video.bars': [
    {},
    { frame: { state: 'full' }, film: { width: 1920, height: 1080 } },
    { frame: { state: 'unclear', why: 'dark' } },
    { frame: { state: 'unclear', why: 'few' } },
    ...unseens.map((unseen) => ({ frame: { state: 'full' as const }, unseen })),
    ...places.flatMap((place) =>
      [1, 0.3].map((share) => ({
        frame: { state: 'bars' as const, place, share },
        film: { width: 1920, height: 1080 },
      })),
    ),
  ],
  'video.picture': (['black', 'frozen'] as const).flatMap((what) => [
    { what, max: 10 },
    ...unseens.map((unseen) => ({ what, max: 10, spans: [], unseen })),
    { what, max: 10, spans: [], sampled: true },
    { what, max: 10, spans: [{ from: 61, to: 75.3, longest: 16 }], sampled: false },
    {
      what,
      max: 10,
      spans: Array.from({ length: 7 }, (_, n) => ({ from: n * 600, to: n * 600 + 4, longest: 64 })),
      sampled: true,
    },
  ]),
  'video.clipping': [
    {},
    { silence: { state: 'no-track' } },
    ...Object.values(unknown).map((cause) => ({ silence: { state: 'unknown' as const, cause } })),
    ...levels.map((level) => ({ level })),
    ...levels.map((level) => ({ level, partly: true as const })),
  ],
  'video.level': [
    { max: -6 },
    { max: 0, silence: { state: 'no-track' } },
    ...Object.values(unknown).map((cause) => ({ max: -6, silence: { state: 'unknown' as const, cause } })),
    ...levels.map((level) => ({ max: -6, level })),
  ],
  'photo.pixels': pixelsAsked.flatMap((asked) => [
    { asked },
    { asked, actual: { width: 800, height: 600 } },
    { asked, actual: { width: 9000, height: 600 } },
  ]),
  'photo.aspect': [
    { allowed: ['16:9'] },
    { allowed: ['16:9', '4:3'], actual: { width: 640, height: 640 } },
    { allowed: [], films: [], actual: { width: 640, height: 640 } },
    { allowed: ['4:3'], films: [{ width: 1920, height: 1080 }], actual: { width: 640, height: 640 } },
  ],
  'photo.dpi': [
    { range: { min: 300 } },
    { range: { min: 300 }, actual: 72 },
    { range: { max: 96 }, actual: 300 },
  ],
  'photo.print-size': [
    { asked: { exact: { width: 210, height: 290 } } },
    { asked: { exact: { width: 210, height: 290 } }, actual: { width: 100.2, height: 66.7 } },
    { asked: { min: { width: 300, height: 300 } }, actual: { width: 100.2, height: 66.7 } },
    {
      asked: { min: { width: 30, height: 30 }, max: { width: 50, height: 50 } },
      actual: { width: 100.2, height: 66.7 },
    },
  ],
  'photo.orientation': (['landscape', 'portrait'] as const).flatMap((asked) => [
    { asked },
    ...sizes.map((actual) => ({ asked, actual })),
  ]),
  'video.orientation': (['landscape', 'portrait'] as const).flatMap((asked) => [
    { asked },
    ...sizes.map((actual) => ({ asked, actual })),
  ]),
  'audio.duration': [
    { range: { max: 300 } },
    { range: { max: 300 }, actual: 301.4 },
    { range: { about: 300, tolerance: 0.1 }, actual: 200 },
  ],
  'sound.codec': [
    { allowed: ['aac', 'mp3'] },
    { allowed: ['aac'], actual: 'pcm_s16le' },
    { allowed: ['aac'], mute: true },
  ],
  'sound.sample-rate': [
    { range: { min: 44_100 } },
    { range: { min: 44_100 }, actual: 22_050 },
    { range: { min: 44_100 }, mute: true },
    { range: { min: 48_000, max: 48_000 }, actual: 96_000 },
  ],
  'sound.channels': [
    { range: { min: 2, max: 2 } },
    { range: { min: 2, max: 2 }, mute: true },
    ...[1, 2, 6].map((actual) => ({ range: { min: 2, max: 2 }, actual })),
  ],
  'sound.bitrate': [
    { range: { min: 128_000 } },
    { range: { min: 128_000 }, actual: 64_000 },
    { range: { min: 128_000 }, mute: true },
    { range: { max: 320_000 }, actual: 1_411_200 },
  ],
  'photo.color': [
    { allowed: ['srgb'] },
    ...(['srgb', 'cmyk', 'gray', 'other'] as const).map((actual) => ({ allowed: ['srgb' as const], actual })),
  ],
  'photo.original': [
    {},
    { recompression: { verdict: 'none', signs: [] } },
    { recompression: { verdict: 'likely', signs: ['no-exif', 'messenger-size', 'low-quality'] } },
    { recompression: { verdict: 'sure', signs: ['messenger-name'] } },
  ],
  'photo.count': [
    { range: { min: 2 }, actual: 1 },
    { range: { max: 5 }, actual: 9 },
  ],
  'scan.pages': [
    { range: { min: 1, max: 3 } },
    { range: { max: 1 }, actual: 2 },
    { range: { min: 2 }, actual: 1 },
    { range: {}, actual: 3, blank: [2] },
    { range: {}, actual: 3, blank: [2, 3], sideways: [1] },
    { range: {}, sideways: [1] },
    { range: { max: 30 }, slides: true },
    { range: { max: 30 }, slides: true, actual: 31, hidden: [] },
    { range: { min: 5 }, slides: true, actual: 2, hidden: [2] },
    { range: { max: 30 }, slides: true, actual: 40, hidden: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
  ],
  'scan.seal': [
    {},
    { found: { kind: 'present', page: 2 } },
    { found: { kind: 'absent', pages: 3 } },
    ...(['red', 'no-color', 'too-small'] as const).map((reason) => ({
      found: { kind: 'unclear' as const, page: 1, reason },
    })),
    { found: { kind: 'partly-looked', looked: 24, pages: 60 } },
  ],
  'scan.encrypted': [
    {},
    { lock: 'none' },
    { lock: 'restricted' },
    { lock: 'password' },
    { slides: true },
    { lock: 'restricted', slides: true },
    { lock: 'password', slides: true },
  ],
  'slides.media': [
    { linked: [] },
    { linked: [{ kind: 'film', slide: 1, place: 'web', name: 'https://example.cn/\u001b[31m' }] },
    {
      linked: [
        { kind: 'film', slide: 3, place: 'file', name: '\u001b[31mfilm.mp4' },
        { kind: 'sound', slide: 4, place: 'file', name: '' },
        { kind: 'picture', slide: 5, place: 'missing', name: 'image1.png' },
      ],
    },
  ],
  'text.words': [
    { range: { max: 300 } },
    { range: { max: 300 }, actual: 301 },
    { range: { min: 100 }, actual: 3 },
  ],
  'text.lines': [
    { range: { max: 100 } },
    { range: { max: 100 }, actual: 120 },
    { range: { min: 8 }, actual: 7 },
  ],
  'text.images': [
    ...(['separate', 'none', { embedded: { min: 1, max: 5 } }] as const).flatMap((asked) => [
      { asked, supplied: 0 },
      { asked, embedded: 0, supplied: 0 },
      { asked, embedded: 1, supplied: 0 },
      { asked, embedded: 7, supplied: 2 },
    ]),
  ],
  'text.sections': [
    { section: 'Results' },
    ...(['heading', 'mentioned', 'absent'] as const).map((standing) => ({ section: 'Results', standing })),
    { section: 'Results', standing: 'heading', words: { max: 100 } },
    { section: 'Results', standing: 'heading', words: { max: 100 }, actual: 0 },
    { section: 'Results', standing: 'heading', words: { min: 50, max: 100 }, actual: 12 },
    { section: 'Results', standing: 'heading', words: { max: 100 }, actual: 118 },
    { section: 'Results', standing: 'heading', actual: 40 },
  ],
  'text.title': [
    { expected: 'College: {title}', unknown: ['title'] },
    { expected: 'College: Heroes', actual: 'Heroes of the College', unknown: [] },
  ],
  'text.figures': [
    { withoutPhoto: [], withoutMark: [], unnumbered: [] },
    { marked: [], withoutPhoto: [], withoutMark: [], unnumbered: ['a/one.jpg', 'a/two.jpg'] },
    { marked: [1, 2], withoutPhoto: [2], withoutMark: [3], unnumbered: [] },
    { marked: [1], withoutPhoto: [], withoutMark: [], unnumbered: [] },
  ],
  'text.byline': [
    { asked: ['unit', 'name'], unknown: ['unit', 'name'] },
    { asked: ['unit', 'name', 'major'], missing: ['name'], unknown: ['unit', 'major'] },
    { asked: ['unit', 'name'], missing: [], unknown: [] },
  ],
  'text.signature': [
    { asked: SIGNATURE_FIELDS, unknown: SIGNATURE_FIELDS },
    { asked: SIGNATURE_FIELDS, missing: ['phone', 'mail'], unknown: ['name'] },
    { asked: ['unit', 'number'], missing: [], unknown: [] },
  ],
  'text.anonymous': [
    { named: [], unsaid: [], unread: false },
    { named: [], unsaid: ['org', 'authors'], unread: false },
    { named: [], unsaid: [], unread: true },
    { named: [], unsaid: [], unread: true, excel: 'old' },
    { named: [{ word: 'Zhang San', place: 'text' }], unsaid: [], unread: false, excel: 'new' },
    {
      named: (['text', 'margins', 'comments', 'properties', 'file-name'] as const).map((place) => ({
        word: 'Zhang San',
        place,
      })),
      unsaid: ['authors'],
      unread: true,
    },
    { named: [{ word: 'Zhang San', place: 'margins' }], unsaid: [], unread: false, slides: true },
  ],
  'photo.caption': [
    { range: {}, file: '1.jpg' },
    { range: { max: 100 }, file: '1.jpg' },
    { range: { max: 100 }, file: '1.jpg', numbered: '1. Aims' },
    ...(['info', 'file', 'text'] as const).flatMap((from) => [
      { range: { min: 10, max: 100 }, file: '1.jpg', from, actual: 130 },
      { range: { min: 10, max: 100 }, file: '1.jpg', from, actual: 3 },
    ]),
  ],
  'text.contact': [
    {},
    { person: true, phone: false },
    { person: false, phone: true },
    { person: false, phone: false },
    { person: true, phone: true },
  ],
  'text.layout': layouts,
  'form.fields': [
    {},
    { form: 'Recommendation form', empty: ['Title', 'Contact'], unknown: [] },
    { empty: [], unknown: ['Guiding body'] },
    { empty: [], unknown: [] },
    { form: 'Table of works', excel: true },
  ],
  'form.facts': [
    { fact: 'duration', said: '12:30' },
    { fact: 'duration', said: '12:30', actual: 1000.4 },
    { fact: 'title', said: 'Twenty-four hours', actual: 'A day' },
  ],
  'form.values': [
    { form: 'Recommendation form', field: 'Reasons', range: { max: 300 }, actual: 312 },
    { form: 'Recommendation form', field: 'Reasons', range: { min: 1, max: 300 } },
    { form: 'Recommendation form', field: 'Contact', actual: 0 },
  ],
  'form.missing': [
    { form: 'Recommendation form' },
    { form: 'Recommendation form', annex: 'Annex 1' },
    { form: 'Recommendation form', copy: 'word', there: 0, wanted: 1 },
    { form: 'Recommendation form', copy: 'stamped', there: 0, wanted: 1 },
    { form: 'Recommendation form', copy: 'stamped', there: 1, wanted: 2 },
    { form: 'Table of works', copy: 'stamped', table: true },
  ],
  'item.parts': ROLES.flatMap((role) => [
    { role, range: { min: 1 }, actual: 0, unexpected: false },
    { role, range: { max: 1 }, actual: 3, unexpected: false },
    { role, range: { max: 0 }, actual: 2, unexpected: true },
  ]),
  'item.choice': [
    { alternatives: choice(false, false), range: { min: 1 }, actual: 0 },
    { alternatives: choice(true, true), range: { min: 1, max: 1 }, actual: 2 },
  ],
  'item.date': [
    { from: day('2022-10-01') },
    { from: day('2022-10-01'), to: day('2024-01-08'), said: 'last winter' },
    { to: day('2024-01-08'), said: '2024-02-01', actual: day('2024-02-01') },
  ],
  'item.size': [
    { range: { max: 500 * 1024 ** 2 }, actual: 12_345, files: 1 },
    { range: { max: 1000, excludes: ['max'] }, actual: 1000, files: 3 },
    { range: { min: 1000 }, actual: 10, files: 2 },
  ],
  'item.info': [
    {},
    ...INFO_FIELDS.flatMap((field) => [
      { field },
      { field, problem: { kind: 'missing' as const } },
      { field, problem: { kind: 'count' as const, range: { min: 3, max: 5 }, actual: 2 } },
      { field, problem: { kind: 'not-listed' as const, value: 'Another', oneOf: ['One', 'Two'] } },
    ]),
    {
      problem: {
        kind: 'syntax',
        path: 'info.yaml',
        line: 3,
        column: 5,
        key: 'title',
        problem: 'expected text',
      },
    },
  ],
  'quota.min': [
    { categories: ['Stories'], min: 1, actual: 0, unsorted: 0, daysLeft: 5 },
    { categories: ['Stories'], min: 1, actual: 0, unsorted: 1, daysLeft: -5 },
    { categories: ['Stories'], min: 8, actual: 3, unsorted: 0, about: 10, daysLeft: 0 },
    { categories: ['Stories', 'Films'], min: 1, actual: 0, unsorted: 2 },
  ],
  'quota.unit': [{ categories: ['talk'], units: ['School A', 'others'], actual: 2 }],
  'bundle.size': [
    { category: 'Stories', range: { max: 500 * 1024 ** 2 }, actual: 12_345 },
    { category: 'Stories', range: { max: 1000 }, actual: 1001 },
    { category: 'Stories', range: { min: 1000 }, actual: 10 },
    { category: 'Stories', work: 'A day', range: { max: 1000 }, actual: 1001 },
  ],
  'quota.max': [
    { categories: ['Stories'], max: 2, actual: 4, unsorted: 0 },
    { categories: ['Stories'], max: 12, actual: 14, unsorted: 1, about: 10 },
    { categories: ['A', 'B', 'C', 'D', 'E', 'F'], max: 5, actual: 5, unsorted: 2 },
  ],
  'quota.person': [
    {
      ...{ per: 'author', max: 2, count: 'works', categories: ['Stories'], unsaid: [] },
      ...{ person: 'A. Reader', actual: 3, works: ['One', 'Two', 'Three'] },
    },
    {
      ...{ per: 'advisor', max: 1, count: 'categories', categories: ['Stories', 'Films'] },
      ...{ actual: 1, works: [], unsaid: ['1', '2', '3', '4', '5', '6'], unsorted: 1 },
    },
    {
      ...{ per: 'presenter', max: 3, count: 'works', categories: ['Stories'] },
      ...{ actual: 1, works: [], unsaid: [], unsorted: 3 },
    },
  ],
  'name.file': [
    { expected: '' },
    { expected: '{org}+Stories+20200710', problem: { kind: 'pattern' } },
    { expected: '', problem: { kind: 'extension', format: 'heic' } },
    { expected: '', problem: { kind: 'unsafe', characters: ':\u202e' } },
  ],
  'time.deadline': [
    ...[5, 0, -7].flatMap((days) => [
      { category: 'Stories', on: day('2020-07-15'), rolling: false, days },
      { category: 'Stories', on: day('2020-07-15'), label: 'first batch', rolling: true, days, opensIn: 3 },
    ]),
    { category: 'Stories', rolling: true },
    { category: 'Stories', rolling: true, label: 'later ones', opensIn: 3 },
  ],
  attest: [{ id: 'given', text: 'The lecture was given' }],
  manual: [
    { text: 'Follow the account', due: { on: day('2020-05-10'), at: '12:00', days: -2 } },
    { text: 'Follow the account', route: 'Website' },
  ],
};

function reasons(): readonly StrayReason[] {
  return Object.keys(strayReasons).filter((name): name is StrayReason => name in strayReasons);
}
