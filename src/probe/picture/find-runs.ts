import type { SeenSpan } from '../../model/picture-facts.ts';
import type { Glance } from './glance.ts';

/** Pictures that follow one another and are of one kind, and what was seen just before and after them. */
export interface Run {
  readonly first: Glance;
  readonly last: Glance;
  readonly pictures: number;
  readonly before?: Glance;
  readonly after?: Glance;
}

/** Pictures of a place at its edge that must be of the kind before what lies between two places is taken for it too. */
const AT_EDGE = 4;

/**
 * Runs of pictures of which each goes on with the one before. Between two places nothing was seen: a run goes on there
 * only when the pictures on both sides `match`.
 */
export function findRuns(
  stretches: readonly (readonly Glance[])[],
  kind: {
    readonly starts: (glance: Glance) => boolean;
    readonly goesOn: (glance: Glance, before: Glance) => boolean;
    readonly match: (one: Glance, other: Glance) => boolean;
  },
): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, glances] of stretches.entries()) {
    const [previous, next] = [stretches[index - 1]?.at(-1), stretches[index + 1]?.[0]];
    for (let begin = 0; begin < glances.length; begin++) {
      const first = glances[begin];
      if (!first || !kind.starts(first)) continue;
      let [end, last] = [begin, first];
      for (let then = glances[end + 1]; then && kind.goesOn(then, last); then = glances[end + 1])
        [end, last] = [end + 1, then];
      const before = glances[begin - 1] ?? previous;
      const after = glances[end + 1] ?? next;
      const run = {
        first,
        last,
        pictures: end - begin + 1,
        ...(before && { before }),
        ...(after && { after }),
      };
      if (!join(runs, run, kind.match)) runs.push(run);
      begin = end;
    }
  }
  return runs;
}

/** Puts a run to the last one, where nothing lies between them but what was not seen, or one step. */
function join(runs: Run[], run: Run, match: (one: Glance, other: Glance) => boolean): boolean {
  const last = runs.at(-1);
  const areNeighbours = last?.after === run.first && run.before === last.last;
  if (!last || !areNeighbours || Math.min(last.pictures, run.pictures) < AT_EDGE) return false;
  if (!match(last.last, run.first)) return false;
  runs[runs.length - 1] = {
    first: last.first,
    last: run.last,
    pictures: last.pictures + run.pictures,
    ...(last.before && { before: last.before }),
    ...(run.after && { after: run.after }),
  };
  return true;
}

/** Seconds: less is a change of scenes. */
const SHORTEST = 1;
/** Of a film's many slides only so many are told, the longest. */
const MOST = 40;

/** `step`: seconds from one picture to the next. `end`: of the film. */
export function spansOf(
  runs: readonly Run[],
  { step, end }: { readonly step: number; readonly end: number },
): readonly SeenSpan[] {
  return runs
    .map(({ first, last, before, after }) => {
      const to = Math.max(first.at, Math.min(end, last.at + step));
      const longest = (after?.at ?? Math.max(end, to)) - (before?.at ?? 0);
      return { from: tenth(first.at), to: tenth(to), longest: tenth(longest) };
    })
    .filter(({ from, to }) => to - from >= SHORTEST)
    .sort((one, other) => other.to - other.from - (one.to - one.from))
    .slice(0, MOST)
    .sort((one, other) => one.from - other.from);
}

function tenth(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
