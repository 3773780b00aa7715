import { readFile } from 'node:fs/promises';
import type { CliRun } from '../run-cli.ts';
import { startCli, type Project } from './project.ts';

export interface Measured extends CliRun {
  readonly seconds: number;
  /** Most memory that the program held at once, its threads included; the programs it starts are not. */
  readonly megabytes: number;
  /** All that was read, from the disk or its cache; undefined where the system does not count. */
  readonly bytesRead: number | undefined;
}

/** Loaded into the program before its own code: writes down at the end what it took. */
const METER = `
  import { appendFileSync, readFileSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  const readBytes = () => {
    try {
      return Number(/^rchar: (\\d+)/m.exec(readFileSync('/proc/self/io', 'utf8'))[1]);
    } catch {
      return null;
    }
  };
  if (isMainThread) process.once('exit', () => {
    const kilobytes = process.resourceUsage().maxRSS;
    appendFileSync(process.env.FOUR_ONES_METER, JSON.stringify([kilobytes / 1024, readBytes()]));
  });
`;

let runs = 0;

export async function measureRun(project: Project, args: readonly string[]): Promise<Measured> {
  const meter = project.at(`meter-${++runs}.json`);
  const started = performance.now();
  const run = await startCli(args, {
    cwd: project.folder,
    env: { FOUR_ONES_METER: meter },
    nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(METER)}`],
  }).ended;
  const seconds = (performance.now() - started) / 1000;
  const [megabytes = NaN, bytesRead] = readNumbers(await readFile(meter, 'utf8'));
  return { ...run, seconds, megabytes, bytesRead };
}

function readNumbers(text: string): readonly (number | undefined)[] {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) throw new Error('the meter wrote no list');
  return parsed.map((value: unknown) => (typeof value === 'number' ? value : undefined));
}
