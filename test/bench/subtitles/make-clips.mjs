// Makes the labelled clips: `node make-clips.mjs [set] [part of an id]`. They are kept under the temporary folder.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  assScript,
  namePlates,
  rolling,
  schedule,
  standing,
  subtitleLook,
  subtitles,
  ticker,
  timer,
} from './cues.mjs';
import { desktop, figure, photograph, slide, slideWords, thinLine } from './pictures.mjs';
import { createRandom } from './random.mjs';
import { clipsOf, SETS } from './specs.mjs';
import { briefly, heading, spoken } from './words.mjs';

export const CLIP_FOLDER = path.join(os.tmpdir(), 'four-ones-subtitle-clips');

function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-4000)));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
}

/** Stretches of the film, each with its still pictures and how the camera moves over them. */
async function shotsOf(random, scene, { seconds, width, height, font, rough }) {
  const look = { rough: random.between(...rough), font };
  const big = (factor) => [Math.round((width * factor) / 2) * 2, Math.round((height * factor) / 2) * 2];
  const cut = (count) => Array.from({ length: count }, () => seconds / count);
  const shots = async (count, motion, signs = 0) => {
    const list = [];
    for (const length of cut(count)) {
      const [w, h] = big(1.3);
      list.push({
        picture: await photograph(random, w, h, { ...look, signs }),
        seconds: length,
        motion: motion ?? random.pick(['pan', 'pan', 'zoom', 'shake']),
      });
    }
    return list;
  };
  const still = async (count, make) => {
    const list = [];
    for (const length of cut(count))
      list.push({ picture: await make(list.length), seconds: length, motion: 'still' });
    return list;
  };
  switch (scene) {
    case 'photos':
    case 'fades':
    case 'noise':
      return shots(random.whole(3, 7));
    case 'wide':
    case 'pillar':
      return shots(random.whole(3, 5));
    case 'signs':
      return shots(random.whole(3, 5), undefined, 4);
    case 'still-signs':
      return shots(random.whole(3, 5), 'shake', 4);
    case 'talk':
      return shots(1, 'shake', random.whole(0, 2));
    case 'still-talk':
      return shots(1, 'still', 1);
    case 'album':
      return still(6, () => photograph(random, width, height, { ...look, signs: 3 }));
    case 'slides': {
      const dark = random.chance(0.4);
      return still(random.whole(4, 6), () =>
        slide(random, width, height, { font, dark, ...slideWords(random, random.whole(3, 6)) }),
      );
    }
    case 'building': {
      const words = [slideWords(random, 5), slideWords(random, 5)];
      return still(10, (n) =>
        slide(random, width, height, {
          font,
          dark: false,
          ...words[n < 5 ? 0 : 1],
          shown: (n % 5) + 1,
          bottom: undefined,
        }),
      );
    }
    case 'screen': {
      const lines = Array.from({ length: 40 }, () => spoken(random));
      const count = Math.round(seconds / 0.8);
      return still(count, (n) =>
        desktop(random, width, height, {
          lines,
          font,
          typed: Math.min(40, 4 + n),
          scroll: Math.max(0, n - 12),
          clock: `09:${10 + Math.floor(n / 20)}`,
        }),
      );
    }
    default:
      throw new Error(`no scene ${scene}`);
  }
}

const MOTIONS = {
  still: () => `crop=W:H:(in_w-W)/2:(in_h-H)/2`,
  pan: (random, seconds) => {
    const [x0, y0, x1, y1] = Array.from({ length: 4 }, () => random.next().toFixed(3));
    return `crop=W:H:x='(in_w-W)*(${x0}+(${x1}-${x0})*t/${seconds})':y='(in_h-H)*(${y0}+(${y1}-${y0})*t/${seconds})'`;
  },
  zoom: (random, seconds) =>
    `crop=w=W:h=H,scale=w='2*trunc(W*(1+0.2*t/${seconds})/2)':h='2*trunc(H*(1+0.2*t/${seconds})/2)':eval=frame:flags=fast_bilinear,crop=W:H`,
  shake: (random) =>
    `crop=W:H:x='(in_w-W)/2+${random.between(1, 9).toFixed(1)}*sin(${random.between(0.6, 2).toFixed(2)}*t)':y='(in_h-H)/2+${random.between(1, 6).toFixed(1)}*cos(${random.between(0.5, 1.7).toFixed(2)}*t)'`,
};

function layersOf(random, layers, { seconds, size, font, inBarHeight }) {
  const [width, height] = size;
  const side = Math.min(width, height);
  const styles = {};
  const events = [];
  const truth = {};
  const plain = { font, size: Math.round(side * 0.045), fill: '&H00FFFFFF', outline: 1, margin: 0 };
  if (layers.caption) {
    styles.Caption = {
      ...plain,
      bold: true,
      outline: 2,
      margin: Math.round(height * 0.03),
      align: random.pick([1, 2]),
      side: Math.round(width * 0.05),
    };
    events.push(standing('Caption', 0, seconds, `${heading(random)} ${briefly(random)}`));
  }
  if (layers.subtitles) {
    const look = subtitleLook(random, layers.subtitles, side, font);
    const margin = layers.inBar
      ? Math.max(2, (inBarHeight - look.size) / 2)
      : height * (layers.upright ? random.between(0.1, 0.28) : random.between(0.035, 0.09));
    const lift = layers.caption || layers.ticker ? height * 0.09 : 0;
    styles.Sub = { ...look, margin: Math.round(margin + lift) };
    const [from, to] = layers.partly
      ? random.chance(0.5)
        ? [0, seconds * 0.4]
        : [seconds * 0.5, seconds * 0.95]
      : [0, seconds];
    const cues = schedule(random, from, to);
    truth.cues = cues;
    truth.thin = layers.subtitles === 'thin' ? look : undefined;
    if (!truth.thin)
      events.push(
        ...subtitles(random, cues, { kind: layers.subtitles, width: { across: width, size: look.size } }),
      );
  }
  if (layers.plates) {
    const spans = Array.from({ length: layers.plates }, (_, n) => {
      const from = seconds * ((n + 0.2) / layers.plates);
      return { from, to: from + random.between(3, 6) };
    });
    styles.Plate = {
      ...plain,
      size: Math.round(side * 0.055),
      border: 3,
      outline: 12,
      edge: '&H40802010',
      align: layers.middle ? 2 : 1,
      side: Math.round(width * 0.07),
      margin: Math.round(height * (layers.subtitles ? 0.2 : 0.1)),
    };
    events.push(...namePlates(spans, random));
  }
  if (layers.logo) {
    styles.Logo = {
      ...plain,
      bold: true,
      align: random.pick([7, 9]),
      side: Math.round(width * 0.04),
      margin: Math.round(height * 0.05),
    };
    events.push(standing('Logo', 0, seconds, '校园电视台'));
  }
  if (layers.mark) {
    styles.Mark = {
      ...plain,
      fill: '&H60FFFFFF',
      outline: 0,
      align: 3,
      side: Math.round(width * 0.03),
      margin: Math.round(height * 0.04),
    };
    events.push(standing('Mark', 0, seconds, '@学院融媒体中心'));
  }
  if (layers.ticker) {
    styles.Ticker = { ...plain, border: random.pick([1, 3]), outline: 6, edge: '&H30602010', margin: 0 };
    events.push(...ticker(random, seconds, size, plain.size, Math.round(height * 0.92)));
  }
  if (layers.timer) {
    styles.Timer = {
      ...plain,
      outline: 2,
      align: random.pick([1, 3]),
      margin: Math.round(height * 0.04),
      side: Math.round(width * 0.04),
    };
    events.push(...timer(seconds, 'Timer'));
  }
  if (layers.credits) {
    styles.Roll = { ...plain, outline: 2 };
    events.push(...rolling(random, seconds, size, plain.size));
  }
  if (layers.title) {
    styles.Title = { ...plain, size: Math.round(side * 0.13), bold: true, outline: 4, align: 5 };
    events.push(standing('Title', 0.5, 5, heading(random).slice(0, 10)));
  }
  return { styles, events, truth };
}

async function makeClip(clip, target) {
  const set = SETS[clip.set];
  const random = createRandom(set.seed + clip.number * 17);
  const picked = set.sizes[clip.number % set.sizes.length];
  const size = clip.layers.upright ? [720, 1280] : picked;
  const [width, height] = size;
  const rate = random.pick(set.rates);
  const seconds = random.whole(22, 30);
  const font = random.pick(set.fonts);
  const work = `${target}.work`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const wide = clip.scene === 'wide' ? Math.round((height * 0.12) / 2) * 2 : 0;
  const inner =
    clip.scene === 'pillar' ? [Math.round((height * 9) / 32) * 2, height] : [width, height - 2 * wide];
  const shots = await shotsOf(random, clip.scene, {
    seconds,
    width: inner[0],
    height: inner[1],
    font,
    rough: set.rough,
  });
  const inputs = [];
  const chains = [];
  for (const [n, shot] of shots.entries()) {
    const file = path.join(work, `${n}.png`);
    writeFileSync(file, shot.picture);
    inputs.push('-i', file);
    const motion = MOTIONS[shot.motion](random, shot.seconds.toFixed(2))
      .replaceAll(/\bW\b/g, inner[0])
      .replaceAll(/\bH\b/g, inner[1]);
    const fade =
      clip.scene === 'fades' ? `,fade=in:d=0.6,fade=out:st=${(shot.seconds - 0.7).toFixed(2)}:d=0.6` : '';
    chains.push(
      `[${n}:v]format=yuv420p,loop=-1:1:0,setpts=N/${rate}/TB,fps=${rate},trim=duration=${shot.seconds.toFixed(3)},${motion}${fade},setsar=1[s${n}]`,
    );
  }
  let chain = `${shots.map((_, n) => `[s${n}]`).join('')}concat=n=${shots.length}:v=1:a=0`;
  if (inner[0] !== width || inner[1] !== height) chain += `,pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2`;
  let next = shots.length;
  if (['talk', 'still-talk'].includes(clip.scene) || clip.layers.speaker) {
    const file = path.join(work, 'figure.png');
    writeFileSync(file, await figure(random, clip.layers.speaker ? height * 0.45 : height));
    inputs.push('-i', file);
    chain += `[b];[b][${next}:v]overlay=x='${clip.layers.speaker ? 'W-w-20' : '(W-w)/2'}+${random.between(6, 30).toFixed(0)}*sin(${random.between(0.7, 2).toFixed(2)}*t)':y='H-h+${random.between(2, 12).toFixed(0)}*sin(2.1*t)':eval=frame`;
    next += 1;
  }
  chain += `,noise=alls=${clip.scene === 'noise' ? 30 : ['slides', 'building', 'screen', 'album'].includes(clip.scene) ? 0 : random.whole(0, 8)}:allf=t`;
  const { styles, events, truth } = layersOf(random, clip.layers, { seconds, size, font, inBarHeight: wide });
  if (events.length > 0) {
    const file = path.join(work, 'over.ass');
    writeFileSync(file, assScript(size, styles, events));
    chain += `,ass=${file}`;
  }
  if (truth.thin) {
    for (const cue of truth.cues) {
      const file = path.join(work, `thin${next}.png`);
      writeFileSync(
        file,
        await thinLine(spoken(random).slice(0, 18), width, height, {
          size: truth.thin.size,
          y: height * 0.92,
          font,
        }),
      );
      inputs.push('-i', file);
      chain += `[c${next}];[c${next}][${next}:v]overlay=0:0:enable='between(t,${cue.from.toFixed(2)},${cue.to.toFixed(2)})'`;
      next += 1;
    }
  }
  const share = (width * height) / (1920 * 1080);
  const rateKb = Math.round(random.between(900, 2400) * share);
  const preset = clip.number % 3 === 0 ? 'veryfast' : 'ultrafast';
  const args = [
    '-v',
    'error',
    '-y',
    ...inputs,
    '-filter_complex',
    `${chains.join(';')};${chain}[out]`,
    '-map',
    '[out]',
    '-t',
    String(seconds),
  ];
  const part = `${target}.part.mp4`;
  await run('ffmpeg', [
    ...args,
    '-c:v',
    'libx264',
    '-preset',
    preset,
    '-b:v',
    `${rateKb}k`,
    '-maxrate',
    `${rateKb * 2}k`,
    '-bufsize',
    `${rateKb * 4}k`,
    '-pix_fmt',
    'yuv420p',
    '-movflags',
    '+faststart',
    part,
  ]);
  renameSync(part, target);
  rmSync(work, { recursive: true, force: true });
}

/** The clips of a set, made where they are missing. */
export async function prepareClips(setName, only = '') {
  const folder = path.join(CLIP_FOLDER, setName);
  mkdirSync(folder, { recursive: true });
  const clips = clipsOf(setName).filter(({ id }) => id.includes(only));
  const ready = [];
  const queue = [...clips];
  const worker = async () => {
    for (let clip = queue.shift(); clip; clip = queue.shift()) {
      const file = path.join(folder, `${clip.id}.mp4`);
      if (!existsSync(file)) {
        process.stderr.write(`making ${setName}/${clip.id}\n`);
        await makeClip(clip, file);
      }
      ready.push({ ...clip, file });
    }
  };
  await Promise.all([worker(), worker()]);
  return ready.sort((one, other) => one.number - other.number);
}

if (process.argv[1] === import.meta.filename)
  await prepareClips(process.argv[2] ?? 'development', process.argv[3]);
