import { expect, it } from 'vitest';
import { ffmpegCommand } from '../../src/report/ffmpeg-command.ts';

const repack = { options: '-c copy', suffix: '转换', extension: 'mp4' };

it.each([
  ['微课/课 (1).mov', 'ffmpeg -i "课 (1).mov" -c copy "课 (1)-转换.mp4"'],
  ["it's.mov", 'ffmpeg -i "it\'s.mov" -c copy "it\'s-转换.mp4"'],
  ['课', 'ffmpeg -i "课" -c copy "课-转换.mp4"'],
  ['.mov', 'ffmpeg -i ".mov" -c copy ".mov-转换.mp4"'],
  [undefined, 'ffmpeg -i "原文件.mp4" -c copy "原文件-转换.mp4"'],
])('the command can be copied as it stands: %s', (path, command) => {
  expect(ffmpegCommand(path, repack, 'zh')).toBe(command);
});

it.each([
  'a"; rm -rf ~ #.mov',
  '$(reboot).mov',
  '`reboot`.mov',
  '%PATH%.mov',
  'a\\b.mov',
  'history!!.mov',
  '微课“一”.mov',
  '-y.mov',
  'http:evil.mov',
  'concat:a|b.mov',
  'a\nb.mov',
  'a\u001b[2J.mov',
  'a\u202eb.mov',
  ' a.mov',
  'a.mov ',
  'frame%03d.jpg',
  `${'长'.repeat(200)}.mov`,
])('a name that a shell or ffmpeg would obey never stands in a command: %j', (name) => {
  expect(ffmpegCommand(name, repack, 'zh')).toBe('ffmpeg -i "原文件.mp4" -c copy "原文件-转换.mp4"');
  expect(ffmpegCommand(name, repack, 'en')).toBe('ffmpeg -i "original.mp4" -c copy "original-转换.mp4"');
});

it('the source is never the target', () => {
  for (const name of ['课.mp4', '课-转换.mp4']) {
    const [, source, target] = /-i "([^"]+)".* "([^"]+)"$/.exec(ffmpegCommand(name, repack, 'zh')) ?? [];
    expect(target).not.toBe(source);
  }
});
