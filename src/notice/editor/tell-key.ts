import type { JsonSchema, KeyPath } from './json-schema-of.ts';
import { KEY_WORDS } from './key-words.ts';

/** What an editor tells of a key. Throws where nobody has found words for it: the schema is written by the build alone. */
export function tellKey(path: KeyPath): JsonSchema {
  const words = KEY_WORDS[wordsFor(path)];
  if (words === undefined) throw new Error(`key-words.ts has no words for ${path.join('.')}`);
  if (typeof words === 'string') return { description: words };
  const [description, ...examples] = words;
  return { description, ...(examples.length > 0 && { examples }) };
}

/** The longest entry that the path ends with; a key of any id stands for all of them. */
export function wordsFor(path: KeyPath): string {
  const named = path.filter((key, index) => key !== 'value' || index === path.length - 1);
  const ends = named.map((_, index) => named.slice(index).join('.'));
  const anywhere = named.map((_, index) => wild(named.slice(index)).join('.'));
  return [...ends, ...anywhere].find((end) => Object.hasOwn(KEY_WORDS, end)) ?? '';
}

/** `info.title.oneOf` as `info.*.oneOf`. */
function wild(path: KeyPath): KeyPath {
  return path.length < 3 ? path : [...path.slice(0, -2), '*', ...path.slice(-1)];
}
