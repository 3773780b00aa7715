import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { home } from '../run-cli.ts';

const folder = path.join(home, 'fixtures', 'notices');

const clause = z.strictObject({
  /** One of `kinds.yaml`. */
  kind: z.string(),
  /** What the clause is about. */
  on: z.string().exactOptional(),
  /** What it comes to, in few words. */
  says: z.string(),
  /** Where the notice says so: paths of `findInNotice`. */
  by: z.array(z.string()).min(1),
});
const clauses = z.strictObject({ count: z.int(), cut: z.boolean(), clauses: z.array(clause) });
export type RealClause = z.output<typeof clause>;

const surroundings = {
  org: z.string().exactOptional(),
  unit: z.string().exactOptional(),
  date: z.string(),
  files: z.record(z.string(), z.record(z.string(), z.unknown())),
};
/** A folder that meets the notice: nothing fails, and only `waits` are left for a person. */
const passing = z.strictObject({
  ...surroundings,
  verdict: z.enum(['pass', 'unsettled']),
  waits: z.array(z.string()),
});
/** One that does not, and all that fails in it. */
const failing = z.strictObject({ ...surroundings, fails: z.array(z.string()).min(1) });
export type DescribedFolder = z.output<typeof passing> | z.output<typeof failing>;

export const realNotices: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export const kinds = z.record(z.string(), z.string()).parse(read('kinds.yaml'));

export function noticePath(id: string): string {
  return path.join(folder, id, 'notice.yaml');
}

export const readClauses = (id: string) => clauses.parse(read(id, 'clauses.yaml'));
export const readPassing = (id: string) => passing.parse(read(id, 'pass.yaml'));
export const readFailing = (id: string) => failing.parse(read(id, 'fail.yaml'));

function read(...steps: readonly string[]): unknown {
  return parse(readFileSync(path.join(folder, ...steps), 'utf8'));
}
