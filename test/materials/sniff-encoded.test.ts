import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import ffmpeg from '@ffmpeg-installer/ffmpeg';
import { expect, test } from 'vitest';
import { sniffFormat } from '../../src/materials/sniff-format.ts';
import type { Format } from '../../src/model/format.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

const VIDEO = ['-f', 'lavfi', '-i', 'testsrc=size=64x48:rate=5:duration=1'];
const SOUND = ['-f', 'lavfi', '-i', 'sine=duration=1'];
const H263 = ['-s', '176x144', '-c:v', 'h263'];

const CASES: readonly [string, readonly string[], Format][] = [
  ['a.mp4', [...VIDEO, '-c:v', 'mpeg4'], 'mp4'],
  ['b.mov', [...VIDEO, '-c:v', 'mpeg4'], 'mov'],
  ['c.m4v', [...VIDEO, '-c:v', 'mpeg4', '-f', 'ipod'], 'm4v'],
  ['d.3gp', [...VIDEO, ...H263], '3gp'],
  ['e.mkv', [...VIDEO, '-c:v', 'mpeg4'], 'mkv'],
  ['f.webm', [...VIDEO, '-c:v', 'libvpx'], 'webm'],
  ['g.avi', [...VIDEO, '-c:v', 'mpeg4'], 'avi'],
  ['h.wmv', [...VIDEO, ...SOUND, '-c:v', 'wmv2', '-c:a', 'wmav2'], 'wmv'],
  ['i.flv', [...VIDEO, '-c:v', 'flv1'], 'flv'],
  ['j.ts', [...VIDEO, '-c:v', 'mpeg2video', '-r', '25'], 'ts'],
  ['k.mpg', [...VIDEO, '-c:v', 'mpeg2video', '-r', '25'], 'mpg'],
  ['l.mp3', [...SOUND, '-c:a', 'libmp3lame'], 'mp3'],
  [
    'm.mp3',
    [...SOUND, '-c:a', 'libmp3lame', '-id3v2_version', '0', '-write_xing', '0', '-ar', '22050'],
    'mp3',
  ],
  ['n.wav', SOUND, 'wav'],
  ['o.m4a', [...SOUND, '-c:a', 'aac'], 'm4a'],
  ['p.aac', [...SOUND, '-c:a', 'aac'], 'aac'],
  ['q.flac', SOUND, 'flac'],
  ['r.ogg', [...SOUND, '-c:a', 'libvorbis'], 'ogg'],
  ['s.wma', [...SOUND, '-c:a', 'wmav2'], 'wma'],
];

test.each(CASES)(
  'what an encoder writes as %s is recognised without its extension',
  async (name, args, format) => {
    const path = await folder.put(name);
    await promisify(execFile)(ffmpeg.path, ['-v', 'error', '-y', ...args, path], { timeout: 20_000 });
    for (const copy of [path, await folder.put(`half-${name}`, await half(path))]) {
      const file = await nodeFiles.open(copy);
      expect(await sniffFormat(file, '材料')).toBe(format);
      await file.close();
    }
  },
);

/** Cut off: the first half is what a broken copy leaves. */
async function half(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  return bytes.subarray(0, Math.ceil(bytes.length / 2));
}
