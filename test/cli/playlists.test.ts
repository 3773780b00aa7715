import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATE, openProject, SMALL_FILM, understand, type Project } from './project.ts';
import { DECOY, TRAPS } from './reaching-files.ts';
import { canTrace, traceRun } from './trace-run.ts';

/** Nobody should ever call. */
let server: Server;
let calls = 0;
let url = '';
beforeAll(async () => {
  server = createServer((socket) => {
    calls++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${port()}/x`;
});
afterAll(() => {
  server.close();
});
const port = (): number => (server.address() as AddressInfo).port;

async function withReachingFiles(): Promise<{ readonly project: Project; readonly decoy: string }> {
  const project = await openProject();
  const decoy = await project.copy(SMALL_FILM, DECOY);
  for (const [, file, make] of TRAPS)
    await project.put(`materials/专题微党课/${file}/${file}`, make(url, decoy));
  return { project, decoy };
}

describe('a file that names other places', () => {
  it('opens no connection, and none of them makes a film pass', { timeout: 60_000 }, async () => {
    const { project } = await withReachingFiles();
    for (const args of [['--no-cache'], ['--deep', '--no-cache']]) {
      const { report } = await project.check(args);
      for (const [what, file] of TRAPS) {
        if (!/\.(mp4|mov|wmv)$/.test(file)) continue;
        const told = report.checks.filter((check) => check.path === `专题微党课/${file}/${file}`);
        const bad = told.filter(
          ({ level, result }) => level === 'must' && (result === 'fail' || result === 'unknown'),
        );
        expect([what, bad.length]).not.toEqual([what, 0]);
        const seen = told.filter(
          ({ code, result }) => /^video\.(?:codec|resolution|duration)$/.test(code) && result === 'pass',
        );
        expect([what, seen]).toEqual([what, []]);
      }
    }
    expect(calls).toBe(0);
    await new Promise((resolve) => connect(port(), '127.0.0.1').once('close', resolve).resume());
    expect(calls).toBe(1);
  });

  const traceable = canTrace();
  it.skipIf(!traceable)(
    `opens no other file, and no part of the whole check reaches for the network${traceable ? '' : ' (skipped: needs strace)'}`,
    { timeout: 120_000 },
    async () => {
      const { project } = await withReachingFiles();
      await project.copy('cases/story-complete/materials', 'materials');
      await project.copy('cases/scan-faults/materials', 'materials/党建特色案例');
      await project.copy(SMALL_FILM, 'materials/专题微党课/film/film.mp4');
      const run = await traceRun(project, ['check', '--no-cache', '--format', 'json', ...DATE]);
      expect(understand(run).report.verdict).toBe('fail');
      const opened = (name: string) =>
        run.calls.filter((call) => call.includes('open') && call.includes(name));
      expect(opened('film/film.mp4').length).toBeGreaterThan(1);
      expect(opened('decoy')).toEqual([]);
      expect(
        run.calls.filter((call) => /\bsocket\(|\bconnect\(/.test(call) && call.includes('AF_INET')),
      ).toEqual([]);
    },
  );
});
