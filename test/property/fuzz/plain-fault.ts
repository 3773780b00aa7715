import * as z from 'zod';

const integrity = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('whole') }),
  z.object({ state: z.literal('broken'), cause: z.object({ kind: z.string().min(1) }) }),
  z.object({ state: z.literal('unknown'), cause: z.object({ kind: z.string().min(1) }) }),
]);

/** Where an integrity is none; undefined where it is one. */
export function integrityFault(said: unknown): string | undefined {
  const parsed = integrity.safeParse(said);
  return parsed.success ? undefined : `integrity: ${parsed.error.message}`;
}

/** Where facts hold what no JSON can: a number that is none, endless or below zero; a text beyond all measure. */
export function plainFault(value: unknown, where = 'facts'): string | undefined {
  if (typeof value === 'number') {
    // Loudness below full scale is a negative number.
    const isSane = Number.isFinite(value) && (value >= 0 || where.endsWith('Db'));
    return isSane ? undefined : `${where} is ${value}`;
  }
  if (typeof value === 'string') {
    return value.length > 100_000 ? `${where} has ${value.length} characters` : undefined;
  }
  if (typeof value === 'object') return value === null ? undefined : firstFault(value, where);
  return ['boolean', 'undefined'].includes(typeof value) ? undefined : `${where} is a ${typeof value}`;
}

function firstFault(value: object, where: string): string | undefined {
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
  for (const [key, inner] of entries) {
    const fault = plainFault(inner, `${where}.${key}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
