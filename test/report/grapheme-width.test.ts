import { expect, it } from 'vitest';
import { graphemeWidth } from '../../src/report/terminal/grapheme-width.ts';
import { displayWidth } from '../../src/report/terminal/wrap-text.ts';

it('a sign whose width is told without the table would be told another one with it, and lines run over the edge', () => {
  const wrong: string[] = [];
  for (let code = 0x20; code <= 0xffff; code++) {
    const sign = String.fromCharCode(code);
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    if (!surrogate && displayWidth(sign) !== graphemeWidth(sign)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
