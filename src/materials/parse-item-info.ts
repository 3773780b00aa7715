import * as z from 'zod/mini';
import { decodeText } from '../model/decode-text.ts';
import { fieldOfKey, foldKey, INFO_FIELD_BY_WORD } from '../model/info-words.ts';
import type { InfoLink, InfoProblem, ItemInfo } from '../model/materials.ts';
import type { InfoField } from '../model/notice.ts';
import { parseYaml, type LineAndColumn, type YamlPath } from '../system/parse-yaml.ts';
import { ITEM_INFO_LIMIT } from './item-info.ts';
import { misplacedColon } from './misplaced-colon.ts';
import { parseLinks } from './parse-links.ts';
import { numberAsWritten } from './number-as-written.ts';

const LINK_KEYS: ReadonlySet<string> = new Set(['links', 'link', '链接', '网盘链接', '网盘']);
const CAPTION_KEYS: ReadonlySet<string> = new Set(['图片说明', '照片说明', 'captions']);
/** Several people or words in one line are several entries. */
const LISTS: ReadonlySet<InfoField> = new Set(['authors', 'keywords', 'advisors']);

const LINK_PROBLEM =
  '这里应写网盘的分享链接，如 https://pan.baidu.com/s/1abc 提取码: 1234；几个文件的，每个一项，写明文件、网址、提取码、有效期';

const CAPTION_PROBLEM = '这里应写这张照片的说明文字，如 合影.jpg: 党员教师在社区送药';

type FieldValue = string | readonly string[];
type Fields = Partial<Record<InfoField, FieldValue>>;
type Problem = LineAndColumn & { readonly key?: string; readonly problem: string };

/** Reads 作品信息.yaml; keys of its own are kept for the forms that ask for them. An empty value is no value. */
export function parseItemInfo(bytes: Uint8Array, path: string): ItemInfo | InfoProblem {
  if (bytes.length > ITEM_INFO_LIMIT) {
    return { path, line: 1, column: 1, problem: `文件过大，不能超过 ${ITEM_INFO_LIMIT / 1024} KiB` };
  }
  const text = decodeText(bytes)?.text ?? '';
  const parsed = parseYaml(bytes, z.nullable(z.record(z.string(), z.unknown())));
  if (parsed.kind === 'bad') {
    const { line, column, key, words } = parsed.problem;
    const colon = misplacedColon(text, [...INFO_FIELD_BY_WORD.keys()]);
    return { path, ...(colon ?? { line, column, ...(key && { key }), problem: words.zh }) };
  }
  const fields = readFields(parsed.value ?? {}, { text, placeOf: parsed.placeOf });
  return { path, ...fields };
}

interface Said {
  readonly fields: Fields;
  readonly others?: Readonly<Record<string, string>>;
  readonly links?: readonly InfoLink[];
  readonly captions?: Readonly<Record<string, string>>;
}

interface Source {
  readonly text: string;
  readonly placeOf: (path: YamlPath) => LineAndColumn;
}

function readFields(record: Readonly<Record<string, unknown>>, source: Source): Said | Problem {
  const fields: Fields = {};
  const others: Record<string, string> = {};
  const links: InfoLink[] = [];
  const captions: Record<string, string> = {};
  for (const [key, raw] of Object.entries(record)) {
    const folded = foldKey(key);
    if (LINK_KEYS.has(folded)) {
      const found = parseLinks(raw);
      if (!found) return { ...source.placeOf([key]), key, problem: LINK_PROBLEM };
      links.push(...found);
      continue;
    }
    if (CAPTION_KEYS.has(folded) && isRecord(raw)) {
      for (const [name, caption] of Object.entries(raw)) {
        const text = readText(caption, [key, name], source);
        if (text === undefined)
          return { ...source.placeOf([key, name]), key: name, problem: CAPTION_PROBLEM };
        captions[name] = text;
      }
      continue;
    }
    const field = fieldOfKey(key);
    const value = readValue(raw, [key], source);
    if (!field) {
      // Not a field of ours, and not for us to complain about: taken where it is plain text.
      if (value !== undefined && value.length > 0) others[key] = [value].flat().join('、');
      continue;
    }
    if (value === undefined) {
      return { ...source.placeOf([key]), key, problem: '这里应写文字，或文字的列表' };
    }
    if (value.length === 0) continue;
    if (fields[field] !== undefined) {
      return { ...source.placeOf([key]), key, problem: `“${key}”与前面的一项重复，只留一项` };
    }
    fields[field] = LISTS.has(field) ? [value].flat().flatMap(splitList) : value;
  }
  return {
    fields,
    ...(Object.keys(others).length > 0 && { others }),
    ...(links.length > 0 && { links }),
    ...(Object.keys(captions).length > 0 && { captions }),
  };
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** Undefined: neither text nor a list of text. */
function readValue(raw: unknown, path: YamlPath, source: Source): FieldValue | undefined {
  if (!Array.isArray(raw)) return readText(raw, path, source);
  const entries = raw.map((entry: unknown, i) => readText(entry, [...path, i], source));
  return entries.every((entry) => entry !== undefined) ? entries.filter((entry) => entry !== '') : undefined;
}

function readText(raw: unknown, path: YamlPath, { text, placeOf }: Source): string | undefined {
  if (raw === null) return '';
  if (typeof raw === 'string') return raw.trim();
  if (typeof raw === 'boolean') return String(raw);
  return typeof raw === 'number' || typeof raw === 'bigint'
    ? numberAsWritten(raw, text, placeOf(path))
    : undefined;
}

function splitList(text: string): readonly string[] {
  return text
    .split(/[、，,；;]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
