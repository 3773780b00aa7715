import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/model/count-words.ts';

const cases: readonly (readonly [text: string, words: number, why: string])[] = [
  ['', 0, 'nothing'],
  [' \t\n\u3000\u00a0', 0, 'spaces only'],
  ['战疫故事汇', 5, 'each character'],
  ['你好，世界。', 6, 'full-width marks count'],
  ['A、B', 3, 'a full-width mark parts two words'],
  ['《你好》（一）', 7, 'brackets'],
  ['——', 2, 'a Chinese dash is two characters'],
  ['共克时艰——', 6, 'the dash behind Chinese'],
  ['等等……', 4, 'an ellipsis is two characters'],
  ['“你好”', 4, 'curly quotes in Chinese text'],
  ['他说：“OK”', 6, 'a Latin word between Chinese quotes'],
  ['2020年7月15日', 6, 'runs of digits between characters'],
  ['H.264编码', 3, 'a dot inside a Latin run'],
  ['使用 Adobe Photoshop 打开图片', 8, 'Word shows 8'],
  ['使用Adobe Photoshop打开图片', 8, 'the same without blanks'],
  ['你好,世界', 5, 'an ASCII mark between characters is a run of its own'],
  ['hello, world!', 2, 'ASCII marks stick to their word'],
  ['don’t “panic” — now…', 4, 'quotes and dashes in a Latin line'],
  ['他说don’t', 3, 'an apostrophe inside a Latin word'],
  ['1920x1080像素', 3, 'letters and digits together'],
  ['user@example.com', 1, 'an address'],
  ['ＡＢＣ１２', 5, 'full-width letters and digits count each'],
  ['①②③条', 4, 'circled numbers beside Chinese'],
  ['□国家级 □省级', 7, 'boxes to tick'],
  ['한국어 문서', 2, 'a Korean word counts 1'],
  ['한국어abc', 2, 'Korean and Latin are two words'],
  ['ひらがなカタカナ', 8, 'kana'],
  ['加油😀😀', 3, 'emoji are no Chinese characters'],
  ['𠮷野家', 3, 'a character beyond the basic plane'],
  ['零\u200b宽\ufeff度', 3, 'characters of no width are not there'],
  ['co\u00adoperate', 1, 'a soft hyphen parts no word'],
  ['a\tb\nc', 3, 'tab and newline part words'],
  ['第一行\r\n第二行', 6, 'Windows newlines'],
];

describe('字数 as Word counts it, or a story of 300 字 is refused for nothing', () => {
  it.each(cases)('%j counts %i (%s)', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
  it('takes time in proportion to the text', () => {
    // Processor time: other tests run at the same time.
    const start = process.cpuUsage();
    expect(countWords('战'.repeat(1_000_000) + 'a'.repeat(1_000_000))).toBe(1_000_001);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(3_000);
  });
});
