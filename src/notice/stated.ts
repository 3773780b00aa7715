import * as z from 'zod';
import { LEVELS, type Level } from '../model/ruled.ts';
import { closedMap, isMap, reportUnknownKeys } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { oneOf, text } from './plain-values.ts';
import { say } from './say.ts';
import { reading, type StatedShape } from './shape.ts';

/** A rule as its notice states it; what is not said beside it comes from the block around it. */
export interface Stated<T> {
  readonly value: T;
  readonly level?: Level;
  readonly section?: string;
  readonly consequence?: string;
}

export const level = oneOf(LEVELS);

/** A section of the notice itself, e.g. 三 or 方案二(一). */
export const section = z
  .union([text, z.number()], say('应写条款，如 三', 'expected a section, e.g. 三'))
  .transform(String);

const weight = closedMap({
  level: level.exactOptional(),
  clause: section.exactOptional(),
  consequence: text.exactOptional(),
});
const WEIGHT_KEYS = ['level', 'clause', 'consequence'];

/**
 * A rule's value: bare; or under `value` with its weight beside it; or, where the value has keys of its own
 * (`ownKeys`), those with the weight beside them. `null` removes what a farther notice says.
 */
export function stated<S extends z.ZodType>(value: S, ownKeys: readonly string[] = []) {
  return reading(shapeIn(value, ownKeys, false), (input, context): Stated<z.output<S>> | null => {
    if (input === null) return null;
    if (!isMap(input)) return { value: parsePart(value, input, [], context) };
    const isWeight = ([key]: readonly [string, unknown]) => WEIGHT_KEYS.includes(key);
    const entries = Object.entries(input);
    const rest = Object.fromEntries(entries.filter((entry) => !isWeight(entry)));
    const { clause, ...weighed } = parsePart(
      weight,
      Object.fromEntries(entries.filter(isWeight)),
      [],
      context,
    );
    const found =
      'value' in rest || ownKeys.length === 0
        ? wrapped(value, rest, context)
        : own(value, rest, ownKeys, context);
    return { value: found, ...weighed, ...(clause !== undefined && { section: clause }) };
  });
}

/** One of a list, where `null` takes nothing away. */
export function statedEntry<S extends z.ZodType>(value: S, ownKeys: readonly string[] = []) {
  return stated(value, ownKeys).transform((rule, context): Stated<z.output<S>> => {
    if (rule !== null) return rule;
    context.addIssue({ code: 'custom', message: say('这里不能写 null', 'null does not belong here') });
    return z.NEVER;
  });
}

/** One rule, or several that hold at once. */
export function statedList<S extends z.ZodType>(value: S, ownKeys: readonly string[] = []) {
  const one = stated(value, ownKeys);
  return reading(shapeIn(value, ownKeys, true), (input, context): readonly Stated<z.output<S>>[] | null => {
    if (input === null) return null;
    const inputs: readonly unknown[] = Array.isArray(input) ? input : [input];
    return inputs.flatMap((entry, index) => {
      const rule = parsePart(one, entry, Array.isArray(input) ? [index] : [], context);
      return rule === null ? [] : [rule];
    });
  });
}

function shapeIn(value: z.ZodType, ownKeys: readonly string[], several: boolean): StatedShape {
  return { kind: 'stated', value, ownKeys, weight, several };
}

function wrapped<S extends z.ZodType>(
  schema: S,
  input: Readonly<Record<string, unknown>>,
  context: z.RefinementCtx,
): z.output<S> {
  reportUnknownKeys(input, ['value', ...WEIGHT_KEYS], context);
  if (!('value' in input)) {
    context.addIssue({ code: 'custom', path: ['value'], message: say('缺少“value”', '“value” is missing') });
    return z.NEVER;
  }
  return parsePart(schema, input['value'], ['value'], context);
}

function own<S extends z.ZodType>(
  schema: S,
  input: Readonly<Record<string, unknown>>,
  ownKeys: readonly string[],
  context: z.RefinementCtx,
): z.output<S> {
  const known = [...ownKeys, ...WEIGHT_KEYS];
  reportUnknownKeys(input, known, context);
  const ownPart = Object.fromEntries(Object.entries(input).filter(([key]) => known.includes(key)));
  return parsePart(schema, ownPart, [], context);
}
