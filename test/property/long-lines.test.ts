import { expect, it } from 'vitest';
import { lookAt, type Target } from './fuzz/targets.ts';

/** What makes careless patterns go over the same letters again and again. */
const UNITS = [
  ...[
    '1',
    '0',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '-',
    '-->',
    '00:',
    ':',
    ',',
    '(',
    '（',
    '联系人',
    '电话：',
    '联系人：',
    '@',
    'a.',
    'a@',
  ],
  ...[
    '{',
    '\\',
    '{\\',
    '[',
    'Dialogue: ',
    'Format: ',
    '<',
    '<a ',
    '&',
    '<w:p>',
    'WEBVTT\n',
    '1\n',
    '0:0:0,0 --> ',
    '一',
    '1 1 ',
    '13',
  ],
];
const LENGTH = process.env['LONG'] === undefined ? 200_000 : 4_000_000;
/** CPU milliseconds; a page takes one. */
const MOST_MS = process.env['LONG'] === undefined ? 4000 : 20_000;

const HEADS: Readonly<Partial<Record<Target, string>>> = {
  text: '',
  srt: '1\n00:00:01,000 --> 00:00:02,000\n',
  ass: '[Events]\nFormat: Start, End, Text\nDialogue: ',
  vtt: 'WEBVTT\n\n',
  word2003xml:
    '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>',
  pdf: '%PDF-1.7\n',
};

it.each(Object.entries(HEADS) as [Target, string][])(
  'a %s of one letter over and over is read in one go',
  { timeout: 600_000 },
  async (target, head) => {
    const slow: string[] = [];
    for (const unit of UNITS) {
      const bytes = Buffer.from(head + unit.repeat(Math.ceil(LENGTH / unit.length)));
      const before = process.cpuUsage();
      await lookAt(target, bytes);
      const { user, system } = process.cpuUsage(before);
      const milliseconds = (user + system) / 1000;
      if (milliseconds > MOST_MS) slow.push(`${JSON.stringify(unit)}: ${Math.round(milliseconds)} ms`);
    }
    expect(slow).toEqual([]);
  },
);
