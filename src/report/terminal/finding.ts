import type { Check, CheckOf, Code } from '../../model/check.ts';
import type { Item } from '../../model/materials.ts';
import type { Judgement, Language } from '../../model/report.ts';
import { decides } from '../../model/verdict.ts';
import { catalogueIn } from '../catalogue-in.ts';
import { wordsOf, type CheckWords } from '../check-words.ts';

/** In the order of telling: what failed, what could not be judged, what is only advised, what is good to know. */
export const KINDS = ['fail', 'unknown', 'remind', 'note'] as const;
export type Kind = (typeof KINDS)[number];

/** A check that has something to say, with what follows from the same cause. */
export interface Finding {
  readonly check: Check;
  readonly kind: Kind;
  readonly words: CheckWords;
  readonly item?: Item;
  /** Titles of checks of the same subject that this one decides too. */
  readonly unjudged: readonly string[];
  readonly alsoFailed: readonly string[];
}

/** Everything worth telling, in the rule book's order; a check that shares another's cause is told with that one. */
export function gatherFindings(judgement: Judgement, language: Language): readonly Finding[] {
  const itemOf = itemFinder(judgement);
  const telling = judgement.checks.flatMap((check) => {
    const kind = kindOf(check, judgement.strict);
    return kind && isToldHere(check, kind) ? [{ check, kind }] : [];
  });
  const byKey = new Map(telling.map(({ check }) => [keyOf(check, check.code), check]));
  const followers = new Map<Check, Check[]>();
  const leaders = telling.filter(({ check }) => {
    const root = rootOf(check, byKey);
    if (root === check) return true;
    const followed = followers.get(root);
    if (followed) followed.push(check);
    else followers.set(root, [check]);
    return false;
  });
  return leaders.map(({ check, kind }) => {
    const item = itemOf(check);
    const followed = followers.get(check) ?? [];
    return {
      check,
      kind,
      words: wordsOf(check, language),
      ...(item && { item }),
      unjudged: titlesOf(followed, 'unknown', language),
      alsoFailed: titlesOf(followed, 'fail', language),
    };
  });
}

function titlesOf(
  checks: readonly Check[],
  result: 'unknown' | 'fail',
  language: Language,
): readonly string[] {
  const titles = checks
    .filter((check) => check.result === result)
    .map((check) => wordsOf(check, language).title);
  return [...new Set(titles)];
}

/** Undefined: nothing to say. */
export function kindOf(check: Check, strict: boolean): Kind | undefined {
  const decisive = decides(check, strict);
  switch (check.result) {
    case 'fail':
      return decisive ? 'fail' : check.level === 'may' ? 'note' : 'remind';
    case 'unknown':
      return decisive ? 'unknown' : 'remind';
    case 'pass':
      return hasRemark(check) ? 'note' : undefined;
    case 'skip':
      return undefined;
  }
}

/** Hand work, litter and due dates have places of their own in the report. */
function isToldHere({ code, result }: Check, kind: Kind): boolean {
  if (code === 'manual') return false;
  if (code === 'attest') return result === 'fail';
  return code !== 'file.junk' || kind === 'fail' || kind === 'unknown';
}

function hasRemark<C extends Code>({ code, args }: CheckOf<C>): boolean {
  return catalogueIn('zh')[code].remark?.(args) !== undefined;
}

/**
 * The check that is told for this one: itself, or the end of its chain of causes as far as those are told. A chain
 * that runs in a circle explains nothing: then each is told for itself.
 */
function rootOf(check: Check, byKey: ReadonlyMap<string, Check>): Check {
  const seen = new Set<Check>([check]);
  let root = check;
  for (;;) {
    const because = root.because ?? impliedCause(root);
    const cause = because === undefined ? undefined : byKey.get(keyOf(root, because));
    if (!cause || cause.result === 'pass') return root;
    if (seen.has(cause)) return check;
    seen.add(cause);
    root = cause;
  }
}

/** A wrong format shows in the container and in the extension too: one cause, told once. */
function impliedCause(check: Check): Code | undefined {
  if (check.code === 'video.container') return 'file.format';
  const misnamed = check.code === 'name.file' && check.args.problem?.kind === 'extension';
  return misnamed ? 'file.format' : undefined;
}

function keyOf({ subject }: Pick<CheckOf<Code>, 'subject'>, code: Code): string {
  return [code, subject.path ?? '', subject.item ?? '', subject.category ?? ''].join('\n');
}

function itemFinder({ materials }: Judgement): (check: Check) => Item | undefined {
  const all = [...materials.items, ...(materials.tables ?? [])];
  const byPath = new Map(all.map((item) => [item.path, item]));
  const byPart = new Map(all.flatMap((item) => item.parts.map((part) => [part.path, item] as const)));
  return ({ subject }) => {
    if (subject.path !== undefined && byPart.has(subject.path)) return byPart.get(subject.path);
    const path = subject.item ?? subject.path;
    return path === undefined ? undefined : byPath.get(path);
  };
}
