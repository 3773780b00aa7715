import type { Role } from '../../model/format.ts';
import type { PersonRole } from '../../model/notice.ts';

/** Where in a notice something belongs. */
export type Target =
  | { readonly kind: 'media'; readonly role: Role; readonly key: string }
  | { readonly kind: 'category'; readonly key: 'quota' | 'deadlines' | 'workDates' }
  /** Counted over several categories. */
  | { readonly kind: 'together' }
  | { readonly kind: 'layout'; readonly path: readonly string[] }
  /** Of all files of a work. */
  | { readonly kind: 'work-size' }
  | { readonly kind: 'part'; readonly role: Role }
  | { readonly kind: 'naming' }
  | { readonly kind: 'packing' }
  | { readonly kind: 'subject' }
  | { readonly kind: 'mailbox' }
  | { readonly kind: 'attestation'; readonly id: string }
  /** To be filled in for each work. */
  | {
      readonly kind: 'form';
      readonly name: string;
      readonly annex?: string;
      readonly copies?: 'stamped' | 'word, stamped';
    }
  /** By hand, on a day of its own: as a due date would be written. */
  | { readonly kind: 'step'; readonly due: string };

export type Side = 'min' | 'max' | 'over' | 'under' | 'about';

/** A value as YAML: bounds, or text that is written as it is. */
export type Value =
  | {
      readonly kind: 'range';
      readonly sides: Readonly<Partial<Record<Side, string>>>;
      /** Ids of the categories it is counted over. */
      readonly of?: readonly string[];
      /** Of one person, in this role. */
      readonly per?: PersonRole;
      readonly count?: 'categories';
      readonly level?: 'should' | 'may';
    }
  | { readonly kind: 'raw'; readonly yaml: string; readonly level?: 'should' | 'may' };

/**
 * What a sentence seems to ask. One reading is proposed as a rule; several are shown as comments, for a person to
 * choose from. `note`: what was taken from the words around.
 */
export interface Finding {
  readonly readings: readonly { readonly target: Target; readonly value: Value }[];
  readonly note?: string;
  /** Even a single reading is for a person to decide. */
  readonly unsure?: true;
}

export function isCertain({ readings, unsure }: Finding): boolean {
  return readings.length === 1 && unsure !== true;
}

export function yamlOf(value: Value): string {
  const level = value.level === undefined ? [] : [`level: ${value.level}`];
  if (value.kind === 'raw') {
    return level.length === 0 ? value.yaml : `{ value: ${value.yaml}, ${level.join(', ')} }`;
  }
  const of = value.of === undefined ? [] : [`of: [${value.of.join(', ')}]`];
  const per = value.per === undefined ? [] : [`per: ${value.per}`];
  const count = value.count === undefined ? [] : [`count: ${value.count}`];
  const sides = Object.entries(value.sides).map(([side, text]) => `${side}: ${text}`);
  return `{ ${[...of, ...per, ...count, ...sides, ...level].join(', ')} }`;
}

/** How much a clause weighs by its own words. */
export function levelOf(clause: string): { readonly level?: 'should' | 'may' } {
  if (/提倡|鼓励|优先|欢迎/.test(clause)) return { level: 'may' };
  if (/建议|一般(?!项目|课题|性|类|组)|为宜|宜|原则上|尽量|最好|推荐使用|推荐采用/.test(clause))
    return { level: 'should' };
  return {};
}
