import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import ffmpegInstaller from '@ffmpeg-installer/ffmpeg';
import ffprobeInstaller from '@ffprobe-installer/ffprobe';
import type { Format } from '../../../src/model/format.ts';
import type { MediaSystem } from '../../../src/probe/video/probe-media.ts';
import { createMediaDecoder } from '../../../src/system/decode-media.ts';
import { nodeFiles } from '../../../src/system/node-files.ts';
import { createProcesses } from '../../../src/system/node-processes.ts';
import type { Tool, Tools } from '../../../src/system/system.ts';

const run = promisify(execFile);

/** A folder of real clips, made by the encoder that comes with the project. */
export interface Clips {
  readonly folder: string;
  /** Encodes with these arguments; the last one is the file's name. */
  make(args: readonly string[]): Promise<string>;
  write(name: string, data: Uint8Array | string, mode?: number): Promise<string>;
  remove(): Promise<void>;
}

export async function openClips(): Promise<Clips> {
  const folder = await mkdtemp(path.join(tmpdir(), 'four-ones-clips-'));
  return {
    folder,
    make: async (args) => {
      await run(ffmpegInstaller.path, ['-v', 'error', '-nostdin', '-y', ...args], {
        cwd: folder,
        timeout: 60_000,
      });
      return path.join(folder, args.at(-1) ?? '');
    },
    write: async (name, data, mode = 0o644) => {
      const file = path.join(folder, name);
      await writeFile(file, data, { mode });
      return file;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export const picture = (size = '160x90', seconds = 2) => [
  '-f',
  'lavfi',
  '-i',
  `testsrc2=s=${size}:r=25:d=${seconds}`,
];
export const tone = (seconds = 2) => ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`];
export const hush = (seconds = 2) => ['-f', 'lavfi', '-i', 'anullsrc=r=44100:cl=mono', '-t', `${seconds}`];
export const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '12', '-pix_fmt', 'yuv420p'];
export const aac = ['-c:a', 'aac', '-b:a', '32k'];

export const shipped: Tools = {
  ffprobe: () => Promise.resolve(toolAt(ffprobeInstaller.path)),
  ffmpeg: () => Promise.resolve(toolAt(ffmpegInstaller.path)),
  quickFfmpeg: () => Promise.resolve(toolAt(ffmpegInstaller.path)),
  soffice: () => Promise.resolve(undefined),
};

export function toolAt(file: string): Tool {
  return { path: file, identity: file };
}

export function mediaSystem(tools: Tools = shipped): MediaSystem {
  const { signal } = new AbortController();
  return {
    files: nodeFiles,
    processes: createProcesses(signal),
    tools,
    media: createMediaDecoder({ tools, signal }),
  };
}

export const shallow = { deep: false, seconds: 30 } as const;

export function formatOf(file: string): Format {
  const extension = path.extname(file).slice(1);
  const known: readonly Format[] = [
    'mp4',
    'mov',
    'mkv',
    'webm',
    'avi',
    'flv',
    'ts',
    'mpg',
    'wmv',
    'mp3',
    'wav',
    'm4a',
  ];
  const format = known.find((each) => each === extension);
  if (!format) throw new Error(`no format is named ${extension}`);
  return format;
}
