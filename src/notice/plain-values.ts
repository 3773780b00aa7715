import * as z from 'zod';
import { parsePart } from './parse-part.ts';
import { choices, quoted, say } from './say.ts';
import { reading, shaped } from './shape.ts';

export const text = z.string().trim().min(1, say('不能为空', 'must not be empty'));

/** A count of things: a whole number, not below nought. */
export const count = shaped(
  z
    .number(say('应写整数', 'expected a whole number'))
    .refine(
      (value) => Number.isSafeInteger(value) && value >= 0,
      say('应写不小于 0 的整数', 'expected a whole number of at least 0'),
    ),
  { kind: 'whole', min: 0 },
);

/** One of a few words; a slip of the pen is answered with the word that was probably meant. */
export function oneOf<const W extends string>(words: readonly W[]) {
  return reading({ kind: 'words', words }, (input, context): W => {
    const found = words.find((word) => word === input);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: notAmong(input, words) });
    return z.NEVER;
  });
}

export function notAmong(written: unknown, words: readonly string[]): string {
  const { zh, en } = choices(String(written), words);
  return say(`不认识“${quoted(written)}”，${zh}`, `“${quoted(written)}” is not known; ${en}`);
}

/** Several of a kind; a single one may be written without brackets. */
export function listOf<S extends z.ZodType>(entry: S) {
  const list = z
    .array(entry)
    .min(1, say('列表不能为空；要取消请写 null', 'the list is empty; write null to remove it'));
  return reading({ kind: 'list', entry }, (input, context): readonly z.output<S>[] =>
    Array.isArray(input) ? parsePart(list, input, [], context) : [parsePart(entry, input, [], context)],
  );
}

/** A requirement that is there or not: `required` or `true`. */
export function required<const V extends string | true>(value: V) {
  const words = [...new Set([value, 'required', true])];
  return reading({ kind: 'words', words }, (input, context): V => {
    if (input === value || input === true || input === 'required') return value;
    const word = value === true ? 'required' : value;
    context.addIssue({
      code: 'custom',
      message: say(`应写 ${word}；要取消请写 null`, `expected ${word}; write null to remove the rule`),
    });
    return z.NEVER;
  });
}
