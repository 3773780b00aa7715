import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { compactReport } from '../fixtures/compact-report.mjs';
import { runHere } from './cli/run-here.ts';
import { home } from './run-cli.ts';

const cases = path.join(home, 'fixtures', 'cases');
const names = readdirSync(cases);

const expectedShape = z.object({ exit: z.number(), verdict: z.string(), checks: z.array(z.string()) });
const reportShape = z.object({
  verdict: z.string(),
  checks: z.array(z.object({ code: z.string(), level: z.string(), result: z.string() }).loose()),
});

function read(name: string, file: string): unknown {
  return JSON.parse(readFileSync(path.join(cases, name, file), 'utf8'));
}

describe('every folder of fixtures is told exactly what its expected.json says', () => {
  it.each(names)('%s', { timeout: 120_000 }, async (name) => {
    if (!existsSync(path.join(cases, name, 'expected.json'))) {
      throw new Error(`${name} has no expected.json: look at its report, then accept it`);
    }
    const expected = expectedShape.parse(read(name, 'expected.json'));
    const args = z.array(z.string()).parse(read(name, 'args.json'));
    const run = await runHere(['check', 'materials', '--format', 'json', '--no-cache', ...args], {
      cwd: path.join(cases, name),
    });
    const report = reportShape.parse(JSON.parse(run.stdout));
    expect({ exit: run.exit, ...compactReport(report) }).toEqual(expected);
  });
});
