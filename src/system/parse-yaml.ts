import { LineCounter, parseDocument, type Document } from 'yaml';
import type { $ZodIssue as Issue } from 'zod/v4/core';
import { decodeText } from '../model/decode-text.ts';
import type { Bilingual } from '../model/problems.ts';

/** The door for YAML written by people: encoding, syntax, shape; every problem has a line and a column (from 1). */
export type ParsedYaml<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly placeOf: (path: YamlPath) => LineAndColumn }
  | { readonly kind: 'bad'; readonly problem: YamlProblem };

export type YamlPath = readonly (string | number)[];
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

export interface YamlProblem extends LineAndColumn {
  /** Dotted, e.g. `media.photo.size`; empty for the document itself. */
  readonly key: string;
  readonly words: Bilingual;
}

/** A schema of zod or of zod/mini: they share their core, and with it what they say of a problem. */
export interface YamlSchema<T> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

/** `entries`: how many a file may have, where it is not written by hand alone. */
export function parseYaml<T>(
  bytes: Uint8Array,
  schema: YamlSchema<T>,
  { entries = MOST_ENTRIES }: { readonly entries?: number } = {},
): ParsedYaml<T> {
  const decoded = decodeText(bytes);
  if (!decoded) {
    return bad({ line: 1, column: 1 }, '', {
      zh: '文字编码无法识别，请另存为 UTF-8',
      en: 'the text encoding is not recognised; save it as UTF-8',
    });
  }
  if (isOverlong(decoded.text, entries)) {
    return bad({ line: 1, column: 1 }, '', {
      zh: `内容太多（超过 ${entries} 项），不像是手写的，拒绝读取`,
      en: `more than ${entries} entries, which nobody wrote by hand: refused`,
    });
  }
  const lines = new LineCounter();
  // A carriage return alone ends a line too (YAML 1.2.2, 5.4), which the parser does not know; all places stay.
  const text = decoded.text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, '\n');
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // Its warnings go to the terminal, past everybody.
    logLevel: 'error',
  });
  const [syntax] = document.errors;
  if (syntax) {
    const { line, col } = lines.linePos(syntax.pos[0]);
    return bad({ line, column: col }, '', syntaxWords(syntax.message));
  }
  const placeOf = (path: YamlPath): LineAndColumn => place(document, lines, path);
  const plain = toPlain(document);
  if (plain.kind === 'bomb') {
    return bad({ line: 1, column: 1 }, '', {
      zh: '别名（*）引用过多，展开后过大，拒绝读取',
      en: 'too many aliases: it would expand beyond bounds',
    });
  }
  const parsed = schema.safeParse(plain.value);
  if (parsed.success) return { kind: 'ok', value: parsed.data, placeOf };
  const issue = deepest(parsed.error.issues);
  const path = pathOf(issue);
  return bad(placeOf(path), path.join('.'), wordsFor(issue));
}

/** Comparing each key with all others of its map, the parser takes minutes for a hundred thousand. */
const MOST_ENTRIES = 5000;

/** Whatever starts an entry: a line, a comma, a bracket, or a mark with its space. */
function isOverlong(text: string, most: number): boolean {
  return (text.match(/[\n,[{]|[-?:] /g)?.length ?? 0) > most;
}

/** The parser speaks of its own limits in words of its own. */
function syntaxWords(message: string): Bilingual {
  if (message.includes('call stack')) return { zh: '括号或缩进的层次太深', en: 'nested too deeply' };
  return {
    zh: `YAML 写法有误（${message}）；注意冒号后要有空格，缩进用空格`,
    en: `not valid YAML: ${message}`,
  };
}

/** `yaml` refuses to expand aliases beyond its own bound by throwing. */
function toPlain(document: Document): { kind: 'plain'; value: unknown } | { kind: 'bomb' } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { kind: 'plain', value };
  } catch {
    return { kind: 'bomb' };
  }
}

/** The place of the key itself, which is where a person looks; of the nearest parent for what is missing. */
function place(document: Document, lines: LineCounter, path: YamlPath): LineAndColumn {
  for (let length = path.length; length > 0; length--) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) {
      const { line, col } = lines.linePos(offset);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}

function offsetOf(document: Document, path: YamlPath): number | undefined {
  const parent: unknown = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMapNode(parent)) {
    const pair = parent.items.find(
      (item) => scalarValue(item.key) === last || String(scalarValue(item.key)) === last,
    );
    return pair && isRanged(pair.key) ? pair.key.range[0] : undefined;
  }
  const node: unknown = document.getIn(path, true);
  return isRanged(node) ? node.range[0] : undefined;
}

interface MapNode {
  readonly items: readonly { readonly key: unknown }[];
}
function isMapNode(node: unknown): node is MapNode {
  if (typeof node !== 'object' || node === null || !('items' in node) || !Array.isArray(node.items))
    return false;
  return node.items.every((item: unknown) => typeof item === 'object' && item !== null && 'key' in item);
}
function isRanged(node: unknown): node is { readonly range: readonly [number, ...number[]] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
function scalarValue(node: unknown): unknown {
  return typeof node === 'object' && node !== null && 'value' in node ? node.value : node;
}

/** In a union the branch that came farthest is the one that was meant. */
function deepest(issues: readonly Issue[]): Issue {
  const flat = issues.flatMap(flatten);
  const [first, ...rest] = flat.length > 0 ? flat : issues;
  if (!first) throw new Error('a failed parse names at least one issue');
  return rest.reduce((best, issue) => (pathOf(issue).length > pathOf(best).length ? issue : best), first);
}

function flatten(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const nested = issue.errors.flatMap((branch) =>
    branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(flatten),
  );
  return nested.some((inner) => pathOf(inner).length > issue.path.length) ? nested : [issue];
}

function pathOf(issue: Issue): (string | number)[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
  return issue.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path;
}

const TYPE_NAMES: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '若干“键: 值”', en: 'keys with values' },
  record: { zh: '若干“键: 值”', en: 'keys with values' },
};

function wordsFor(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = TYPE_NAMES[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      return { zh: `这里应写${expected.zh}`, en: `expected ${expected.en}` };
    }
    case 'unrecognized_keys':
      return unknownKeys(issue.keys);
    case 'invalid_value': {
      const values = issue.values.map(String);
      return { zh: `应为 ${values.join('、')} 之一`, en: `expected one of ${values.join(', ')}` };
    }
    case 'too_small':
      return { zh: `不能小于 ${String(issue.minimum)}`, en: `must be at least ${String(issue.minimum)}` };
    case 'too_big':
      return { zh: `不能大于 ${String(issue.maximum)}`, en: `must be at most ${String(issue.maximum)}` };
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
      return splitBilingual(issue.message);
  }
}

const KEYS_TOLD = 5;

function unknownKeys(keys: readonly string[]): Bilingual {
  const told = keys.slice(0, KEYS_TOLD);
  const more = keys.length > KEYS_TOLD;
  return {
    zh: `不认识的键“${told.join('”“')}”${more ? `等 ${keys.length} 个` : ''}`,
    en: `unknown key ${told.join(', ')}${more ? ` and ${keys.length - KEYS_TOLD} more` : ''}`,
  };
}

/** A schema's own message is written “中文 | English”. */
function splitBilingual(message: string): Bilingual {
  const [zh = message, en = zh] = message.split(' | ');
  return { zh, en };
}

function bad(at: LineAndColumn, key: string, words: Bilingual): { kind: 'bad'; problem: YamlProblem } {
  return { kind: 'bad', problem: { ...at, key, words } };
}
