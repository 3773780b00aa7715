import type { Profile } from './glance.ts';

/** Lines of the picture, rows or columns, over several samples. */
export interface Lines {
  /** Share of each line, 0–1, that is lit where most of it is. */
  readonly lit: readonly number[];
  /** Mean grey level of each line's dark, over the samples. */
  readonly depth: readonly number[];
}

/** Shares of the picture's length between which the picture itself lies. */
export type InnerSpan =
  | { readonly state: 'none' }
  | { readonly state: 'bars'; readonly from: number; readonly to: number }
  /** Both ends are dark, without a line where the dark ends. */
  | { readonly state: 'dark' };

/** Of the samples' brightest tenth, so that one flash does not light a bar. */
const NEARLY_ALL = 0.9;

export function summarise(profiles: readonly Profile[]): Lines {
  const lines = profiles[0]?.lit.length ?? 0;
  const rank = Math.floor((profiles.length - 1) * NEARLY_ALL);
  const numbers = Array.from({ length: lines }, (_, line) => line);
  return {
    lit: numbers.map((line) => {
      const sorted = profiles.map(({ lit }) => lit[line] ?? 0).sort((one, other) => one - other);
      return (sorted[rank] ?? 0) / 255;
    }),
    depth: numbers.map(
      (line) => profiles.reduce((sum, { depth }) => sum + (depth[line] ?? 0), 0) / profiles.length,
    ),
  };
}

/** A bar is at least this share of the length, and so many lines, wide. */
const LEAST_SHARE = 0.012;
const LEAST_LINES = 4;
/** Lit shares, of the most that any line is lit: a bar with a line of subtitles in it, and a line of the picture. */
const WRITING = 0.5;
const PICTURE = 0.65;
/** Lines that the edge may take. */
const EDGE = 3;
/** A clean line of a bar. */
const CLEAN = 0.02;
/** Share of a bar's lines that are clean: two lines of subtitles leave that much. */
const CLEAN_LINES = 0.25;
/** Grey levels: a bar is drawn, so it is black and evenly so; a dark room is neither. */
const BAR_DEPTH = 10;
const BAR_EVEN = 3;

/** Where the picture begins and ends between two bars, or behind one that is wide. */
export function innerSpan(lines: Lines): InnerSpan {
  const { length } = lines.lit;
  const [head, tail] = [darkEnd(lines), darkEnd(reversed(lines))];
  const [from, to] = [head.width / length, 1 - tail.width / length];
  const bars = [head, tail].filter(({ isBar }) => isBar).length;
  const wide = Math.max(head.isBar ? from : 0, tail.isBar ? 1 - to : 0);
  if (bars === 2 || (bars === 1 && wide >= ALONE))
    return { state: 'bars', from: head.isBar ? from : 0, to: tail.isBar ? to : 1 };
  return head.width > 0 && tail.width > 0 && Math.min(from, 1 - to) >= DARK_SHARE
    ? { state: 'dark' }
    : { state: 'none' };
}

/** One bar alone is a picture put into the wrong corner: less is a shelf, a desk, a hem. */
const ALONE = 0.08;
/** Darkness at both ends that might hide bars. */
const DARK_SHARE = 0.04;

interface DarkEnd {
  /** Lines from the end on that are dark, but for writing. */
  readonly width: number;
  /** They are a bar: even, black, and the picture begins at a straight line. */
  readonly isBar: boolean;
}

const LIGHT: DarkEnd = { width: 0, isBar: false };

function darkEnd({ lit, depth }: Lines): DarkEnd {
  const most = Math.max(...lit);
  const least = Math.max(LEAST_LINES, Math.ceil(lit.length * LEAST_SHARE));
  const begin = lit.findIndex((share) => share > WRITING * most);
  if (most === 0 || begin < least) return LIGHT;
  const clean = lit.slice(0, begin).flatMap((share, line) => (share <= CLEAN ? [depth[line] ?? 0] : []));
  if (clean.length < begin * CLEAN_LINES || clean.length < least) return LIGHT;
  const isDrawn = Math.max(...clean) <= BAR_DEPTH && Math.max(...clean) - Math.min(...clean) <= BAR_EVEN;
  const isStraight = Math.max(...lit.slice(begin, begin + EDGE)) >= PICTURE * most && isSharp(lit, begin);
  return { width: begin, isBar: isDrawn && isStraight };
}

/** From a clean line to a line of the picture within a few: writing beside the edge is no edge. */
function isSharp(lit: readonly number[], begin: number): boolean {
  return lit.slice(Math.max(0, begin - EDGE), begin).some((share) => share <= CLEAN);
}

function reversed({ lit, depth }: Lines): Lines {
  return { lit: lit.toReversed(), depth: depth.toReversed() };
}
