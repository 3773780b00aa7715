import type { LeftOut, PlannedBundle } from '../model/bundle.ts';
import type { Materials } from '../model/materials.ts';

/** Materials that lie in no bundle, each with why. */
export function findLeftOut({ items }: Materials, bundles: readonly PlannedBundle[]): readonly LeftOut[] {
  const packed = new Set(bundles.flatMap(({ files }) => files.map(({ source }) => source)));
  return items.flatMap(({ category, candidates = [], parts }) =>
    parts
      .filter(({ path }) => !packed.has(path))
      .map(({ path }): LeftOut => {
        if (category !== undefined) return { path, reason: 'no-route' };
        return { path, reason: candidates.length > 1 ? 'several-categories' : 'no-category' };
      }),
  );
}
