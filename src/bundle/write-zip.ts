import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { ZipArchive } from 'archiver';
import type { CalendarDate } from '../model/calendar-date.ts';
import { familyOf, type Format } from '../model/format.ts';
import type { NewFile } from '../system/system.ts';
import { CHUNK_BYTES } from './read-ahead.ts';

const MODE = 0o644;
/** zlib's usual level, said here so that the bytes stay the same. */
const LEVEL = 6;

/** A zip with UTF-8 names and one fixed time: equal entries in equal order give equal bytes. */
export interface ZipWriter {
  /** Consumes all of `content` before it returns. */
  add(name: string, stored: boolean, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Bytes of the whole archive, on their way to the file. */
  finish(): Promise<number>;
  /** Stops and waits until nothing is written any more. Harmless after `finish`. */
  abandon(): Promise<void>;
}

/** Media and archives do not get smaller; documents do. */
export function isStored(format: Format): boolean {
  const family = familyOf(format);
  return family === 'video' || family === 'audio' || family === 'image' || family === 'archive';
}

export async function createZip(target: Pick<NewFile, 'write'>, date: CalendarDate): Promise<ZipWriter> {
  const { ZipArchive } = await import('archiver');
  const archive = new ZipArchive({ highWaterMark: 2 * CHUNK_BYTES, zlib: { level: LEVEL } });
  // Also told by `writing`; without a listener of its own Node would end the process.
  archive.on('error', () => undefined);
  const writing = drain(archive, target);
  // Awaited at the end, and raced against at every entry: an error is met in either place.
  writing.catch(() => undefined);
  // Midnight of the bundle's date; archiver writes it as UTC, whatever the zone.
  const time = new Date(`${date}T00:00:00Z`);
  return {
    add: async (name, stored, content) => {
      const source = Readable.from(content, { objectMode: false, highWaterMark: CHUNK_BYTES });
      const failed = once(source, 'error').then(([error]) => Promise.reject(asError(error)));
      const added = once(archive, 'entry');
      archive.append(source, { name, date: time, mode: MODE, store: stored });
      const ended = writing.then(() => Promise.reject(new Error('the zip ended before its entry')));
      try {
        await Promise.race([added, failed, ended]);
      } finally {
        // `events.once` rejects on later errors too: those are told by `writing`.
        for (const promise of [failed, added, ended]) promise.catch(() => undefined);
        source.destroy();
      }
    },
    finish: async () => {
      await Promise.all([archive.finalize(), writing]);
      return archive.pointer();
    },
    abandon: async () => {
      archive.destroy();
      await writing.catch(() => undefined);
    },
  };
}

async function drain(archive: ZipArchive, target: Pick<NewFile, 'write'>): Promise<void> {
  for await (const chunk of archive) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a zip is made of bytes');
    await target.write(chunk);
  }
}

function asError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}
