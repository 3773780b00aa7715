import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Postfix {
  readonly port: number;
  /** The messages it has filed; waits until there are so many. */
  filed(count: number): Promise<readonly Buffer[]>;
  close(): Promise<void>;
}

const programs = whereMaster();

/** Undefined: it can be started. */
export const whyNoPostfix = !programs
  ? 'Postfix is not installed on this machine'
  : process.getuid?.() === 0
    ? undefined
    : 'Postfix can be started by root only';

function whereMaster(): string | undefined {
  const told = spawnSync('postconf', ['-dh', 'daemon_directory'], { encoding: 'utf8' });
  const found = spawnSync('sh', ['-c', 'command -v postconf'], { encoding: 'utf8' }).stdout.trim();
  const places = [
    told.status === 0 ? told.stdout.trim() : '',
    path.join(path.dirname(found), '../lib/postfix/sbin'),
  ];
  return places.find((place) => place !== '' && existsSync(path.join(place, 'master')));
}

const idOf = (flag: '-u' | '-g', user: string) =>
  Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout.trim() || Number.NaN);

/** A Postfix of its own: nothing of it lies outside a temporary folder, and it listens on this machine alone. */
export async function startPostfix(): Promise<Postfix> {
  const root = await mkdtemp(path.join(tmpdir(), 'four-ones-postfix-'));
  await chmod(root, 0o755);
  const owner = Number.isNaN(idOf('-u', 'postfix')) ? 'mail' : 'postfix';
  const uid = idOf('-u', owner);
  for (const [folder, mode] of FOLDERS) {
    await mkdir(path.join(root, folder), { recursive: true });
    await chmod(path.join(root, folder), mode);
    if (folder !== 'conf' && folder !== 'queue') await chown(path.join(root, folder), uid, idOf('-g', owner));
  }
  const port = await freePort();
  const folder = programs ?? '';
  await writeFile(path.join(root, 'conf/main.cf'), settings(root, { folder, owner, uid }));
  await writeFile(path.join(root, 'conf/master.cf'), services(port));
  const master = spawn(path.join(folder, 'master'), ['-c', path.join(root, 'conf'), '-d'], {
    env: { ...process.env, MAIL_CONFIG: path.join(root, 'conf') },
    stdio: 'ignore',
  });
  const inbox = path.join(root, 'mail/inbox/new');
  await waitFor(() => listens(port));
  return {
    port,
    filed: async (count) => {
      const names = async () => (existsSync(inbox) ? readdir(inbox) : []);
      await waitFor(async () => (await names()).length >= count);
      return Promise.all((await names()).map((name) => readFile(path.join(inbox, name))));
    },
    close: async () => {
      const ended = once(master, 'exit');
      master.kill('SIGTERM');
      await ended;
      await rm(root, { recursive: true, force: true });
    },
  };
}

const FOLDERS: readonly (readonly [string, number])[] = [
  ['conf', 0o755],
  ['data', 0o700],
  ['mail', 0o755],
  ['queue', 0o755],
  ['queue/pid', 0o755],
  ['queue/public', 0o710],
  ['queue/maildrop', 0o730],
  ...'active bounce corrupt defer deferred flush hold incoming private saved trace'
    .split(' ')
    .map((name) => [`queue/${name}`, 0o700] as const),
];

function settings(
  root: string,
  { folder, owner, uid }: { folder: string; owner: string; uid: number },
): string {
  return [
    'compatibility_level = 3.6',
    `queue_directory = ${root}/queue`,
    `data_directory = ${root}/data`,
    `daemon_directory = ${folder}`,
    `mail_owner = ${owner}`,
    'setgid_group = games',
    'import_environment = MAIL_CONFIG LD_LIBRARY_PATH',
    'export_environment = LD_LIBRARY_PATH',
    'inet_interfaces = 127.0.0.1',
    'inet_protocols = ipv4',
    'myhostname = postfix.test',
    'mydestination =',
    'alias_maps =',
    'alias_database =',
    'virtual_mailbox_domains = ministry.test',
    `virtual_mailbox_base = ${root}/mail`,
    'virtual_mailbox_maps = static:inbox/',
    `virtual_uid_maps = static:${uid}`,
    `virtual_gid_maps = static:${idOf('-g', owner)}`,
    'virtual_minimum_uid = 1',
    'virtual_mailbox_limit = 0',
    'message_size_limit = 5000000',
    `maillog_file = ${root}/log`,
    `maillog_file_prefixes = ${root}`,
    'smtpd_relay_restrictions = reject_unauth_destination',
    'default_transport = error: nothing leaves this machine',
    '',
  ].join('\n');
}

function services(port: number): string {
  const own = 'cleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\nvirtual unix - n n - - virtual';
  const inner = [
    'bounce bounce',
    'defer bounce',
    'trace bounce',
    'rewrite trivial-rewrite',
    'proxymap proxymap',
    'anvil anvil',
  ];
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    own,
    ...inner.map((line) => line.split(' ')).map(([name, program]) => `${name} unix - - n - 0 ${program}`),
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

async function waitFor(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await isSo()) return;
    await wait(100);
  }
  throw new Error('Postfix does not do it within 10 s');
}
