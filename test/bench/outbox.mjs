// An outbox of many bundles that have all been sent: records and ledger as `pack` and `send` write them.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const home = fileURLToPath(new URL('../..', import.meta.url));
const FILES = 8;
const TO = 'zzbdj@scau.edu.cn';

/** The folder of a project with its config. */
export async function makeSentOutbox(root, bundles) {
  const contentKey = await loadContentKey(root);
  const folder = path.join(root, 'sent');
  const outbox = path.join(folder, 'outbox');
  mkdirSync(outbox, { recursive: true });
  const mail = { host: '127.0.0.1', port: 1, user: 'secretary@school.test' };
  writeFileSync(path.join(folder, 'four-ones.yaml'), JSON.stringify({ mail }));
  const lines = [];
  for (let n = 0; n < bundles; n++) {
    const manifest = recordOf(n);
    const record = path.join(outbox, `${manifest.bundle}.bundle.json`);
    writeFileSync(record, `${JSON.stringify(manifest, undefined, 2)}\n`);
    lines.push(...linesOf(manifest, contentKey({ ...manifest, to: TO, ...manifest.mail })));
  }
  writeFileSync(path.join(outbox, 'ledger.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return folder;
}

async function loadContentKey(root) {
  const outfile = path.join(root, 'content-key.mjs');
  const entry = path.join(home, 'src/mail/content-key.ts');
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return (await import(pathToFileURL(outfile).href)).contentKey;
}

function recordOf(n) {
  const bundle = `第${n}党支部+战疫故事汇+20200710`;
  const files = Array.from({ length: FILES }, (_, index) => ({
    source: `战疫故事汇/作品${n}/照片${index}.jpg`,
    name: `${bundle}+图${index}.jpg`,
    role: 'photo',
    bytes: 4_000_000 + index,
    sha256: createHash('sha256').update(`${n} ${index}`).digest('hex'),
  }));
  return {
    schemaVersion: 1,
    bundle,
    notice: { id: 'scau-2020', title: '华南农业大学关于报送“四个一”行动材料的通知', year: 2020 },
    org: `第${n}党支部`,
    category: 'story',
    categoryName: '战疫故事汇',
    date: '2020-07-10',
    route: 'organisation',
    routeName: '组织部邮箱',
    mail: { to: TO, subject: bundle, attach: 'bundle', fields: [], lacking: [] },
    links: [],
    steps: [],
    files,
  };
}

function linesOf({ bundle, org, category, route }, content) {
  const common = {
    bundle,
    notice: 'scau-2020',
    org,
    category,
    content,
    route,
    to: TO,
    round: 0,
    part: 1,
    parts: 1,
  };
  const one = (state, more) => ({
    schemaVersion: 1,
    at: '2020-07-10T09:00:00.000+08:00',
    state,
    ...common,
    ...more,
  });
  const messageId = `${content.slice(0, 32)}@school.test`;
  return [
    one('planned', { files: [`${bundle}.zip`], messageId, bytes: 45_000_000 }),
    one('sending', { messageId, bytes: 45_000_000 }),
    one('sent', { messageId, bytes: 45_000_000, reply: '250 2.0.0 Ok: queued as 4711' }),
  ];
}
