import { yamlOf, type Target, type Value } from './finding.ts';
import type { FoundCategories } from './find-categories.ts';
import { isListed, pathOf } from './fits-schema.ts';
import type { Sentence } from './sentence.ts';

/** A rule that one sentence asks, for one category or for all. */
export interface DraftRule {
  readonly scope: number | undefined;
  readonly target: Target;
  readonly value: Value;
  readonly sentence: Sentence;
  readonly note?: string;
}

/** Several readings, none of which is in force. */
export interface Doubt {
  readonly sentence: Sentence;
  readonly note: string;
  /** As they would be written. */
  readonly readings: readonly string[];
}

/** `media.video.size: [{ max: 2G }]`, to be copied from the comment to its place. */
export function assignment(
  target: Target,
  value: Value,
  scope: number | undefined,
  { list }: FoundCategories,
): string {
  const category = scope === undefined ? undefined : list[scope]?.name;
  const yaml = yamlOf(value);
  return `${pathOf(target, category).join('.')}: ${isListed(target) ? `[${yaml}]` : yaml}`;
}
