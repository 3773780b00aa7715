// `npm run bench`: every figure as a ratio to the best tool for the same work, both measured in this run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ffmpeg from '@ffmpeg-installer/ffmpeg';
import ffprobe from '@ffprobe-installer/ffprobe';
import { compareForms } from './form.mjs';
import { makeFilms, makeLecture, makePhotos, makeSmallFiles, makeTelephonePhotos } from './folders.mjs';
import { compareMails } from './mail.mjs';
import { compare, isInstalled, run } from './measure.mjs';
import { makeNotices } from './notice.mjs';
import { makeSentOutbox } from './outbox.mjs';

const home = fileURLToPath(new URL('../..', import.meta.url));
const root = mkdtempSync(path.join(os.tmpdir(), 'four-ones-bench-'));
process.chdir(root);

const four = (...args) => [process.execPath, path.join(home, 'bin/four-ones.js'), ...args];
const node = [process.execPath, '-e', '0'];
const rows = [];

function row(what, measured, against, factor, goal, note = '') {
  const ratio = measured / against;
  rows.push([
    what,
    `${measured.toFixed(0)} ms`,
    `${against.toFixed(0)} ms`,
    `${ratio.toFixed(2)}×`,
    `≤ ${factor}×`,
    goal,
    note,
  ]);
  process.stdout.write(
    `${ratio <= factor ? '✓' : '✗'} ${what}: ${ratio.toFixed(2)}× (≤ ${factor}×) ${note}\n`,
  );
}

async function startUp() {
  for (const flag of ['--version', '--help']) {
    const [ours, bare] = await compare([four(flag), node], 15);
    row(flag, ours.ms, bare.ms, 1.5, 'node -e 0');
  }
}

/** What a person asks for many times a day: in a new folder, and in one that has been laid out. */
async function everyday() {
  const fresh = path.join(root, 'fresh');
  const project = path.join(root, 'project');
  const anew = ['sh', '-c', 'rm -rf "$0" && exec "$@"', fresh, ...four('init', fresh, '--no-ask')];
  const shell = ['sh', '-c', 'rm -rf "$0" && exec "$@"', fresh, ...node];
  const [init, bareInit] = await compare([anew, shell], 15);
  row('init，空文件夹', init.ms, bareInit.ms, 2, 'node -e 0');
  spawnSync(process.execPath, [...four('init', project, '--no-ask').slice(1)]);
  const there = (command) => ['sh', '-c', 'cd "$0" && exec "$@"', project, ...command];
  for (const args of [['status'], ['explain', 'video.resolution']]) {
    const [ours, bare] = await compare([there(four(...args)), there(node)], 15);
    row(args.join(' '), ours.ms, bare.ms, 2, 'node -e 0');
  }
}

/** What reading a notice of one's own costs, over one of two lines that says nothing: the first time, and after a check. */
async function notices() {
  const { long, short, folder } = makeNotices(root);
  // It reads a notice, and says next to nothing of it.
  const there = (command) => ['sh', '-c', 'cd "$0" && exec "$@"', folder, ...command];
  const of = (notice) => there(four('explain', 'photo.dpi', '--notice', notice));
  const tell = async (what) => {
    const [big, little] = await compare([of(long), of(short)], 9);
    row(what, big.ms - little.ms, 50, 1, '50 毫秒', `连启动 ${big.ms.toFixed(0)} ms`);
  };
  await tell('1 000 行的通知，第一次');
  for (const notice of [long, short]) await run(there(four('check', '--notice', notice)));
  await tell('1 000 行的通知，检查过以后');
}

async function films() {
  const { small, large, film } = makeFilms(root);
  const bareProbe = [ffprobe.path, '-v', 'error', '-of', 'json', '-show_format', '-show_streams', film];
  const [ours, bare, probe] = await compare([four('check', small, '--no-cache'), node, bareProbe], 9);
  row('一个 1080p 视频', ours.ms, bare.ms + probe.ms, 3, 'node -e 0 + ffprobe');
  const [big, little] = await compare(
    [four('check', large, '--no-cache'), four('check', small, '--no-cache')],
    7,
  );
  row('1.9 GB 视频', big.ms, little.ms, 1.2, '同样的 20 MB 视频', `峰值 ${big.peak.toFixed(0)} MB`);
  await peers('mediainfo', ['mediainfo', film]);
  await peers('mediaconch', ['mediaconch', film]);
}

/** The whole check of a film whose subtitles, if any, stand in the picture; decoding it takes minutes, and is done once. */
async function burnedSubtitles() {
  const { folder, film } = makeLecture(root);
  const [ours] = await compare([four('check', folder, '--no-cache')], 3);
  const decoder = process.env['FFMPEG_PATH'] ?? (isInstalled('ffmpeg') ? 'ffmpeg' : ffmpeg.path);
  const whole = await run([decoder, '-v', 'error', '-i', film, '-map', '0:v', '-f', 'null', '-']);
  const name = '20 分钟 1080p 视频，看画面里的字幕';
  row(name, ours.ms, whole.ms, 0.1, '从头解码一遍', `峰值 ${ours.peak.toFixed(0)} MB（< 400）`);
}

async function photos() {
  const { folder, bytes } = await makePhotos(root);
  const size = `60 张，每张 ${(bytes / 1e6).toFixed(1)} MB`;
  const check = four('check', folder, '--no-cache', '--jobs', '2');
  if (!isInstalled('jpeginfo')) {
    const [ours] = await compare([check], 3);
    process.stdout.write(
      `– ${size}：${ours.ms.toFixed(0)} ms，峰值 ${ours.peak.toFixed(0)} MB；没有 jpeginfo，无法比较\n`,
    );
    return;
  }
  const peer = ['sh', '-c', `find '${folder}' -name '*.jpg' -print0 | xargs -0 -P2 -n30 jpeginfo -c`];
  const [ours, theirs] = await compare([check, peer], 5);
  row(size, ours.ms, theirs.ms, 1.3, 'jpeginfo -c，两个进程', `峰值 ${ours.peak.toFixed(0)} MB（< 300）`);
}

async function folders() {
  const word = path.join(home, 'fixtures/cases/story-complete/materials/战疫故事汇/逆行者/故事.docx');
  const cached = await makeSmallFiles(root, 'two-hundred', 200, word);
  const [again, bare] = await compare([four('check', cached), node], 9);
  row('200 个文件，再查一次', again.ms, bare.ms, 2.5, 'node -e 0');
  const hundreds = await makeSmallFiles(root, 'thousand', 1000, word);
  const thousands = await makeSmallFiles(root, 'ten-thousand', 10_000, word);
  const [few, many] = await compare(
    [four('check', hundreds, '--no-cache'), four('check', thousands, '--no-cache')],
    2,
  );
  row('10 000 个小文件', many.ms, few.ms, 11, '1 000 个小文件', `峰值 ${many.peak.toFixed(0)} MB（< 400）`);
}

async function pictureReport() {
  const { folder, bytes } = await makeTelephonePhotos(root, 'telephone', 200);
  const page = path.join(root, 'report.html');
  // A report that is there already is not written over.
  const clear = ['sh', '-c', 'rm -f "$0" && exec "$@"', page];
  const check = four('check', folder, '--no-cache', '--format', 'html', '--output', page);
  const [cold] = await compare([[...clear, ...check]], 1);
  const size = `每张 ${(bytes / 1e6).toFixed(1)} MB；报告 ${(statSync(page).size / 1e6).toFixed(1)} MB（< 15）`;
  row('200 张照片的图文报告', cold.ms, 5000, 1, '5 秒', `${size}，峰值 ${cold.peak.toFixed(0)} MB`);
}

async function forms() {
  const { ours, theirs } = await compareForms();
  row('填一张二十栏的表格', ours, theirs, 2, 'docxtemplater，同一张表');
}

async function packing() {
  const { large } = makeFilms(root);
  const out = path.join(root, 'outbox');
  const options = [
    '--org',
    '马克思主义学院党委',
    '--date',
    '2020-07-10',
    '--out',
    out,
    '--force',
    '--reason',
    '测速度',
  ];
  const ours = ['sh', '-c', 'rm -rf "$0" && exec "$@"', out, ...four('pack', large, ...options)];
  const archive = path.join(root, 'peer.zip');
  const theirs = [
    'sh',
    '-c',
    `rm -f '${archive}'; find '${large}' -type f -exec sha256sum {} + && 7z a -tzip -mx0 '${archive}' '${large}'`,
  ];
  if (!isInstalled('sha256sum') || spawnSync('7z').error) {
    process.stdout.write('– 打包：没有 sha256sum 或 7z，无法比较\n');
    return;
  }
  const [packed, peer] = await compare([ours, theirs], 3);
  row(
    '1.9 GB 打成一个包',
    packed.ms,
    peer.ms,
    1.5,
    'sha256sum + 7z -mx0',
    `峰值 ${packed.peak.toFixed(0)} MB（< 250）`,
  );
  const zip = readdirSync(out).find((name) => name.endsWith('.zip'));
  const bundle = path.join(out, zip ?? '');
  const [verified, summed] = await compare([four('verify', bundle), ['sha256sum', bundle]], 3);
  row('核对这个包', verified.ms, summed.ms, 1.2, 'sha256sum');
}

async function mails() {
  const { ours, theirs, memory } = await compareMails();
  row(
    '发一封 35 MB 的邮件',
    ours,
    theirs,
    1.3,
    'nodemailer，同一封、同一台服务器',
    `内存多 ${memory.toFixed(0)} MB（< 150）`,
  );
}

async function sentAlready() {
  const project = await makeSentOutbox(root, 500);
  const config = ['--config', path.join(project, 'four-ones.yaml')];
  const [ours, bare] = await compare([four('send', path.join(project, 'outbox'), ...config), node], 9);
  row('500 个包都已发送，再 send 一次：比 node -e 0 多', ours.ms - bare.ms, 1000, 1, '1 秒');
}

async function peers(name, command) {
  if (!isInstalled(name)) {
    process.stdout.write(`– ${name}：本机没有\n`);
    return;
  }
  const [figures] = await compare([command], 5);
  process.stdout.write(`– ${name}：${figures.ms.toFixed(0)} ms\n`);
}

try {
  const wanted = process.argv.slice(2);
  for (const [name, measure] of Object.entries({
    startUp,
    everyday,
    notices,
    films,
    burnedSubtitles,
    photos,
    folders,
    pictureReport,
    forms,
    packing,
    mails,
    sentAlready,
  })) {
    if (wanted.length === 0 || wanted.includes(name)) await measure();
  }
  process.stdout.write(
    `\n| 项目 | 本程序 | 对照 | 比值 | 目标 | 对照是 | 备注 |\n| --- | --- | --- | --- | --- | --- | --- |\n`,
  );
  for (const cells of rows) process.stdout.write(`| ${cells.join(' | ')} |\n`);
  process.stdout.write(
    `\nNode ${process.version}，${os.availableParallelism()} 核 ${os.cpus()[0]?.model ?? ''}，${os.type()}\n`,
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}
