import type { Range } from '../model/notice.ts';

/** “约 10 个”: two in ten more or less is still about ten. */
const TOLERANCE = 0.2;

export function quotaRange(
  quota: (Range & { readonly about?: number }) | undefined,
): Range & { about?: number } {
  if (quota?.about === undefined) return { ...quota };
  return {
    about: quota.about,
    min: Math.floor(quota.about * (1 - TOLERANCE)),
    max: Math.ceil(quota.about * (1 + TOLERANCE)),
  };
}
