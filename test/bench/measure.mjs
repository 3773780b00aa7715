// Timing whole commands from outside. Two commands that are to be compared run in turn, so that a machine that slows
// down slows both; the figures are medians.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Milliseconds of one run, and the peak of its memory in MB where the system tells (Linux). */
export function run(command) {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(program, args, { stdio: 'ignore' });
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, residentPeak(child.pid));
    }, 15);
    child.once('error', reject);
    child.once('exit', () => {
      clearInterval(watch);
      resolve({ ms: Number(process.hrtime.bigint() - start) / 1e6, peak });
    });
  });
}

/** VmHWM of /proc/<pid>/status: the most it ever had, so that a late look is enough. */
function residentPeak(pid) {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) / 1024 : 0;
  } catch {
    // Ended between two looks, or a system without /proc: the figure is then left out.
    return 0;
  }
}

/** Medians of commands run in turn, after one round that does not count. */
export async function compare(commands, rounds) {
  const runs = commands.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, command] of commands.entries()) {
      const figures = await run(command);
      if (round > 0) runs[index].push(figures);
    }
  }
  return runs.map((figures) => ({
    ms: median(figures.map(({ ms }) => ms)),
    peak: Math.max(...figures.map(({ peak }) => peak)),
  }));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function isInstalled(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}
