import { createHash } from 'node:crypto';

/**
 * One digest for what a decision rests on: of a single file its own SHA-256; of several the SHA-256 of theirs, sorted,
 * a line each. Names do not count: a renamed file is the same evidence.
 */
export function digestOfAll(digests: readonly string[]): string {
  const [only, ...rest] = digests;
  if (only !== undefined && rest.length === 0) return only;
  const lines = [...digests].sort().map((digest) => `${digest}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}
