import { boundsOf, type Range } from '../model/range.ts';

/** How many items at least and at most: whole ones, so “about 8” is 6 to 10. */
export function quotaRange(quota: Range | undefined): Range {
  if (quota?.about === undefined) return { ...quota };
  const [{ min = 0, max = Infinity } = {}] = boundsOf(quota);
  return { about: quota.about, min: Math.floor(min), max: Math.ceil(max) };
}
