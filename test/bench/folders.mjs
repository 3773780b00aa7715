// The folders that are measured: made anew for each run, far too large to be kept.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ffmpeg from '@ffmpeg-installer/ffmpeg';
import sharp from 'sharp';

function encode(args) {
  execFileSync(ffmpeg.path, ['-v', 'error', '-y', ...args]);
}

/**
 * A film of about 20 MB, and the same scenes again and again up to about 1.9 GB. With subtitles of its own: what
 * its container says is enough, and its picture is not looked at.
 */
export function makeFilms(root) {
  const small = at(root, 'film-20M', '专题微党课', '课.mp4');
  const large = at(root, 'film-1.9G', '专题微党课', '课.mp4');
  const lines = at(root, 'lines.srt');
  writeFileSync(lines, subtitles(['同学们好', '今天讲抗疫故事', '谢谢大家']));
  encode([
    ...['-f', 'lavfi', '-i', 'testsrc2=s=1920x1080:r=25:d=10', '-f', 'lavfi', '-i', 'sine=f=300:d=10'],
    ...['-i', lines, '-vf', 'noise=alls=40:allf=t', '-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '16M'],
    ...['-pix_fmt', 'yuv420p', '-c:a', 'aac', '-c:s', 'mov_text', '-movflags', '+faststart', small],
  ]);
  encode(['-stream_loop', '95', '-i', small, '-map', '0', '-c', 'copy', '-movflags', '+faststart', large]);
  return { small: path.dirname(path.dirname(small)), large: path.dirname(path.dirname(large)), film: small };
}

function subtitles(lines) {
  const cue = (line, at) => `${at + 1}\n00:00:0${at * 3},000 --> 00:00:0${at * 3 + 2},500\n${line}\n`;
  return lines.map(cue).join('\n');
}

/** Twenty minutes in 1080p without subtitles of its own: whether some stand in the picture, only the picture tells. */
export function makeLecture(root) {
  const minute = at(root, 'minute.mp4');
  const film = at(root, 'lecture', '专题微党课', '课.mp4');
  encode([
    ...['-f', 'lavfi', '-i', 'testsrc2=s=1920x1080:r=25:d=60', '-f', 'lavfi', '-i', 'sine=f=300:d=60'],
    ...['-vf', 'noise=alls=8:allf=t', '-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '4M', '-g', '250'],
    ...['-pix_fmt', 'yuv420p', '-c:a', 'aac', minute],
  ]);
  encode(['-stream_loop', '19', '-i', minute, '-c', 'copy', '-movflags', '+faststart', film]);
  return { folder: path.dirname(path.dirname(film)), film };
}

/** Sixty JPG of 24 megapixels and about 9 MB, as a camera writes them. */
export async function makePhotos(root) {
  const [width, height] = [6000, 4000];
  const noise = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#807060',
      noise: { type: 'gaussian', mean: 128, sigma: 14 },
    },
  })
    .blur(0.6)
    .jpeg({ quality: 92 })
    .toBuffer();
  for (let n = 1; n <= 60; n++) {
    const bytes = Buffer.from(noise);
    writeFileSync(at(root, 'photos', '抗疫教育素材', `照片${n}.jpg`), bytes);
  }
  return { folder: path.join(root, 'photos'), bytes: noise.length };
}

/** Small photographs and texts, as many as asked for, in works of twenty files. */
export async function makeSmallFiles(root, name, count, word) {
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer();
  for (let n = 0; n < count; n++) {
    const work = `作品${Math.floor(n / 20)}`;
    if (n % 20 === 0) copyFileSync(word, at(root, name, '抗疫教育素材', work, '材料.docx'));
    else writeFileSync(at(root, name, '抗疫教育素材', work, `${n}.jpg`), photo);
  }
  return path.join(root, name);
}

/** Photographs as telephones take them, for a report with pictures: so many, in works of twenty. */
export async function makeTelephonePhotos(root, name, count) {
  const photo = await sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: '#807060',
      noise: { type: 'gaussian', mean: 128, sigma: 14 },
    },
  })
    .blur(1.2)
    .jpeg({ quality: 85 })
    .toBuffer();
  for (let n = 0; n < count; n++)
    writeFileSync(at(root, name, '抗疫教育素材', `作品${Math.floor(n / 20)}`, `照片${n}.jpg`), photo);
  return { folder: path.join(root, name), bytes: photo.length };
}

function at(...steps) {
  const target = path.join(...steps);
  mkdirSync(path.dirname(target), { recursive: true });
  return target;
}
