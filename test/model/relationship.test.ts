import { expect, it } from 'vitest';
import { resolvePart } from '../../src/model/relationship.ts';

it.each([
  ['xl/', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
  ['xl/worksheets/', '../drawings/drawing1.xml', 'xl/drawings/drawing1.xml'],
  ['xl/', '/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
  ['xl/', 'worksheets/%E6%B1%87%E6%80%BB%20%E8%A1%A8.xml', 'xl/worksheets/汇总 表.xml'],
  ['word\\', 'media\\image1.png', 'word/media/image1.png'],
  ['', '100%.xml', '100%.xml'],
])('a part is found wherever %s says it is: %s', (folder, target, part) => {
  expect(resolvePart(folder, target)).toBe(part);
});
