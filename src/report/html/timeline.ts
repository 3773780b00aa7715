import type { VideoFacts } from '../../model/facts.ts';
import type { Span } from '../../model/picture-facts.ts';
import { formatSeconds } from '../format-seconds.ts';
import { clockTime } from './clock-time.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** Units of the drawing, not pixels: it is as wide as its place. */
const WIDTH = 640;
const LANE = 16;
const GAP = 10;

interface Lane {
  readonly name: string;
  readonly state: string;
  readonly look: 'full' | 'none' | 'unknown';
  readonly spans: readonly Span[];
}

/** Over the film's length: where there is sound, where there are subtitles. Nothing where the length is unknown. */
export function timeline(video: VideoFacts, context: PageContext): Markup | undefined {
  const { duration } = video;
  if (duration === undefined || duration <= 0) return undefined;
  const lanes = [soundLane(video, duration, context), ...subtitleLane(video, context)];
  const height = lanes.length * (LANE + GAP) + 20;
  const { labels, words, language } = context;
  const told = [
    `${labels.length}${words.colon}${formatSeconds(duration, language)}`,
    ...lanes.map(({ name, state }) => `${name}${words.colon}${state}`),
  ].join(language === 'zh' ? '；' : '; ');
  return html`<figure class="timeline">
    <figcaption><span class="label">${labels.timeline}</span> ${told}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" role="img" aria-label="${told}">
      ${lanes.map((lane, at) => drawLane(lane, at, duration))}
      ${[0, 0.25, 0.5, 0.75, 1].map((share) => tick(share, duration, height))}
    </svg>
  </figure>`;
}

function soundLane({ sound }: VideoFacts, duration: number, { labels }: PageContext): Lane {
  const { state } = sound.silence;
  const look = state === 'heard' ? 'full' : state === 'unknown' ? 'unknown' : 'none';
  const spans = look === 'full' ? [{ from: 0, to: duration }] : [];
  return { name: labels.sound, state: labels.soundStates[state], look, spans };
}

function subtitleLane({ burnedSubtitles }: VideoFacts, { labels }: PageContext): readonly Lane[] {
  if (!burnedSubtitles) return [];
  const { presence, covered } = burnedSubtitles;
  const look = presence === 'present' ? 'full' : presence === 'unclear' ? 'unknown' : 'none';
  return [{ name: labels.subtitles, state: labels.subtitleStates[presence], look, spans: covered }];
}

function drawLane({ name, look, spans }: Lane, at: number, duration: number): Markup {
  const y = at * (LANE + GAP);
  const place = (seconds: number) =>
    Math.round((Math.min(duration, Math.max(0, seconds)) / duration) * WIDTH);
  return html`<rect class="lane ${look}" x="0" y="${y}" width="${WIDTH}" height="${LANE}" />${spans.map(
      ({ from, to }) =>
        html`<rect
          class="span lane-${at}"
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
