import type { PixelSize, ResolutionRule } from '../model/media-rules.ts';
import { turnedLike } from '../model/turned-like.ts';
import { sameShape } from './format-picture.ts';

/** How a picture misses its rule, as a person would put it. */
export type SizeMiss = 'upright' | 'almost' | 'smaller' | 'larger' | 'other-shape';

/** The size to aim at: the first one named; else the picture’s own shape, brought within the bounds. */
export function targetSize(asked: ResolutionRule, actual: PixelSize | undefined): PixelSize | undefined {
  const { exact, min, max } = actual ? turnedLike(asked, actual) : asked;
  if (exact?.[0]) return exact[0];
  const bound = min ?? max;
  if (!bound || !actual || liesOtherwise(bound, actual)) return bound;
  const grown = min
    ? sized(actual, Math.max(1, min.width / actual.width, min.height / actual.height), Math.ceil)
    : actual;
  if (!max) return grown;
  return sized(grown, Math.min(1, max.width / grown.width, max.height / grown.height), Math.floor);
}

export function sizeMiss(asked: ResolutionRule, actual: PixelSize): SizeMiss {
  const { exact, min, max } = turnedLike(asked, actual);
  const target = exact?.[0] ?? min ?? max;
  if (!target) return 'other-shape';
  if (liesOtherwise(target, actual)) return 'upright';
  if (!exact) return min && (actual.width < min.width || actual.height < min.height) ? 'smaller' : 'larger';
  const [across, down] = [actual.width / target.width, actual.height / target.height];
  if (Math.abs(across - 1) < 0.01 && Math.abs(down - 1) < 0.01) return 'almost';
  if (!sameShape(actual, target)) return 'other-shape';
  return across < 1 ? 'smaller' : 'larger';
}

/** By short edge: what 剪映 and CapCut offer when a film is exported. */
const PRESETS: readonly (readonly [number, string])[] = [
  [480, '480P'],
  [720, '720P'],
  [1080, '1080P'],
  [1440, '2K'],
  [2160, '4K'],
];
const SHAPES: readonly (readonly [number, number])[] = [
  [16, 9],
  [9, 16],
  [4, 3],
  [3, 4],
  [1, 1],
];

/** The setting of an editor that comes to this size, and its shape where it has one; `most`: it must not be larger. */
export function exportPreset(
  size: PixelSize,
  most: boolean,
): { readonly preset: string; readonly shape?: string } {
  const short = Math.min(size.width, size.height);
  const fitting = most
    ? PRESETS.findLast(([edge]) => edge <= short)
    : PRESETS.find(([edge]) => edge >= short);
  const [, preset] = fitting ?? (most ? PRESETS[0] : PRESETS.at(-1)) ?? [0, '1080P'];
  const shape = SHAPES.find(([width, height]) => sameShape(size, { width, height }));
  return { preset, ...(shape && { shape: shape.join(':') }) };
}

function liesOtherwise(target: PixelSize, actual: PixelSize): boolean {
  return target.width > target.height && actual.height > actual.width;
}

/** Codecs take even numbers of pixels only. */
function sized({ width, height }: PixelSize, share: number, round: (value: number) => number): PixelSize {
  if (share === 1) return { width, height };
  const even = (edge: number) => Math.max(2, round(Number((edge * share).toFixed(3)) / 2) * 2);
  return { width: even(width), height: even(height) };
}
