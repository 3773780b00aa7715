import * as z from 'zod';
import {
  SIGNATURE_FIELDS,
  type PicturesRule,
  type SectionRule,
  type SignatureField,
} from '../model/notice.ts';
import type { Range } from '../model/range.ts';
import { closedMap, isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { listOf, notAmong, oneOf, required, text } from './plain-values.ts';
import { countRange } from './ranges.ts';

const named = closedMap({
  name: text,
  aliases: listOf(text).exactOptional(),
  words: countRange.exactOptional(),
});

/** A heading alone, or with its other names and how long what stands beneath it may be. */
const section = z.unknown().transform((input, context): SectionRule => {
  if (!isMap(input)) return { name: parsePart(text, input, [], context), aliases: [] };
  return { aliases: [], ...parsePart(named, input, [], context) };
});

export const sections = listOf(section);

const WORDS = ['separate', 'embedded', 'none'] as const;
const embedded = closedMap({ embedded: countRange });

/** `embedded` alone: at least one. */
export const pictures = z.unknown().transform((input, context): PicturesRule => {
  if (isMap(input)) return parsePart(embedded, input, [], context);
  const word = parsePart(oneOf(WORDS), input, [], context);
  return word === 'embedded' ? { embedded: { min: 1 } } : word;
});

/** `required`, or how long a caption may be. */
export const captions = z.unknown().transform((input, context): Range => {
  if (isMap(input)) return parsePart(countRange, input, [], context);
  parsePart(required('required'), input, [], context);
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

const signatureField = z.unknown().transform((input, context): SignatureField => {
  const field = typeof input === 'string' ? SIGNATURE_WORDS.get(input.trim()) : undefined;
  if (field) return field;
  context.addIssue({ code: 'custom', message: notAmong(input, [...SIGNATURE_WORDS.keys()]) });
  return z.NEVER;
});

export const signature = listOf(signatureField);
