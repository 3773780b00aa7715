import type { Notice } from '../../src/model/notice.ts';
import type { Clause } from '../../src/model/ruled.ts';

/** What a path leads to, and the rules it stands in: of these a check has to tell. */
export interface FoundInNotice {
  readonly value: unknown;
  readonly clauses: readonly Clause[];
}

/**
 * Follows a path such as `categories.case.parts.portrait.media.size` through a loaded notice. Entries of lists go by
 * their id, role, field, name, or place from 0; `value` and `named` need not be said. Undefined where nothing is there.
 */
export function findInNotice(notice: Notice, path: string): FoundInNotice | undefined {
  let value: unknown = notice;
  let clauses: readonly Clause[] = [];
  for (const segment of path.split('.')) {
    value = next(value, segment);
    const own = clausesIn(value);
    if (own.length > 0) clauses = own;
  }
  return isNothing(value) ? undefined : { value, clauses };
}

function next(value: unknown, segment: string): unknown {
  if (Array.isArray(value)) {
    const entries: readonly unknown[] = value;
    return entries.find((entry) => namesOf(entry).includes(segment)) ?? entries[Number(segment)];
  }
  if (!isRecord(value)) return undefined;
  if (Object.hasOwn(value, segment)) return value[segment];
  return ['value', 'named']
    .filter((key) => isRecord(value[key]) || Array.isArray(value[key]))
    .map((key) => next(value[key], segment))
    .find((found) => found !== undefined);
}

function namesOf(entry: unknown): readonly unknown[] {
  if (!isRecord(entry)) return [entry];
  const { id, value, field, role, name, named } = entry;
  if (isRecord(named)) return [named['id']];
  return [id, field, role, name, ...(value === undefined ? [] : namesOf(value))];
}

function clausesIn(value: unknown): readonly Clause[] {
  if (Array.isArray(value)) return value.flatMap(clausesIn);
  if (!isRecord(value)) return [];
  const { clause } = value;
  return isClause(clause) ? [clause] : [];
}

function isClause(value: unknown): value is Clause {
  return isRecord(value) && typeof value['notice'] === 'string';
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
