import { cp, readFile, writeFile } from 'node:fs/promises';
import type { LedgerEntry } from '../../src/model/ledger.ts';
import { putAwayLater } from '../leftovers.ts';
import type { CliOptions, CliRun } from '../run-cli.ts';
import { PASSWORD, USER } from './mail-server.ts';
import { DATE, openProject, SMALL_FILM, type Project } from './project.ts';

export const ORG = '马克思主义学院党委';
export const STORY_BUNDLE = `${ORG}+战疫故事汇+20200710`;
export const CONTACT = { name: '王老师', phone: '020-85280000', email: 'wang@school.test' };

/** Mail keys of `four-ones.yaml`, as far as they differ from a quick server on this machine. */
export type MailKeys = Readonly<Record<string, unknown>>;

export interface SendingProject extends Project {
  /** `send` and what more is asked, with the password in the environment. */
  send(args?: readonly string[], options?: CliOptions): Promise<CliRun>;
  /** Every entry of the ledger in order; none where there is no ledger. */
  ledger(): Promise<readonly LedgerEntry[]>;
  /** `planned sending sent` and so on, of one bundle where it is named. */
  states(bundle?: string): Promise<string>;
  configure(mail: MailKeys, config?: Readonly<Record<string, unknown>>): Promise<void>;
}

export const WITH_PASSWORD = { FOUR_ONES_SMTP_PASSWORD: PASSWORD };

/** A project whose mailbox lies on this machine; retries come without a pause. */
export async function openSendingProject(mail: MailKeys): Promise<SendingProject> {
  const project = await openProject();
  const ledger = async () => {
    const text = await readFile(project.at('outbox', 'ledger.jsonl'), 'utf8').catch(() => '');
    // What a test wants to know is what the ledger says, not whether it can be understood.
    return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as LedgerEntry]));
  };
  const made: SendingProject = {
    ...project,
    ledger,
    send: (args = ['--yes'], options = {}) =>
      project.run(['send', ...args], { ...options, env: { ...WITH_PASSWORD, ...options.env } }),
    states: async (bundle) => {
      const entries = (await ledger()).filter((entry) => bundle === undefined || entry.bundle === bundle);
      return entries.map(({ state }) => state).join(' ');
    },
    configure: async (keys, config = {}) => {
      const quick = { pause: 0, retries: [0, 0], timeout: 30 };
      const account = { host: '127.0.0.1', user: USER };
      const whole = { org: ORG, contact: CONTACT, mail: { ...account, ...quick, ...keys }, ...config };
      // JSON is YAML.
      await project.put('four-ones.yaml', JSON.stringify(whole));
    },
  };
  await made.configure(mail);
  return made;
}

/** Packs what lies in `materials/`, right or not. */
export async function packAll(project: Project, args: readonly string[] = []): Promise<void> {
  const packed = await project.run(['pack', ...DATE, '--force', '--reason', '测试', ...args]);
  if (packed.exit !== 0) throw new Error(`${packed.stdout}${packed.stderr}`);
}

/** Packed once, sent by many: a project with a copy of the same outbox. */
export function packedOnce(
  make: (project: SendingProject) => Promise<void>,
): (mail: MailKeys) => Promise<SendingProject> {
  let packed: Promise<SendingProject> | undefined;
  const pack = async () => {
    putAwayLater(() => (packed = undefined));
    const project = await openSendingProject({ port: 1 });
    await make(project);
    return project;
  };
  return async (mail) => {
    const source = await (packed ??= pack());
    const project = await openSendingProject(mail);
    await cp(source.at('outbox'), project.at('outbox'), { recursive: true });
    return project;
  };
}

/** The bundle of one complete work: two photographs, a text, a form. */
export const withStory = packedOnce(async (project) => {
  await project.copy('cases/story-complete/materials/战疫故事汇/逆行者', 'materials/战疫故事汇/逆行者');
  await packAll(project);
});

/** Five bundles of the sample folder, to two mailboxes; its long film is a short one, which is sooner looked through. */
export const withSample = packedOnce(async (project) => {
  await project.copy('materials', 'materials');
  await project.copy(SMALL_FILM, 'materials/专题微党课/党旗飘扬/微党课.mp4');
  await packAll(project);
});

/** A film of 12 MB, which is none. */
export const withFilm = packedOnce(async (project) => {
  const bytes = Uint8Array.from(
    { length: 12_000_000 },
    (_, index) => (index * 151 + (index >> 8) * 89) % 256,
  );
  await project.put('materials/专题微党课/云端党课/课.mp4', bytes);
  await packAll(project);
});

/** Without what wrapping puts in. */
export const flat = (text: string) => text.replace(/\s+/g, '');

export const recordOf = (project: SendingProject) => project.at('outbox', `${STORY_BUNDLE}.bundle.json`);

/** Changes the record of the story's bundle, as somebody with an editor would. */
export async function tamper(project: SendingProject, change: (text: string) => string): Promise<void> {
  const before = await readFile(recordOf(project), 'utf8');
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  await writeFile(recordOf(project), after);
}
