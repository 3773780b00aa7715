import type { VideoFacts } from '../../model/facts.ts';
import type { Span } from '../../model/picture-facts.ts';
import { formatSeconds } from '../format-seconds.ts';
import { clockTime } from '../clock-time.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** Units of the drawing, not pixels: it is as wide as its place. */
const WIDTH = 720;
const LANE = 16;
const GAP = 10;

interface Lane {
  readonly name: string;
  readonly state: string;
  readonly look: 'full' | 'none' | 'unknown';
  /** Which colour its stretches have. */
  readonly kind: 'sound' | 'subtitles' | 'black' | 'frozen';
  readonly spans: readonly Span[];
}

/** Over the film's length: where there is sound, where subtitles, where it is black or frozen. Nothing where the length is unknown. */
export function timeline(
  video: VideoFacts,
  silent: readonly Span[] | undefined,
  context: PageContext,
): Markup | undefined {
  const { duration } = video;
  if (duration === undefined || duration <= 0) return undefined;
  const lanes = [
    soundLane(video, { duration, silent }, context),
    ...subtitleLane(video, context),
    ...pictureLanes(video, context),
  ];
  const height = lanes.length * (LANE + GAP) + 20;
  const { labels, words, language } = context;
  const told = [
    `${labels.length}${words.colon}${formatSeconds(duration, language)}`,
    ...lanes.map(({ name, state }) => `${name}${words.colon}${state}`),
  ].join(language === 'zh' ? '；' : '; ');
  return html`<figure class="timeline">
    <figcaption><span class="label">${labels.timeline}</span> ${told}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${told}">
      ${lanes.map((lane, at) => drawLane(lane, at, duration))}
      ${[0, 0.25, 0.5, 0.75, 1].map((share) => tick(share, duration, height))}
    </svg>
  </figure>`;
}

interface HeardFilm {
  readonly duration: number;
  readonly silent: readonly Span[] | undefined;
}

/** Where something can be heard; a film of which only some places were heard has no lane to draw. */
function soundLane({ sound }: VideoFacts, { duration, silent }: HeardFilm, { labels }: PageContext): Lane {
  const { state } = sound.silence;
  const own = { kind: 'sound', name: labels.sound } as const;
  if (state !== 'heard')
    return {
      ...own,
      state: labels.soundStates[state],
      look: state === 'unknown' ? state : 'none',
      spans: [],
    };
  if (!silent) return { ...own, state: labels.heardHere, look: 'unknown', spans: [] };
  const told = silent.length > 0 ? labels.silentAt(silent) : labels.soundStates.heard;
  return { ...own, state: told, look: 'full', spans: between(silent, duration) };
}

/** What the stretches leave over, in order. */
function between(gaps: readonly Span[], end: number): readonly Span[] {
  const spans = gaps.map(({ from }, at) => ({ from: gaps[at - 1]?.to ?? 0, to: from }));
  return [...spans, { from: gaps.at(-1)?.to ?? 0, to: end }].filter(({ from, to }) => to > from);
}

function subtitleLane({ burnedSubtitles }: VideoFacts, { labels }: PageContext): readonly Lane[] {
  if (!burnedSubtitles) return [];
  const { presence, covered } = burnedSubtitles;
  const look = presence === 'present' ? 'full' : presence === 'unclear' ? 'unknown' : 'none';
  return [
    {
      kind: 'subtitles',
      name: labels.subtitles,
      state: labels.subtitleStates[presence],
      look,
      spans: covered,
    },
  ];
}

/** Black and frozen stretches; a lane that would stay empty is left out, where the film was seen. */
function pictureLanes({ picture }: VideoFacts, { labels }: PageContext): readonly Lane[] {
  if (!picture) return [];
  const kinds = (['black', 'frozen'] as const).filter(
    (kind) => kind === 'black' || picture.frozen.length > 0,
  );
  return kinds.map((kind) => {
    const spans = picture[kind];
    const look = spans.length > 0 ? 'full' : picture.reason ? 'unknown' : 'none';
    const state = look === 'full' ? labels.lasting(spans) : labels.pictureStates[look];
    return { kind, name: labels[kind], state, look, spans };
  });
}

function drawLane({ name, look, kind, spans }: Lane, at: number, duration: number): Markup {
  const y = at * (LANE + GAP);
  const place = (seconds: number) =>
    Math.round((Math.min(duration, Math.max(0, seconds)) / duration) * WIDTH);
  return html`<rect class="lane ${look}" x="0" y="${y}" width="${WIDTH}" height="${LANE}" />${spans.map(
      ({ from, to }) =>
        html`<rect
          class="span ${kind}"
          x="${place(from)}"
          y="${y}"
          width="${Math.max(2, place(to) - place(from))}"
          height="${LANE}"
        />`,
    )}<text class="name" x="4" y="${y + LANE - 4}">${name}</text>`;
}

function tick(share: number, duration: number, height: number): Markup {
  const x = Math.round(share * WIDTH);
  const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle';
  return html`<text x="${x}" y="${height - 4}" text-anchor="${anchor}">${clockTime(share * duration)}</text>`;
}
