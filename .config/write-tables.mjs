// Writes the tables of the README from what the program itself knows: `node .config/write-tables.mjs`. With `--check`
// it writes nothing and ends with 1 where one of them is not today's.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const home = fileURLToPath(new URL('..', import.meta.url));
const readme = path.join(home, 'README.md');

/** What the tables are made of. */
const SOURCES = `
export { CODES } from './src/report/codes.ts';
export { catalogueZh } from './src/report/zh/catalogue-zh.ts';
export { exitCodeOf } from './src/model/outcome.ts';
export { MAIL_PROVIDERS, presetOf } from './src/mail/mail-presets.ts';
export { whereToGetPassword } from './src/report/mail-failure-words.ts';
`;

/** By the first word of a code; one that is not here is a mistake. */
const KINDS = {
  materials: '每个文件',
  file: '每个文件',
  video: '视频',
  audio: '录音和声音',
  sound: '录音和声音',
  photo: '照片',
  scan: '扫描件',
  slides: '课件',
  text: '文稿',
  form: '推荐表',
  item: '作品',
  name: '作品',
  quota: '类别和期限',
  bundle: '类别和期限',
  time: '类别和期限',
  attest: '要人看、要人办的',
  manual: '要人看、要人办的',
};

const ENDINGS = [
  [{ kind: 'judged', verdict: 'pass' }, '必须做到的都做到了'],
  [{ kind: 'judged', verdict: 'fail' }, '至少一项必须做到的没有做到'],
  [{ kind: 'usage-error' }, '参数、配置或通知写得不对（会指出文件、行、列、键）'],
  [{ kind: 'environment-error' }, '环境有问题：磁盘满、没有权限、邮件服务器连不上等'],
  [{ kind: 'judged', verdict: 'unsettled' }, '没有不合格，但有必须的项目无法判定，或等人确认'],
  [{ kind: 'interrupted' }, '中途停止'],
];

const MAILBOXES = { qq: 'QQ、Foxmail', 163: '163', 126: '126', yeah: 'yeah', exmail: '腾讯企业邮' };

const TABLES = { 检查: checks, 退出码: exits, 邮箱: mailboxes, 软件包: packages };

function checks({ CODES, catalogueZh }) {
  const rows = new Map();
  for (const code of CODES) {
    const kind = KINDS[code.split('.')[0]];
    if (!kind) throw new Error(`write-tables: no kind for ${code}`);
    rows.set(kind, [...(rows.get(kind) ?? []), `${catalogueZh[code].title} \`${code}\``]);
  }
  return table(
    ['对象', '检查'],
    [...rows].map(([kind, all]) => [kind, all.join('、')]),
  );
}

function exits({ exitCodeOf }) {
  return table(
    ['码', '意思'],
    ENDINGS.map(([ending, words]) => [String(exitCodeOf(ending)), words]),
  );
}

function mailboxes({ MAIL_PROVIDERS, presetOf, whereToGetPassword }) {
  const byPlace = new Map();
  for (const provider of MAIL_PROVIDERS) {
    const { host, port } = presetOf(provider, '');
    const place = whereToGetPassword(host, 'zh');
    byPlace.set(place, [...(byPlace.get(place) ?? []), [MAILBOXES[provider], `${host}:${port}`]]);
  }
  const known = [...byPlace].map(([place, all]) => [
    all.map(([name]) => name).join('、'),
    all.map(([, server]) => server).join('<br>'),
    place,
  ]);
  return table(
    ['邮箱', '服务器', '授权码在哪里拿'],
    [...known, ['学校自己的', '写 `host`（和 `port`）', '问学校网络中心']],
  );
}

function packages() {
  const { dependencies } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const reasons = JSON.parse(readFileSync(path.join(home, '.config', 'dependency-reasons.json'), 'utf8'));
  const told = reasons.flatMap((reason) => reason.packages);
  const wrong = [
    ...Object.keys(dependencies).filter((name) => !told.includes(name)),
    ...told.filter((name) => !Object.hasOwn(dependencies, name)),
  ];
  if (wrong.length > 0)
    throw new Error(`dependency-reasons.json does not fit package.json: ${wrong.join(', ')}`);
  return table(
    ['包', '用处'],
    reasons.map((reason) => [reason.packages.join('、'), reason.why]),
  );
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

async function loadSources() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'four-ones-tables-'));
  try {
    const outfile = path.join(folder, 'sources.mjs');
    await build({
      stdin: { contents: SOURCES, resolveDir: home, loader: 'ts' },
      ...{ bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' },
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sources = await loadSources();
const before = readFileSync(readme, 'utf8');
let after = before;
for (const [name, make] of Object.entries(TABLES)) {
  const region = new RegExp(`(<!-- ${name}：[^\\n]*-->\\n)[^]*?(<!-- 完 -->)`);
  if (!region.test(after)) throw new Error(`README.md has no place for the table ${name}`);
  after = after.replace(region, (_, head, end) => `${head}\n${make(sources)}\n\n${end}`);
}
after = await format(after, { ...(await resolveConfig(readme)), parser: 'markdown' });
if (!process.argv.includes('--check')) writeFileSync(readme, after);
else if (after !== before) {
  process.stderr.write('README.md 的表格不是最新的，请运行：node .config/write-tables.mjs\n');
  process.exitCode = 1;
}
