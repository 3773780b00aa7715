import * as z from 'zod';
import {
  SIGNATURE_FIELDS,
  type PicturesRule,
  type SectionRule,
  type SignatureField,
} from '../model/media-rules.ts';
import type { Range } from '../model/range.ts';
import { isLabel } from '../model/work-details.ts';
import { closedMap, isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { listOf, notAmong, oneOf, required, text } from './plain-values.ts';
import { countRange } from './ranges.ts';
import { reading } from './shape.ts';

const named = closedMap({
  name: text,
  aliases: listOf(text).exactOptional(),
  words: countRange.exactOptional(),
});

/** A heading alone, or with its other names and how long what stands beneath it may be. */
const section = reading({ kind: 'either', of: [text, named] }, (input, context): SectionRule => {
  if (!isMap(input)) return { name: parsePart(text, input, [], context), aliases: [] };
  return { aliases: [], ...parsePart(named, input, [], context) };
});

export const sections = listOf(section);

const WORDS = ['separate', 'embedded', 'none'] as const;
const embedded = closedMap({ embedded: countRange });
const picturesWord = oneOf(WORDS);

/** `embedded` alone: at least one. */
export const pictures = reading(
  { kind: 'either', of: [picturesWord, embedded] },
  (input, context): PicturesRule => {
    if (isMap(input)) return parsePart(embedded, input, [], context);
    const word = parsePart(picturesWord, input, [], context);
    return word === 'embedded' ? { embedded: { min: 1 } } : word;
  },
);

/** `required`, or how long a caption may be. */
const captioned = required('required');
export const captions = reading({ kind: 'either', of: [captioned, countRange] }, (input, context): Range => {
  if (isMap(input)) return parsePart(countRange, input, [], context);
  parsePart(captioned, input, [], context);
  return {};
});

const SIGNATURE_WORDS: ReadonlyMap<string, SignatureField> = new Map([
  ...SIGNATURE_FIELDS.map((field): [string, SignatureField] => [field, field]),
  ...(['单位', '学院', '部门'] as const).map((word): [string, SignatureField] => [word, 'unit']),
  ...(['姓名', '作者'] as const).map((word): [string, SignatureField] => [word, 'name']),
  ...(['学号', '工号'] as const).map((word): [string, SignatureField] => [word, 'number']),
  ...(['手机号', '手机', '电话', '联系电话'] as const).map((word): [string, SignatureField] => [
    word,
    'phone',
  ]),
  ...(['邮箱', '电子邮箱'] as const).map((word): [string, SignatureField] => [word, 'mail']),
]);

const signatureWords = [...SIGNATURE_WORDS.keys()];
const signatureField = reading({ kind: 'words', words: signatureWords }, (input, context): SignatureField => {
  const field = typeof input === 'string' ? SIGNATURE_WORDS.get(input.trim()) : undefined;
  if (field) return field;
  context.addIssue({ code: 'custom', message: notAmong(input, signatureWords) });
  return z.NEVER;
});

export const signature = listOf(signatureField);

const NUMBERS: ReadonlySet<SignatureField> = new Set(['number', 'phone', 'mail']);

/** Under the title: unit, author; or a label of 作品信息.yaml (专业, 班级), whose value is looked for. */
export const byline = listOf(
  text.transform((written, context): string => {
    const field = SIGNATURE_WORDS.get(written);
    if (field !== undefined && !NUMBERS.has(field)) return field;
    if (field === undefined && isLabel(written)) return written;
    context.addIssue({ code: 'custom', message: notAmong(written, ['单位', '姓名', '专业', '班级']) });
    return z.NEVER;
  }),
);
