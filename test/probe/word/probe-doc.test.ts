import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { causeOf, probeBytes } from './probe-bytes.ts';

const outlined: unknown = expect.objectContaining({ figures: [] });

let story: Buffer;
beforeAll(async () => {
  // Made by data/make-doc.mjs.
  story = await readFile(new URL('data/story.doc', import.meta.url));
});

/** A copy with some bytes changed. */
function changed(change: (bytes: Buffer) => void): Buffer {
  const copy = Buffer.from(story);
  change(copy);
  return copy;
}

/** Where the WordDocument stream begins: its first sector, after the header's. */
function mainStreamAt(bytes: Buffer): number {
  return bytes.indexOf(Buffer.from([0xec, 0xa5]), 512);
}

function directoryEntryAt(bytes: Buffer, name: string): number {
  return bytes.indexOf(Buffer.from(`${name}\0`, 'utf16le'));
}

describe('a Word 97 file is read as Word shows it', () => {
  it('counts body and footnotes, not header, hidden, deleted or field code; pictures once each, without the logo', async () => {
    expect(await probeBytes(story, 'doc')).toEqual({
      text: {
        words: 28,
        lines: 5,
        pictures: 2,
        contact: { person: true, phone: true },
        opening: '战疫故事：逆行者 正文H.264编码链接 联系人 甲乙丙 电话13800000000 脚注三字',
        outline: outlined,
      },
      integrity: { state: 'whole' },
    });
  });
  it('a .wps of WPS Office is the same', async () => {
    expect((await probeBytes(story, 'wps')).text?.words).toBe(28);
  });
});

describe('a damaged or locked .doc is never whole', () => {
  it('cut anywhere', async () => {
    for (let index = 0; index < 30; index++) {
      const length = Math.floor((story.length * index) / 30);
      expect(causeOf(await probeBytes(story.subarray(0, length), 'doc')), `cut at ${String(length)}`).toMatch(
        /^broken/,
      );
    }
  });

  it('ended in zeros, or with a hole in its text', async () => {
    for (const part of [0.05, 0.3, 0.6]) {
      const hollow = changed((bytes) => bytes.fill(0, Math.floor(bytes.length * part)));
      expect(causeOf(await probeBytes(hollow, 'doc')), String(part)).toMatch(/^broken/);
    }
    const text = story.indexOf(Buffer.from('战疫故事', 'utf16le'));
    expect(
      causeOf(
        await probeBytes(
          changed((bytes) => bytes.fill(0, text, text + 60)),
          'doc',
        ),
      ),
    ).toBe('broken hollow');
  });

  it('a length that is no multiple of 512 is fine as long as no data is missing', async () => {
    const padded = Buffer.concat([story, Buffer.alloc(100)]);
    expect(causeOf(await probeBytes(padded, 'doc'))).toBe('whole');
  });

  it('locked with a password', async () => {
    const locked = changed((bytes) => {
      const flags = mainStreamAt(bytes) + 11;
      bytes.writeUInt8(bytes.readUInt8(flags) | 1, flags);
    });
    expect(causeOf(await probeBytes(locked, 'doc'))).toBe('broken password');
    expect(causeOf(await probeBytes(story, 'encrypted-office'))).toBe('broken password');
  });

  it('without its text, older than Word 97, or no compound file at all', async () => {
    const renamed = changed((bytes) => bytes.write('X', directoryEntryAt(bytes, 'WordDocument'), 'utf16le'));
    expect(causeOf(await probeBytes(renamed, 'doc'))).toBe('broken nothing-inside');
    const older = changed((bytes) => bytes.writeUInt16LE(0xa5dc, mainStreamAt(bytes)));
    expect(causeOf(await probeBytes(older, 'doc'))).toBe('unknown no-prober');
    expect(causeOf(await probeBytes(Buffer.alloc(2_000, 'x'), 'doc'))).toBe('broken corrupt');
  });

  it('chains of sectors that loop end at once', async () => {
    // Processor time: other tests run at the same time.
    const start = process.cpuUsage();
    const table = 512 * (story.readUInt32LE(76) + 1);
    const looping = changed((bytes) => {
      for (let at = table; at < table + 512; at += 4) bytes.writeUInt32LE((at - table) / 4, at);
    });
    expect(causeOf(await probeBytes(looping, 'doc'))).toBe('broken corrupt');
    const huge = changed((bytes) =>
      bytes.writeUInt32LE(0xfffff000, directoryEntryAt(bytes, 'WordDocument') + 120),
    );
    expect(causeOf(await probeBytes(huge, 'doc'))).toBe('broken corrupt');
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2_000);
  });

  it('no byte, whatever its value, makes the probe throw', async () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let round = 0; round < 150; round++) {
      const wrong = changed((bytes) => {
        for (let count = 0; count < 8; count++) bytes.writeUInt8(random(256), random(bytes.length));
      });
      expect(['whole', 'broken', 'unknown']).toContain((await probeBytes(wrong, 'doc')).integrity.state);
    }
  });
});
