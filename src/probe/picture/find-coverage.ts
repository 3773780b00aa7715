import type { Span } from '../../model/picture-facts.ts';
import { isCentred, isInBand, isLine, type Band } from './weigh-writing.ts';
import type { WatchedStretch } from './watch-writing.ts';

export interface Coverage {
  /** Pictures looked at. */
  readonly samples: number;
  /** Share of these with a line in the band. */
  readonly share: number;
  readonly covered: readonly Span[];
  /** Seconds at which a line stands in the band. */
  readonly shown: readonly number[];
}

/** Seconds that nobody need speak for. */
const PAUSE = 12;

/** When lines stand in the band. `spacing`: seconds between the places that were looked at. */
export function findCoverage(
  stretches: readonly WatchedStretch[],
  band: Band | undefined,
  { aspect, spacing }: { readonly aspect: number; readonly spacing: number },
): Coverage {
  const pictures = stretches.flatMap((stretch) => stretch.pictures);
  if (!band) return { samples: pictures.length, share: 0, covered: [], shown: [] };
  const shown = stretches.flatMap((stretch) => shownIn(stretch, band, aspect));
  return {
    samples: pictures.length,
    share: pictures.length === 0 ? 0 : Math.round((shown.length / pictures.length) * 100) / 100,
    covered: joinSpans(shown, Math.max(PAUSE, spacing * 2.2)),
    shown,
  };
}

/** A line stands there, or one has come that has not gone yet. */
function shownIn({ pictures, changes }: WatchedStretch, band: Band, aspect: number): readonly number[] {
  const isSubtitle = (block: Parameters<typeof isCentred>[0]) =>
    isInBand(block, band) && isCentred(block) && isLine(block, aspect);
  const turns = changes.filter(isSubtitle);
  let isOpen = false;
  return pictures.flatMap(({ at, standing }) => {
    const now = turns.filter((turn) => turn.at === at);
    if (now.some(({ kind }) => kind === 'went')) isOpen = false;
    if (now.some(({ kind }) => kind === 'came')) isOpen = true;
    return isOpen || standing.some(isSubtitle) ? [at] : [];
  });
}

function joinSpans(shown: readonly number[], pause: number): readonly Span[] {
  const spans: { from: number; to: number }[] = [];
  for (const at of [...shown].sort((one, other) => one - other)) {
    const last = spans.at(-1);
    if (last && at - last.to <= pause) last.to = at;
    else spans.push({ from: at, to: at });
  }
  return spans;
}
