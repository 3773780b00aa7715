import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/model/format.ts';
import { sniffer } from './sniffer.ts';

const { sniff } = sniffer();
const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SRT = '1\r\n00:00:01,000 --> 00:00:03,000\r\n同志们好\r\n\r\n';

describe('a file of characters is called by what it says', () => {
  const gbk = Buffer.concat([
    Buffer.from('1\r\n00:00:01,000 --> 00:00:03,000\r\n'),
    Buffer.from([0xb9, 0xca, 0xca, 0xc2]),
  ]);
  const cases: readonly [string, string, string | Buffer, Format][] = [
    ['SRT', 'a.txt', SRT, 'srt'],
    ['SRT in UTF-16', 'a.srt', Buffer.from(`\uFEFF${SRT}`, 'utf16le'), 'srt'],
    ['SRT in GB18030', 'a.srt', gbk, 'srt'],
    ['SRT without numbers', 'a.srt', '\n00:01:02.500 --> 00:01:03.500\nx', 'srt'],
    ['ASS', 'a.ass', '\uFEFF; made by x\n[Script Info]\nTitle: x', 'ass'],
    ['WebVTT', 'a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nx', 'vtt'],
    ['a play list under a film name', 'a.mp4', '#EXTM3U\n/etc/passwd', 'playlist'],
    ['a concat script', 'a.mp4', 'ffconcat version 1.0\nfile x', 'playlist'],
    ['DASH', 'a.mp4', `${xml}<MPD xmlns="x">`, 'playlist'],
    ['Windows internet shortcut', 'a.url', '[InternetShortcut]\r\nURL=http://x', 'shortcut'],
    ['YAML', '作品信息.yaml', '标题: 逆行者', 'yaml'],
    ['plain text in GB18030', 'a.txt', Buffer.from([0xb9, 0xca, 0xca, 0xc2]), 'text'],
    ['prose whose fifth letter begins a box name', 'a.txt', 'the free software', 'text'],
    ['prose that begins with MZ', 'a.txt', 'MZ 是缩写', 'text'],
    ['binary', 'a.txt', Buffer.from([1, 2, 3, 0, 0xff]), 'unknown'],
  ];
  test.each(cases)('%s', async (_, name, bytes, format) => {
    expect(await sniff(bytes, name)).toBe(format);
  });

  test('a long text is text wherever its first 64 KiB end, also within a character', async () => {
    for (const shift of ['', 'a', 'ab']) {
      expect(await sniff(shift + '字'.repeat(30_000), 'a.txt')).toBe('text');
    }
  });
});

test('a text made to stall a pattern match costs nothing', async () => {
  // Processor time: other tests run at the same time.
  const from = process.cpuUsage();
  for (const words of [
    '; ',
    '<?mso-application ',
    '<!-- ',
    '<!DOCTYPE ',
    '1\n',
    'MIME-Version: ',
    '\xff\xfb',
  ]) {
    await sniff(words.repeat(Math.floor(60_000 / words.length)), 'a.txt');
  }
  expect(process.cpuUsage(from).user / 1000).toBeLessThan(5000);
});
