import { expect, it } from 'vitest';
import type { Code } from '../../src/model/check.ts';
import { LANGUAGES } from '../../src/model/report.ts';
import { catalogueIn } from '../../src/report/catalogue-in.ts';
import { CODES } from '../../src/report/codes.ts';

const TOOLS = {
  jianying: /剪映|CapCut/,
  factory: /格式工厂|Format Factory/,
  phone: /手机|phone/i,
  office: /Word|WPS/,
  command: /ffmpeg -i|ffmpeg -ss/,
} as const;
type Tool = keyof typeof TOOLS;

/** With what each can be mended at all; an index is put in front by a command only, sound is no matter of a converter. */
const wanted: Readonly<Partial<Record<Code, readonly Tool[]>>> = {
  'file.format': ['jianying', 'factory', 'phone', 'office', 'command'],
  'file.size': ['jianying', 'factory', 'office', 'command'],
  'file.size-min': ['phone'],
  'file.readable': ['jianying', 'phone', 'office'],
  'video.container': ['jianying', 'factory', 'command'],
  'video.codec': ['jianying', 'factory', 'phone', 'command'],
  'video.profile': ['jianying', 'command'],
  'video.resolution': ['jianying', 'factory', 'phone', 'command'],
  'video.duration': ['jianying', 'phone', 'command'],
  'video.subtitles': ['jianying', 'command'],
  'video.audio': ['jianying', 'phone', 'command'],
  'video.pixel-format': ['jianying', 'phone', 'command'],
  'video.scan': ['jianying', 'phone', 'command'],
  'video.fps': ['jianying', 'factory', 'phone', 'command'],
  'video.bitrate': ['jianying', 'factory', 'command'],
  'video.aspect': ['jianying', 'phone', 'command'],
  'video.orientation': ['jianying', 'phone', 'command'],
  'video.faststart': ['command'],
  'sound.codec': ['factory', 'command'],
  'sound.sample-rate': ['factory', 'command'],
  'sound.channels': ['factory', 'command'],
  'video.picture': ['jianying', 'command'],
  'video.bars': ['jianying', 'factory', 'phone', 'command'],
  'video.clipping': ['jianying', 'phone', 'command'],
  'video.level': ['jianying', 'factory', 'command'],
  'photo.pixels': ['phone'],
  'photo.aspect': ['phone'],
  'photo.orientation': ['phone'],
  // A mark in the file; nothing on a phone changes it.
  'photo.dpi': [],
  'photo.print-size': [],
  'photo.color': ['phone', 'command'],
  // Written beside the photo, on a computer.
  'photo.caption': [],
  'photo.original': ['phone'],
  'photo.count': ['phone', 'office'],
  'scan.pages': ['phone', 'office'],
  'scan.encrypted': ['office'],
  'scan.seal': ['phone', 'office'],
  'text.words': ['office'],
  'text.lines': ['office'],
  'text.images': ['phone', 'office'],
  'text.contact': ['office'],
  'text.layout': ['office'],
  'text.sections': ['office'],
  'text.title': ['office'],
  'text.figures': ['office'],
  'text.byline': ['office'],
  'text.signature': ['office'],
  'text.anonymous': ['office'],
  'form.missing': ['phone', 'office'],
  'form.fields': ['office'],
  'form.facts': ['office'],
  'form.values': ['office'],
};

const cases = LANGUAGES.flatMap((language) => CODES.map((code) => [code, language] as const));

it.each(cases)('whoever has only this at hand learns how to mend %s (%s)', (code, language) => {
  const mend = catalogueIn(language)[code].explain.mend.join('\n');
  const tools = wanted[code] ?? (/^(?:video|photo|scan|text|form)\./.test(code) ? undefined : []);
  if (!tools) throw new Error(`test/report/mending.test.ts does not know ${code}`);
  expect(tools.filter((tool) => !TOOLS[tool].test(mend))).toEqual([]);
});
