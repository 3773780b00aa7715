import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { wordsFor } from '../../src/notice/editor/tell-key.ts';
import { KEY_WORDS } from '../../src/notice/editor/key-words.ts';
import { noticeJsonSchema } from '../../src/notice/editor/notice-json-schema.ts';
import { HEAD, MISTAKES } from './mistakes.ts';
import { templates } from './notice-folder.ts';

const home = path.resolve(import.meta.dirname, '../..');
const published: unknown = JSON.parse(
  readFileSync(path.join(templates, 'notices', 'notice.schema.json'), 'utf8'),
);
const schema = isMap(published) ? published : {};

/** A required key of one of several shapes may be described beside them, which strictRequired would not have. */
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).addSchema(schema, 'notice');

/** What is wrong with a value by the schema, or by the part of it at a pointer (RFC 6901); empty: nothing. */
function faultsOf(value: unknown, pointer = ''): readonly string[] {
  const fits = ajv.getSchema(`notice#${pointer}`);
  if (!fits) throw new Error(`the schema has no ${pointer}`);
  if (fits(value) === true) return [];
  return (fits.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath}: ${message}`);
}

function noticesIn(folder: string): readonly [string, string][] {
  return readdirSync(path.join(home, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|[/\\])(?:notice|[\w-]+-\d{4})\.yaml$/.test(name))
    .map((name) => [`${folder}/${name}`, readFileSync(path.join(home, folder, name), 'utf8')]);
}

/** What no schema can know: what is named elsewhere, what a calendar holds, which of two numbers is the greater. */
const BEYOND_A_SCHEMA = new Set([
  'a piece to send that does not exist',
  'ways that leave a form out',
  'a Word blank for a table in Excel alone',
  'a table’s column that is there twice',
  'a range the wrong way round',
  'a print size the wrong way round',
  'a range with nothing in it',
  'rules that cannot hold at once',
  'a category without a name',
  'a day that does not exist',
  'a step at an hour of no day',
  'a step on a day that does not exist',
  'an opening day after the closing day',
  'a route that does not exist',
  'a quota of a category that does not exist',
  'a form that does not exist',
  'a route that leads nowhere',
  'a form without a name',
  'one name for two categories',
  'an attestation twice',
  'a tab for a space',
]);

describe('the schema that editors read', () => {
  test('is today’s: an editor that knows less than the program misleads', { timeout: 60_000 }, () => {
    const script = path.join(home, '.config', 'write-schema.mjs');
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });

  test.each([...noticesIn('templates/notices'), ...noticesIn('fixtures')])(
    'finds nothing wrong in %s, which the program takes',
    (_, text) => {
      expect(faultsOf(parse(text))).toEqual([]);
    },
  );

  test.each(MISTAKES.filter(([what]) => !BEYOND_A_SCHEMA.has(what)))('refuses %s', (_, text) => {
    expect(faultsOf(parse(HEAD + text, { strict: false, uniqueKeys: false }))).not.toEqual([]);
  });

  test.each(MISTAKES.filter(([what]) => BEYOND_A_SCHEMA.has(what)).slice(0, -1))(
    'leaves %s to the program',
    (_, text) => {
      expect(faultsOf(parse(HEAD + text))).toEqual([]);
    },
  );

  test.each([
    ['10M', true],
    ['2 GB', true],
    ['10兆', false],
    ['10 MM', false],
  ])('of a size, %s is taken: %s', (size, fits) => {
    const notice = { title: '我的', media: { photo: { size: { max: size } } } };
    expect(faultsOf(notice).length === 0).toBe(fits);
  });

  test('every key is explained in Chinese, and each of its examples may be written there', () => {
    const told = keysIn(schema);
    expect(told.length).toBeGreaterThan(150);
    for (const { key, inner, pointer } of told) {
      expect(inner['description'], key).toMatch(/\p{Script=Han}/u);
      for (const example of Array.isArray(inner['examples']) ? inner['examples'] : []) {
        expect(faultsOf(example, pointer), `${key}: ${JSON.stringify(example)}`).toEqual([]);
      }
    }
  });

  test('the page on how to write a notice names every key', () => {
    const page = readFileSync(path.join(templates, 'notices', 'README.md'), 'utf8');
    const code = [...page.matchAll(/```yaml([^]*?)```|`([^`]+)`/g)]
      .map(([, block, span]) => block ?? span)
      .join('\n');
    const named = new Set(code.match(/\w+/g));
    expect(keysIn(schema).flatMap(({ key }) => (named.has(key) ? [] : [key]))).toEqual([]);
  });

  test('no explanation is kept of a key that is gone', () => {
    const used = new Set<string>();
    noticeJsonSchema((path) => {
      used.add(wordsFor(path));
      return {};
    });
    expect(Object.keys(KEY_WORDS).filter((key) => !used.has(key))).toEqual([]);
  });
});

type JsonMap = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Key {
  readonly key: string;
  readonly inner: JsonMap;
  /** Where it stands in the schema. */
  readonly pointer: string;
}

function keysIn(value: unknown, pointer = '', under = false): readonly Key[] {
  if (Array.isArray(value))
    return value.flatMap((entry, index) => keysIn(entry, `${pointer}/${String(index)}`));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([word, inner]) => {
    const at = `${pointer}/${word}`;
    if (under) return [...(isMap(inner) ? [{ key: word, inner, pointer: at }] : []), ...keysIn(inner, at)];
    if (word === 'examples' || word === 'if') return [];
    // The names of definitions are none of a notice.
    if (word === '$defs')
      return Object.entries(isMap(inner) ? inner : {}).flatMap(([name, one]) => keysIn(one, `${at}/${name}`));
    return keysIn(inner, at, word === 'properties');
  });
}
