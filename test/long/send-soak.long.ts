import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSendingProject, packAll } from '../cli/mail-project.ts';
import { soak, type SoakResult } from './soak-run.ts';

/** `SOAK_SEED=17 SOAK_RUNS=1` repeats what failed, as far as a clock can be repeated. */
const first = Number(process.env['SOAK_SEED'] ?? 1);
const runs = Number(process.env['SOAK_RUNS'] ?? 1000);
/** Every so many-th run goes by real processes and kill -9. */
const KILLED = 20;
const AT_ONCE = 6;
const BLOCK = 50;

/** Two bundles: one of five files in one to three mails, one of a single file. */
async function packTwo(): Promise<string> {
  const project = await openSendingProject({ port: 1 });
  await project.copy('cases/story-complete/materials/战疫故事汇/逆行者', 'materials/战疫故事汇/逆行者');
  await project.copy(
    'cases/press-contact/materials/红色防火墙/写了联系人.docx',
    'materials/红色防火墙/写了联系人.docx',
  );
  await packAll(project);
  return project.at('outbox');
}

let packed = '';
const total = { runs: 0, starts: 0, crashes: 0, doubts: 0 };
beforeAll(async () => {
  packed = await packTwo();
});
afterAll(() => {
  const { starts, crashes, doubts } = total;
  process.stdout.write(
    `${total.runs} runs: ${starts} starts, ${crashes} crashes, ${doubts} doubts settled\n`,
  );
});

async function tryOne(seed: number): Promise<readonly string[]> {
  try {
    const result: SoakResult = await soak(seed, packed, seed % KILLED === 0);
    total.runs += 1;
    for (const key of ['starts', 'crashes', 'doubts'] as const) total[key] += result[key];
    return result.wrong;
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

const blocks = Array.from({ length: Math.ceil(runs / BLOCK) }, (_, index) => first + index * BLOCK);

describe('sent through faults, interruptions and crashes: nothing is lost, nothing comes twice', () => {
  it.each(blocks)('from seed %d on', async (from) => {
    const seeds = Array.from({ length: Math.min(BLOCK, first + runs - from) }, (_, index) => from + index);
    const failed: string[] = [];
    const work = async () => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
        const wrong = await tryOne(seed);
        if (wrong.length > 0) failed.push(`SOAK_SEED=${seed} SOAK_RUNS=1: ${wrong.join('; ')}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(failed).toEqual([]);
  });
});
