import { expect, test } from 'vitest';
import { trueExtension } from '../../src/bundle/true-extension.ts';
import type { Format } from '../../src/model/format.ts';

const cases: readonly [Format, string, string, string][] = [
  ['ai', '海报.ai', '.ai', 'a source file stays one'],
  ['ai', '海报.AIT', '.ait', 'a template stays one'],
  ['pdf', '海报.ai', '.ai', 'a PDF that may be Illustrator’s is not renamed'],
  ['pdf', '推荐表.docx', '.pdf', 'a PDF under Word’s name is'],
  ['eps', '标志.ai', '.ai', 'so may an EPS be'],
  ['eps', '标志.epsf', '.epsf', 'usual as well'],
  ['cdr', '标志.zip', '.cdr', 'CorelDRAW’s own, whatever it was called'],
  ['svg', '标志.xml', '.svg', 'the same'],
  ['raw', 'DSC_0001.NEF', '.nef', 'a camera’s extension tells which camera'],
  ['raw', 'DSC_0001.jpg', '.raw', 'which camera is not known, but it is no JPG'],
  ['psd', '海报.psb', '.psb', 'a large Photoshop file opens under that name only'],
];
test.each(cases)('%s called %s is packed as %s: %s', (format, path, extension) => {
  expect(trueExtension(format, path)).toBe(extension);
});
