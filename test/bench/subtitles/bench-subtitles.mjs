// `npm run bench:subtitles`: the program judges clips whose truth is known, and a film of twenty minutes against the
// clock. `node bench-subtitles.mjs [--only part-of-an-id] [--no-film]`. Needs ffmpeg with libx264 and libass, and
// Chinese Noto fonts. Clips are kept under the temporary folder.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, linkSync, copyFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { run } from '../measure.mjs';
import { CLIP_FOLDER, prepareClips } from './make-clips.mjs';
import { SETS } from './specs.mjs';

const home = fileURLToPath(new URL('../../..', import.meta.url));
const { values } = parseArgs({ options: { only: { type: 'string' }, 'no-film': { type: 'boolean' } } });
const ANSWERS = ['present', 'absent', 'unclear'];
const WORDS = { present: '有', absent: '没有', unclear: '待人工看' };
const NOTICE = `id: bench
title: 字幕
year: 2024
categories:
  film:
    name: 影片
    parts: { video: { min: 1 } }
    media: { video: { subtitles: required } }
`;

/** A folder with the clips as materials, and the program's report of it. */
async function judge(clips) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'four-ones-bench-subtitles-'));
  try {
    const folder = path.join(root, 'materials', '影片');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(root, 'notice.yaml'), NOTICE);
    for (const { id, file } of clips) {
      mkdirSync(path.join(folder, id));
      place(file, path.join(folder, id, `${id}.mp4`));
    }
    const args = [
      'bin/four-ones.js',
      'check',
      path.join(root, 'materials'),
      '--no-cache',
      '--format',
      'json',
      '--notice',
      path.join(root, 'notice.yaml'),
    ];
    // Films without subtitles fail the check: an exit code that is no failure here.
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: home,
      maxBuffer: 2 ** 28,
    }).catch((error) => {
      if (typeof error.stdout === 'string' && error.stdout.startsWith('{')) return error;
      throw error;
    });
    const parts = JSON.parse(stdout).items.flatMap((item) => item.parts);
    return new Map(
      parts.map((part) => [path.basename(part.path, '.mp4'), part.facts.video?.burnedSubtitles]),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Links are not followed in materials, so the file itself must stand there; another disk takes a copy. */
function place(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

async function judgeSet(name) {
  const clips = await prepareClips(name, values.only);
  const facts = await judge(clips);
  const table = Object.fromEntries(
    ['present', 'absent'].map((truth) => [truth, Object.fromEntries(ANSWERS.map((answer) => [answer, 0]))]),
  );
  const wrong = [];
  for (const { id, label } of clips) {
    const found = facts.get(id);
    const answer = found?.presence ?? 'unclear';
    table[label][answer] += 1;
    if (answer !== label)
      wrong.push(`${id}: ${WORDS[label]} → ${WORDS[answer]} ${JSON.stringify(found?.reason ?? {})}`);
  }
  print(name, clips.length, table, wrong);
}

function print(name, count, table, wrong) {
  const precision = (answer) => {
    const said = table.present[answer] + table.absent[answer];
    return said === 0 ? '–' : `${((100 * table[answer][answer]) / said).toFixed(1)} %`;
  };
  const unclear = table.present.unclear + table.absent.unclear;
  const rows = ['present', 'absent'].map(
    (truth) => `| ${WORDS[truth]} | ${ANSWERS.map((answer) => table[truth][answer]).join(' | ')} |`,
  );
  process.stdout.write(`
${name}: ${count} clips

| truth \\ answer | ${ANSWERS.map((answer) => WORDS[answer]).join(' | ')} |
| --- | --- | --- | --- |
${rows.join('\n')}

precision of 有 ${precision('present')} (≥ 98), of 没有 ${precision('absent')} (≥ 98), 待人工看 ${((100 * unclear) / Math.max(1, count)).toFixed(1)} % (≤ 10)
${wrong.map((line) => `  ${line}\n`).join('')}`);
}

/** Twenty minutes of one clip again and again, judged, and decoded from end to end. */
async function timeFilm() {
  const [clip] = await prepareClips('development', 'photos-outline-1');
  const film = path.join(CLIP_FOLDER, 'twenty-minutes.mp4');
  if (!existsSync(film))
    spawnSync('ffmpeg', [
      '-v',
      'error',
      '-y',
      '-stream_loop',
      '-1',
      '-i',
      clip.file,
      '-t',
      '1200',
      '-c',
      'copy',
      film,
    ]);
  const root = mkdtempSync(path.join(os.tmpdir(), 'four-ones-bench-film-'));
  try {
    mkdirSync(path.join(root, 'materials/影片/一'), { recursive: true });
    place(film, path.join(root, 'materials/影片/一/film.mp4'));
    writeFileSync(path.join(root, 'asks.yaml'), NOTICE);
    writeFileSync(
      path.join(root, 'asks-not.yaml'),
      NOTICE.replace('subtitles: required', 'duration: { max: 2h }'),
    );
    const check = (notice) => [
      process.execPath,
      path.join(home, 'bin/four-ones.js'),
      'check',
      path.join(root, 'materials'),
      '--no-cache',
      '--notice',
      path.join(root, notice),
    ];
    const asked = await run(check('asks.yaml'));
    const plain = await run(check('asks-not.yaml'));
    const full = await run(['ffmpeg', '-v', 'error', '-i', film, '-f', 'null', '-']);
    const share = (100 * (asked.ms - plain.ms)) / full.ms;
    process.stdout.write(
      `\n20 minutes of 1080p: ${((asked.ms - plain.ms) / 1000).toFixed(1)} s for subtitles, ${(full.ms / 1000).toFixed(1)} s to decode all of it: ${share.toFixed(1)} % (≤ 10), ${asked.peak.toFixed(0)} MB (< 400)\n`,
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

for (const name of Object.keys(SETS)) await judgeSet(name);
if (!values['no-film']) await timeFilm();
