import fc from 'fast-check';
import { expect, it } from 'vitest';
import { showDetail, showName, visible } from '../../src/report/show-name.ts';

it.each([
  ['an escape that would clear the screen', 'a\u001b[2Jb.mp4', 'a\\x1b[2Jb.mp4'],
  ['the one-byte form of it', 'a\u009b2Jb.mp4', 'a\\x9b2Jb.mp4'],
  ['a line end', 'a\nb\r.mp4', 'a\\nb\\r.mp4'],
  ['a name that reads backwards', '课\u202e4pm.exe', '课\\u{202e}4pm.exe'],
  ['bidi isolates', '\u2066课\u2069', '\\u{2066}课\\u{2069}'],
  ['letters of no width', '推\u200b荐\ufeff表', '推\\u{200b}荐\\u{feff}表'],
  ['half a character', 'a\ud800.jpg', 'a\\u{d800}.jpg'],
  ['spaces at the edges of a name', ' 课/ 微课 .mp4 ', '␠课/␠微课 .mp4␠'],
  ['marks piled up over other lines', `z${'\u0301'.repeat(6)}`, `z${'\u0301'.repeat(4)}\\u{301}\\u{301}`],
])('a user sees what is really in the name: %s', (_, name, shown) => {
  expect(showName(name)).toBe(shown);
});

it.each([
  '战疫故事汇/逆行者的二十四小时.docx',
  'résumé.jpg'.normalize('NFD'),
  '👨‍👩‍👧全家福👍🏽.jpg',
  '❤️.jpg',
  '张三　李四.jpg',
])('an ordinary name is shown as it is: %s', (name) => {
  expect(showName(name)).toBe(name);
});

it('no text whatever reaches the terminal as a command', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(visible(text)).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069]/u,
      );
      expect(visible(visible(text))).toBe(visible(text));
    }),
  );
});

it('a tool’s long complaint becomes one short line', () => {
  const shown = showDetail(`moov atom not found\n\tat ${'x'.repeat(200)}`);
  expect(shown).toMatch(/^moov atom not found at x+…$/);
  expect(Array.from(shown)).toHaveLength(80);
});
