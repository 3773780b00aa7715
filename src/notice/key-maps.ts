import type * as z from 'zod';
import { isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { notAmong } from './plain-values.ts';
import { quoted, say } from './say.ts';
import { reading, type Shape } from './shape.ts';

/** Entries by key; `null` removes what a farther notice has under that key. */
export type KeyMap<K, V> = ReadonlyMap<K, V | null>;

/** What a writer may call a thing: letters of any script, digits, `-` and `_`. */
export const ID = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

/** A map from ids that the writer chooses. */
export function mapById<S extends z.ZodType>(entry: S) {
  return keyMap(idIn, noId, () => entry, { kind: 'entries', known: {}, rest: entry });
}

function idIn(key: string): string | undefined {
  return ID.test(key) ? key : undefined;
}

function noId(key: string): string {
  return say(
    `“${quoted(key)}”不能作代号，只用字母、数字、汉字和 -`,
    `“${quoted(key)}” is no id: letters, digits and - only`,
  );
}

/** A map from ids, where what stands under some of them is something else. */
export function mapByIdOr<const K extends string, S extends z.ZodType>(
  names: readonly K[],
  entryOf: (name: K) => S,
  otherwise: (key: string) => S,
) {
  const known = byName(names, entryOf);
  const ofKey = (key: string): S => (Object.hasOwn(known, key) ? known[key] : undefined) ?? otherwise(key);
  return keyMap(idIn, noId, ofKey, { kind: 'entries', known, rest: otherwise('') });
}

/** A map whose keys are known; what stands under a key may depend on it. */
export function mapByName<const K extends string, S extends z.ZodType>(
  names: readonly K[],
  entryOf: (name: K) => S,
) {
  return keyMap(
    (key) => names.find((name) => name === key),
    (key) => notAmong(key, names),
    entryOf,
    { kind: 'entries', known: byName(names, entryOf) },
  );
}

function byName<K extends string, S extends z.ZodType>(names: readonly K[], entryOf: (name: K) => S) {
  return Object.fromEntries(names.map((name): [string, S] => [name, entryOf(name)]));
}

function keyMap<K extends string, S extends z.ZodType>(
  known: (key: string) => K | undefined,
  complaint: (key: string) => string,
  entryOf: (key: K) => S,
  shape: Shape,
) {
  return reading(shape, (input, context): KeyMap<K, z.output<S>> => {
    const entries = new Map<K, z.output<S> | null>();
    if (!isMap(input)) {
      const message = say('应写若干“键: 值”', 'expected keys with values');
      context.addIssue({ code: 'custom', message });
      return entries;
    }
    for (const [written, value] of Object.entries(input)) {
      const key = known(written);
      if (key === undefined)
        context.addIssue({ code: 'custom', path: [written], message: complaint(written) });
      else entries.set(key, value === null ? null : parsePart(entryOf(key), value, [key], context));
    }
    return entries;
  });
}
