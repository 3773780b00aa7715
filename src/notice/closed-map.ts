import * as z from 'zod';
import { parsePart } from './parse-part.ts';
import { choices, quoted, say } from './say.ts';
import { reading } from './shape.ts';

type RawMap = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is RawMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A map with known keys only. An unknown key is told with the one that was probably meant, a missing one by
 * its name. Only keys that are there are looked at: zod's own object runs the schemas of absent ones too.
 */
export function closedMap<S extends Readonly<Record<string, z.ZodType>>>(shape: S) {
  const known = Object.keys(shape);
  const required = Object.entries(shape).flatMap(([key, schema]) => (mayBeAbsent(schema) ? [] : [key]));
  return reading({ kind: 'map', keys: shape }, (input, context): z.output<z.ZodObject<S>> => {
    if (!isMap(input)) {
      context.addIssue({ code: 'custom', message: say('应写若干“键: 值”', 'expected keys with values') });
      return z.NEVER;
    }
    reportUnknownKeys(input, known, context);
    for (const key of required.filter((name) => !Object.hasOwn(input, name))) {
      context.addIssue({ code: 'custom', path: [key], message: say(`缺少“${key}”`, `“${key}” is missing`) });
    }
    const entries = Object.entries(shape).filter(([key]) => Object.hasOwn(input, key));
    const output = entries.map(
      ([key, schema]) => [key, parsePart(schema, input[key], [key], context)] as const,
    );
    return Object.fromEntries(output) as z.output<z.ZodObject<S>>;
  });
}

/** One problem for every key that is none of the known ones. */
export function reportUnknownKeys(input: RawMap, known: readonly string[], context: z.RefinementCtx): void {
  for (const key of Object.keys(input)) {
    if (known.includes(key)) continue;
    const { zh, en } = choices(key, known);
    const message = say(`不认识“${quoted(key)}”，${zh}`, `unknown key “${quoted(key)}”; ${en}`);
    context.addIssue({ code: 'custom', path: [key], message });
  }
}

function mayBeAbsent(schema: z.ZodType): boolean {
  return schema._zod.optin === 'optional';
}
