import { describe, expect, it } from 'vitest';
import type { Format } from '../../../src/model/format.ts';
import { probeSubtitles } from '../../../src/probe/subtitles/probe-subtitles.ts';
import { FileError } from '../../../src/system/system.ts';

function probe(content: string | Uint8Array, format: Format = 'srt') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return probeSubtitles('/课.srt', format, { readWhole: () => Promise.resolve(bytes) });
}

const srt = [
  '1',
  '00:00:01,000 --> 00:00:03,500',
  '同志们好',
  '',
  '2',
  '00:00:04,000 --> 00:00:06,000',
  '今天讲',
  '第一课',
  '',
].join('\r\n');

describe('SubRip', () => {
  it('gives the times a secretary would see on screen', async () => {
    expect(await probe(srt)).toEqual({
      integrity: { state: 'whole' },
      subtitles: { encoding: 'utf-8', cues: 2, first: 1, last: 6, shown: 4.5, overlaps: 0, malformed: 0 },
    });
  });

  it('is read as Chinese editors save it', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(srt, 'utf16le')]);
    expect((await probe(utf16)).subtitles).toMatchObject({ encoding: 'utf-16le', cues: 2 });
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(srt)]);
    expect((await probe(marked)).subtitles).toMatchObject({ encoding: 'utf-8', cues: 2 });
    const times = Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n');
    const gbk = Buffer.concat([times, Buffer.from([0xb5, 0xb3, 0xd4, 0xb1])]);
    expect((await probe(gbk)).subtitles).toMatchObject({ encoding: 'gb18030', cues: 1 });
  });

  it('is read with the slips people make', async () => {
    const slips =
      '00:00:01.5 --> 00:00:02,000 X1:10\n一\n\n0:00:03，250-->0:00:04，0\n二\n\n01:05 --> 01:06\n三';
    expect((await probe(slips)).subtitles).toMatchObject({ cues: 3, first: 1.5, last: 66, malformed: 0 });
  });

  it('with cues that run backwards, are empty or unreadable is not counted as full', async () => {
    const bad = '00:00:05,000 --> 00:00:04,000\n一\n\n00:00:06,000 --> 00:00:07,000\n\n00:xx --> 00:01\n三\n';
    expect(await probe(bad)).toMatchObject({
      integrity: { state: 'broken', cause: { kind: 'nothing-inside' } },
      subtitles: { cues: 0, malformed: 3, shown: 0 },
    });
  });

  it('counts overlaps once, and two languages at the same time as none', async () => {
    const cue = (from: string, to: string) => `00:00:${from},000 --> 00:00:${to},000\n文\n\n`;
    const text = cue('01', '04') + cue('01', '04') + cue('03', '06') + cue('10', '12');
    expect((await probe(text)).subtitles).toMatchObject({ cues: 4, overlaps: 1, shown: 7, last: 12 });
  });
});

describe('WebVTT', () => {
  it('is read without its notes and styles', async () => {
    const vtt =
      'WEBVTT\n\nNOTE a --> b is not a time\n\nSTYLE\n::cue {}\n\nid\n00:01.000 --> 00:02.000 line:0\n你好\n';
    expect((await probe(vtt, 'vtt')).subtitles).toMatchObject({ cues: 1, first: 1, last: 2 });
  });
});

describe('ASS', () => {
  const head = '[Script Info]\nTitle: Dialogue: 0\n\n[Events]\nFormat: Layer, Start, End, Style, Text\n';

  it('is read by its own list of fields, commas in the text included', async () => {
    const text = `${head}Dialogue: 0,0:00:01.50,0:00:03.00,Default,{\\b1}好，a,b\nComment: 0,0:01:00.00,0:02:00.00,D,x\n`;
    expect((await probe(text, 'ass')).subtitles).toMatchObject({
      cues: 1,
      first: 1.5,
      last: 3,
      malformed: 0,
    });
  });

  it('that shows nothing has no cues', async () => {
    const text = `${head}Dialogue: 0,0:00:01.50,0:00:03.00,Default,{\\pos(1,2)}\n`;
    expect((await probe(text, 'ass')).integrity).toMatchObject({ state: 'broken' });
  });

  it('made to waste time does not', async () => {
    // Processor time: other tests run at the same time.
    const started = process.cpuUsage();
    const fields = `[Events]\nFormat: ${'x,'.repeat(100_000)}\n`;
    await probe(
      fields + `Dialogue: ${'{'.repeat(500_000)}\n`.repeat(4) + 'Dialogue: 0\n'.repeat(50_000),
      'ass',
    );
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
  });
});

describe('what cannot be read', () => {
  it('half copied, or without text, is broken', async () => {
    expect((await probe(`${srt}\0\0\0\0`)).integrity).toMatchObject({ cause: { kind: 'hollow' } });
    expect((await probe('')).integrity).toMatchObject({ cause: { kind: 'nothing-inside' } });
    expect((await probe(Uint8Array.of(0x31, 0xff, 0xff, 0x31))).integrity).toMatchObject({ state: 'broken' });
  });

  it.each([
    ['too-large', { kind: 'too-large', what: 'file' }],
    ['denied', { kind: 'unreadable' }],
  ] as const)('(%s) is unknown, not broken', async (kind, cause) => {
    const files = { readWhole: () => Promise.reject(new FileError(kind, '/课.srt')) };
    expect(await probeSubtitles('/课.srt', 'srt', files)).toMatchObject({
      integrity: { state: 'unknown', cause },
    });
  });
});
