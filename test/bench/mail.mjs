// Sending one message of 35 MB: ours against nodemailer's own sendMail, the same message to the same server, which
// runs in a process of its own; TLS and log-in included, in turn, so that a machine that slows down slows both. Ours
// also computes the checksum of what it sends. Memory is that of a process that does nothing else.
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { createTransport } from 'nodemailer';
import { generate } from 'selfsigned';
import { SMTPServer } from 'smtp-server';
import { median } from './measure.mjs';

const home = fileURLToPath(new URL('../..', import.meta.url));
const self = fileURLToPath(import.meta.url);
const ACCOUNT = { host: '127.0.0.1', security: 'tls', user: 'user', from: 'secretary@school.test' };
const PASSWORD = 'password';
const LIMITS = { replySeconds: 60, acceptSeconds: 60 };
/** 35 MB of message: base64 with its line ends takes 78 characters for 57 bytes. */
const FILE_BYTES = Math.floor(((35 * 1024 ** 2 - 2000) / 78) * 57);

/** Medians in milliseconds of one delivery each way, and MB of memory above idle at most. */
export async function compareMails(rounds = 9) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'four-ones-mail-bench-'));
  const sink = fork(self, ['--sink']);
  try {
    const [port] = await once(sink, 'message');
    const task = { port, program: await bundle(folder), message: makeMessage(folder) };
    const contenders = [() => sendOurs(task), () => sendTheirs(task)];
    const times = contenders.map(() => []);
    for (let round = -1; round < rounds; round++) {
      for (const [index, send] of contenders.entries()) {
        const start = process.hrtime.bigint();
        await send();
        if (round >= 0) times[index].push(Number(process.hrtime.bigint() - start) / 1e6);
      }
    }
    const [ours, theirs] = times.map(median);
    return { ours, theirs, ratio: ours / theirs, memory: await measureMemory(task) };
  } finally {
    sink.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(folder) {
  const outfile = path.join(folder, 'node-mail.mjs');
  await build({
    entryPoints: [path.join(home, 'src/system/node-mail.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return pathToFileURL(outfile).href;
}

function makeMessage(folder) {
  const file = path.join(folder, 'film.mp4');
  const content = randomBytes(FILE_BYTES);
  writeFileSync(file, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return {
    from: ACCOUNT.from,
    to: 'collect@ministry.test',
    subject: '马克思主义学院党委+专题微党课+20200715',
    messageId: 'bench@school.test',
    text: '您好：附件是作品，请查收。\n',
    attachments: [
      { name: '马克思主义学院党委+专题微党课+20200715.mp4', path: file, bytes: FILE_BYTES, sha256 },
    ],
  };
}

async function sendOurs({ port, program, message }) {
  const { createMail } = await import(program);
  const mail = createMail(new AbortController().signal);
  const opening = await mail.open({ ...ACCOUNT, port }, PASSWORD, LIMITS);
  if (opening.kind === 'failed') throw new Error(JSON.stringify(opening.failure));
  const idle = process.memoryUsage.rss();
  const outcome = await opening.session.send({ ...message, date: new Date() });
  await opening.session.close();
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return idle;
}

async function sendTheirs({ port, message }) {
  const transport = createTransport({
    host: ACCOUNT.host,
    port,
    secure: true,
    auth: { user: ACCOUNT.user, pass: PASSWORD },
    tls: { rejectUnauthorized: false },
  });
  const attachments = message.attachments.map(({ name, path: file }) => ({ filename: name, path: file }));
  await transport.sendMail({ ...message, messageId: `<${message.messageId}>`, attachments });
  transport.close();
}

async function measureMemory(task) {
  const child = fork(self, ['--memory']);
  child.send(task);
  const [megabytes] = await once(child, 'message');
  return megabytes;
}

/** The most it ever had (VmHWM of /proc/self/status), less what it had when it was logged in. */
async function reportMemory(task) {
  const idle = await sendOurs(task);
  const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
  process.send((Number(found?.[1]) * 1024 - idle) / 1024 ** 2);
  process.disconnect();
}

async function serve() {
  const made = await generate([{ name: 'commonName', value: 'localhost' }]);
  const server = new SMTPServer({
    secure: true,
    key: made.private,
    cert: made.cert,
    onAuth: ({ username }, _, done) => done(null, { user: username }),
    onData: (stream, _, done) => stream.on('end', () => done(null)).resume(),
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1', () => process.send(listener.address().port));
}

if (process.argv[2] === '--sink') await serve();
else if (process.argv[2] === '--memory') process.once('message', reportMemory);
else if (process.argv[1] === self) {
  const { ours, theirs, ratio, memory } = await compareMails();
  process.stdout.write(
    `发一封 35 MB 的邮件：${ours.toFixed(0)} ms，nodemailer ${theirs.toFixed(0)} ms，${ratio.toFixed(2)} 倍（≤ 1.3），` +
      `内存比空闲时多 ${memory.toFixed(0)} MB（< 150）\n`,
  );
}
