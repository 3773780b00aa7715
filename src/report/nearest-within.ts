import { boundsOf, type Range } from '../model/range.ts';

/** The value that a range allows and that is nearest to the one wished for. */
export function nearestWithin(range: Range, wished: number): number {
  const allowed = boundsOf(range).map(({ min = -Infinity, max = Infinity }) =>
    Math.min(Math.max(wished, min), max),
  );
  return allowed.reduce(
    (best, value) => (Math.abs(value - wished) < Math.abs(best - wished) ? value : best),
    allowed[0] ?? wished,
  );
}
