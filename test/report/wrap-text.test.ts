import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { displayWidth, padColumns, shortenMiddle, wrapText } from '../../src/report/terminal/wrap-text.ts';

it('a line never begins with a comma, never cuts a word, a number from its unit, or a clause', () => {
  expect(wrapText('共八个汉字好，下一行', 13)).toEqual(['共八个汉字', '好，下一行']);
  expect(wrapText('编码选 H.264 再导出', 10)).toEqual(['编码选', 'H.264 再导', '出']);
  expect(wrapText('还要再等五 12 天', 12)).toEqual(['还要再等五', '12 天']);
  expect(wrapText('要求如此〔moe-2020 提示一〕', 22)).toEqual(['要求如此', '〔moe-2020 提示一〕']);
  expect(wrapText('画面 1920×1080', 12)).toEqual(['画面', '1920×1080']);
});

it('whatever the text, every line fits and nothing is lost', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 80 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 8, max: 60 }), (text, width) => {
      const lines = wrapText(text, width);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
    { examples: [['\u2028', 8]] },
  );
});

it('only plain spaces are taken from the ends of lines: another character is part of what was written', () => {
  for (const kept of ['\u2028', '\u00a0', '\u3000', '\ufeff', '\t', '\n']) {
    expect(wrapText(`${kept} `, 8)).toEqual([kept]);
    expect(wrapText(`共八个汉字${kept}下一行`, 12).join('')).toBe(`共八个汉字${kept}下一行`);
  }
});

it('a long name keeps both ends, the end telling its kind', () => {
  const name = `${'长'.repeat(100)}.jpg`;
  const short = shortenMiddle(name, 40);
  expect(displayWidth(short)).toBeLessThanOrEqual(40);
  expect(short).toMatch(/^长+\.\.\.长+\.jpg$/);
  expect(shortenMiddle('短.jpg', 40)).toBe('短.jpg');
});

it('columns line up under wide characters', () => {
  expect(displayWidth(padColumns('战疫', 8))).toBe(8);
  expect(displayWidth(padColumns('abc', 8))).toBe(8);
});
