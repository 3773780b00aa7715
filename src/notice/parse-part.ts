import * as z from 'zod';

/** Parses a part of the input; its problems become problems of the whole, at their own place. */
export function parsePart<S extends z.ZodType>(
  schema: S,
  input: unknown,
  path: readonly (string | number)[],
  context: z.RefinementCtx,
): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    context.issues.push({ ...issue, input: undefined, path: [...path, ...issue.path] });
  }
  return z.NEVER;
}
