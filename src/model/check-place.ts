import type { Check, CheckOf, Code } from './check.ts';
import type { Materials } from './materials.ts';

/** The whole folder, as a path. */
export const WHOLE = '.';

/**
 * Where a check is said to be, for a person who decides about it: the path of its file or work, the id of its
 * category; of an attestation its own id, of a step by hand its text.
 */
export function placeOf({ args, subject }: CheckOf<Code>): string {
  if ('id' in args) return args.id;
  if ('text' in args) return args.text;
  const { path, item, category } = subject;
  const place = path ?? item ?? category ?? WHOLE;
  return place === '' ? WHOLE : place;
}

/** Attestations and steps of several categories may bear one name. */
export function categoryOf({ code, subject }: Check): string | undefined {
  return code === 'attest' || code === 'manual' ? subject.category : undefined;
}

/** Paths of the files that a decision about this check rests on: it dies with a change of any of them. */
export function evidenceOf(check: Check, { items, tables = [] }: Materials): readonly string[] {
  const { path, item, category } = check.subject;
  if (path !== undefined) return [path, ...besides(check)];
  const meant = [...items, ...tables].filter(
    (one) =>
      (item === undefined || one.path === item) && (category === undefined || one.category === category),
  );
  return meant.flatMap(({ parts, info }) => [
    ...parts.map((part) => part.path),
    // Whose works they are stands there alone.
    ...(check.code === 'quota.person' && info ? [info.path] : []),
  ]);
}

/** Subtitles in a file of their own belong to what was looked at. */
function besides(check: Check): readonly string[] {
  if (check.code !== 'video.subtitles') return [];
  const { found } = check.args;
  return found.kind === 'side-car' || found.kind === 'side-car-unreadable' ? [found.path] : [];
}
