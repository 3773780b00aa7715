// What clips there are: kinds of film that carry subtitles, and kinds that only look as if they did.

/** Kind, number of variants a set gets, scene, what lies over it. `subtitles` names the look; without it: none. */
export const KINDS = [
  ['photos-outline', 3, 'photos', { subtitles: 'outline' }],
  ['photos-yellow', 2, 'photos', { subtitles: 'yellow' }],
  ['talk-outline', 2, 'talk', { subtitles: 'outline' }],
  ['talk-still-outline', 1, 'still-talk', { subtitles: 'outline' }],
  ['photos-box', 2, 'photos', { subtitles: 'box' }],
  ['photos-two-lines', 2, 'photos', { subtitles: 'two-lines' }],
  ['photos-bilingual', 2, 'photos', { subtitles: 'bilingual' }],
  ['photos-thin', 2, 'photos', { subtitles: 'thin' }],
  ['wide-in-bar', 2, 'wide', { subtitles: 'outline', inBar: true }],
  ['photos-partly', 2, 'photos', { subtitles: 'outline', partly: true }],
  ['slides-outline', 2, 'slides', { subtitles: 'outline' }],
  ['slides-box', 1, 'slides', { subtitles: 'box' }],
  ['screen-outline', 2, 'screen', { subtitles: 'outline' }],
  ['noise-outline', 1, 'noise', { subtitles: 'outline' }],
  ['upright-outline', 2, 'photos', { subtitles: 'outline', upright: true }],
  ['upright-in-wide', 1, 'pillar', { subtitles: 'outline' }],
  ['photos-plates', 1, 'photos', { subtitles: 'outline', plates: 2, logo: true }],
  ['caption-and-outline', 1, 'photos', { subtitles: 'outline', caption: true }],
  ['fades-fading', 2, 'fades', { subtitles: 'fading' }],
  ['photos-shadow', 1, 'photos', { subtitles: 'shadow' }],
  ['photos-small', 2, 'photos', { subtitles: 'small' }],
  ['photos-large', 1, 'photos', { subtitles: 'large' }],
  ['photos-italic', 1, 'photos', { subtitles: 'italic' }],
  ['signs-outline', 1, 'signs', { subtitles: 'outline' }],
  ['ticker-and-outline', 1, 'photos', { subtitles: 'outline', ticker: true }],

  ['photos', 3, 'photos', {}],
  ['photos-logo', 1, 'photos', { logo: true, mark: true }],
  ['talk', 2, 'talk', {}],
  ['talk-plate', 2, 'talk', { plates: 1 }],
  ['photos-plate', 2, 'photos', { plates: 2 }],
  ['photos-middle-plate', 1, 'photos', { plates: 1, middle: true }],
  ['slides', 3, 'slides', {}],
  ['slides-building', 2, 'building', {}],
  ['slides-speaker', 2, 'slides', { speaker: true }],
  ['photos-caption', 2, 'photos', { caption: true }],
  ['talk-caption', 1, 'talk', { caption: true, logo: true }],
  ['photos-ticker', 2, 'photos', { ticker: true }],
  ['talk-ticker', 1, 'talk', { ticker: true, caption: true }],
  ['screen', 3, 'screen', {}],
  ['signs', 2, 'signs', {}],
  ['signs-still', 2, 'still-signs', {}],
  ['noise', 1, 'noise', {}],
  ['wide', 1, 'wide', {}],
  ['pillar', 1, 'pillar', { logo: true }],
  ['album', 2, 'album', {}],
  ['credits', 1, 'photos', { credits: true }],
  ['timer', 1, 'talk', { timer: true }],
  ['upright', 1, 'photos', { upright: true }],
  ['upright-signs', 1, 'signs', { upright: true }],
  ['fades', 1, 'fades', {}],
  ['title', 1, 'photos', { title: true }],
];

/** The two sets share no seed, no font and no size of picture in the same order. */
export const SETS = {
  development: {
    seed: 1000,
    fonts: ['Noto Sans CJK SC', 'Noto Serif CJK SC', 'Noto Sans CJK SC', 'Noto Sans Mono CJK SC'],
    sizes: [
      [1920, 1080],
      [1280, 720],
      [1280, 720],
    ],
    rates: [25, 30],
    rough: [0.5, 0.66],
  },
  'held-out': {
    seed: 77000,
    fonts: ['Noto Serif CJK TC', 'Noto Sans CJK JP', 'Noto Sans CJK HK', 'Noto Serif CJK JP'],
    sizes: [
      [1280, 720],
      [1920, 1080],
      [1440, 1080],
      [1280, 720],
    ],
    rates: [24, 25, 50],
    rough: [0.45, 0.72],
  },
};

export function clipsOf(setName) {
  const clips = [];
  for (const [kind, variants, scene, layers] of KINDS)
    for (let n = 1; n <= variants; n++)
      clips.push({
        id: `${kind}-${n}`,
        kind,
        scene,
        layers,
        number: clips.length,
        label: layers.subtitles ? 'present' : 'absent',
      });
  return clips.map((clip) => ({ ...clip, set: setName }));
}
