import { afterAll, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { DialogChoice, System } from '../../src/system/system.ts';
import { CONTACT } from './mail-project.ts';
import { PASSWORD, startMailServer, USER } from './mail-server.ts';
import { ORG } from './pack-project.ts';
import { openProject, SMALL_FILM, STORY } from './project.ts';
import { realSystem } from './real-system.ts';

vi.setConfig({ testTimeout: 240_000 });

afterAll(() => realSystem().isolation.close());

/** What is written to wipe a line, and does not count as a sign. */
const WIPED = '\r\u001b[K';
/** Calls that are over at once, made one after the other between two signs: about as many as take a tenth of a second. */
const MOST_QUICK = 40;
const QUICK = /^(?:files\.(?:list|stat|exists|realPath|open)|storage\.(?:isAlive|freeBytes)|tools\.)/;

interface Watched {
  readonly system: System;
  /** Calls to the world while nothing turned on the screen. */
  readonly dark: string[];
  readonly lit: Set<string>;
  readonly shown: () => string;
}

/** The real world, with a person at a terminal who answers as told, and with an eye on when anything is asked of it. */
function watch(folder: string, steps: readonly string[], answers: readonly string[] = []): Watched {
  const system = realSystem();
  const [left, given] = [[...steps], [...answers]];
  const dark: string[] = [];
  const lit = new Set<string>();
  let [isTurning, quick, screen] = [false, 0, ''];
  const sign = (text: string) => {
    isTurning = text.startsWith(WIPED) && text !== WIPED;
    quick = 0;
    screen += text;
  };
  const note = (call: string) => {
    if (isTurning) lit.add(call);
    else if (!QUICK.test(call) || ++quick > MOST_QUICK) dark.push(call);
  };
  const start = Date.now();
  return {
    dark,
    lit,
    shown: () => screen,
    system: {
      ...system,
      files: watched('files', system.files, note),
      storage: watched('storage', system.storage, note),
      processes: watched('processes', system.processes, note),
      isolation: {
        ...watched('isolation', system.isolation, note),
        // Threads that have read one folder's files read the next one's.
        close: () => Promise.resolve(),
      },
      media: watched('media', system.media, note),
      mail: watched('mail', system.mail, note),
      keyring: watched('keyring', system.keyring, note),
      terminal: {
        ...{ out: sign, err: sign, outIsTerminal: true, errIsTerminal: true, columns: 80, colors: false },
        ask: () => Promise.resolve(given.shift() ?? ''),
        askHidden: () => Promise.resolve(PASSWORD),
        dialog: {
          choose: (_, choices) => Promise.resolve(pick(choices, left.shift())),
          write: () => Promise.resolve(''),
        },
      },
      environment: { ...system.environment, version: '0', workingFolder: folder, variables: {} },
      now: () => new Date(new Date(2020, 6, 10, 9).getTime() + Date.now() - start),
    },
  };
}

function pick(choices: readonly DialogChoice[], wanted: string | undefined): string {
  const found = choices.find(({ value }) => value === (wanted ?? 'leave'));
  if (!found) throw new Error(`no way to ${wanted ?? 'leave'}: ${choices.map(({ value }) => value).join()}`);
  return found.value;
}

/** The same port; each call is noted as it begins. */
function watched<T extends object>(name: string, port: T, note: (call: string) => void): T {
  return new Proxy(port, {
    get: (target, key) => {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]): unknown => {
        note(`${name}.${String(key)}`);
        return Reflect.apply(method, target, args);
      };
    },
  });
}

async function walk(folder: string, steps: readonly string[], answers?: readonly string[]): Promise<Watched> {
  const watching = watch(folder, steps, answers);
  expect(await main(['guide'], watching.system)).toBe(0);
  return watching;
}

it('from the check to the mail, nobody waits before a screen on which nothing moves', async () => {
  const server = await startMailServer();
  const project = await openProject();
  await project.copy(STORY, 'materials/战疫故事汇');
  const mail = { host: '127.0.0.1', port: server.port, user: USER, pause: 0 };
  await project.put('four-ones.yaml', JSON.stringify({ org: ORG, contact: CONTACT, mail }));
  const { dark, lit, shown } = await walk(
    project.folder,
    ['check', 'status', 'pack', 'preview', 'send'],
    ['y', ''],
  );
  expect(dark).toEqual([]);
  expect([...lit]).toEqual(
    expect.arrayContaining(['isolation.run', 'storage.createFile', 'mail.open', 'keyring.read']),
  );
  expect(shown()).toContain('正在打包');
  expect(server.arrived).toHaveLength(1);
});

it('nor while films and scans are looked at, new ones and known ones', async () => {
  const project = await openProject();
  await project.copy('cases/scan-faults/materials/申报表/三页.pdf', 'materials/战疫故事汇/甲/推荐表.pdf');
  await project.copy(SMALL_FILM, 'materials/专题微党课/课/课.mp4');
  await project.put('four-ones.yaml', JSON.stringify({ org: ORG, contact: CONTACT }));
  const { dark, lit } = await walk(project.folder, ['check', 'check', 'status']);
  expect(dark).toEqual([]);
  expect([...lit]).toEqual(expect.arrayContaining(['processes.run', 'media.sampleFrames']));
});

it('nor while a new project is set up', async () => {
  const project = await openProject();
  await project.put('新项目/.keep', '');
  const { dark, lit } = await walk(project.at('新项目'), ['init', 'scau-2020']);
  expect(dark).toEqual([]);
  expect([...lit]).toContain('files.writeAtomically');
});
