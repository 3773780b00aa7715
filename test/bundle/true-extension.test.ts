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
  ['zip', '界面.sketch', '.sketch', 'Sketch keeps its files as ZIP'],
  ['zip', '界面.XD', '.xd', 'so does Adobe XD'],
  ['zip', '界面.fig', '.fig', 'and Figma'],
  ['zip', '模型.3mf', '.3mf', 'and what is printed in three dimensions'],
  ['gz', '短片.prproj', '.prproj', 'Premiere keeps its projects as gzip'],
  ['xml', '流程图.drawio', '.drawio', 'draw.io as XML'],
  ['text', '小车.ino', '.ino', 'a program is text under a name of its own'],
  ['unknown', '片头.aep', '.aep', 'After Effects has bytes of its own'],
  ['zip', '照片.jpg', '.zip', 'a ZIP is no photo, whatever it is called'],
  ['zip', '推荐表.docx', '.zip', 'and no Word file'],
  ['zip', '海报.psd', '.zip', 'and no Photoshop file'],
  ['gz', '短片.mp4', '.gz', 'a gzip is no film'],
  ['text', '故事.doc', '.txt', 'text is no Word file'],
  ['zip', '方案.v2', '.zip', 'a version is no name of a kind'],
  ['zip', '总结.2020', '.zip', 'nor is a year'],
  ['zip', '全部材料', '.zip', 'without a name of a kind it bears its own'],
  ['docm', '推荐表.docm', '.docm', 'with macros Word opens it under that name only'],
  ['docm', '推荐表.dotm', '.dotm', 'as with a template'],
  ['xlsx', '汇总表.xlsm', '.xlsm', 'so does Excel'],
  ['pptx', '课件.ppsx', '.ppsx', 'a show stays one'],
  ['xlsx', '汇总表.docx', '.xlsx', 'a sheet is no Word file'],
  ['encrypted-office', '汇总表.xlsm', '.xlsm', 'a lock leaves the kind open'],
  ['jpg', '合影.JPEG', '.jpg', 'photos go by the name that every office takes'],
];
test.each(cases)('%s called %s is packed as %s: %s', (format, path, extension) => {
  expect(trueExtension(format, path)).toBe(extension);
});
