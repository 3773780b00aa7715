import type { PersonNeed } from '../model/bundle.ts';
import type { Check } from '../model/check.ts';
import type { Item } from '../model/materials.ts';
import type { Category } from '../model/notice.ts';

/** What the report left open about one category: things to confirm, and musts that could not be judged. */
export function personNeeds(
  category: Category,
  items: readonly Item[],
  checks: readonly Check[],
): readonly PersonNeed[] {
  const paths = pathsOf(items);
  return checks.flatMap((check): PersonNeed[] => {
    if (check.result !== 'unknown' || !concerns(check, category, paths)) return [];
    if (check.code === 'attest') {
      return [{ kind: 'attest', text: check.args.text, ...(check.clause && { clause: check.clause }) }];
    }
    if (check.level !== 'must') return [];
    const { path } = check.subject;
    return [{ kind: 'unjudged', code: check.code, ...(path !== undefined && { path }) }];
  });
}

/** Of works and of their files. */
export function pathsOf(items: readonly Item[]): ReadonlySet<string> {
  return new Set(items.flatMap((item) => [item.path, ...item.parts.map(({ path }) => path)]));
}

/** A check of no category and no file is about the whole. */
export function concerns({ subject }: Check, { id }: Category, paths: ReadonlySet<string>): boolean {
  if (subject.category !== undefined) return subject.category === id;
  if (subject.path !== undefined) return paths.has(subject.path);
  return subject.item === undefined || paths.has(subject.item);
}
