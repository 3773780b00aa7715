import { describe, expect, test } from 'vitest';
import { isItemInfo, ITEM_INFO_LIMIT } from '../../src/materials/item-info.ts';
import { parseItemInfo } from '../../src/materials/parse-item-info.ts';

const PATH = '战疫故事汇/甲/作品信息.yaml';
const parse = (text: string | Uint8Array) => parseItemInfo(Buffer.from(text), PATH);
const fields = (text: string) => {
  const info = parse(text);
  return 'fields' in info ? info.fields : info;
};

describe('a person’s word about a work is read', () => {
  test('in Chinese, with several people and words in one line', () => {
    expect(
      fields(
        '标题: 逆行者\n作者: 张三、李四，王五\n主讲人: 赵六\n主题: 初心\n关键词: [抗疫, 担当]\n内容简介: 一\n计划提交时间: 2020-06-15\n',
      ),
    ).toEqual({
      title: '逆行者',
      authors: ['张三', '李四', '王五'],
      presenter: '赵六',
      topic: '初心',
      keywords: ['抗疫', '担当'],
      summary: '一',
      planned: '2020-06-15',
    });
  });

  test.each(['标题', '题目', '作品名称', 'title', 'Title', '标 题'])('the title under the key %s', (key) => {
    expect(fields(`${key}: 甲`)).toEqual({ title: '甲' });
  });

  test.each([
    ['计划报送时间: 6.10', { planned: '6.10' }],
    ['planned: 2020', { planned: '2020' }],
    ['标题: 007 # 代号', { title: '007' }],
    ['关键词: [1.0, 战疫]', { keywords: ['1.0', '战疫'] }],
    ['关键词:\n  - 1.50\n  - 战疫', { keywords: ['1.50', '战疫'] }],
    ['标题: true', { title: 'true' }],
    ['\uFEFF题目: 3.50', { title: '3.50' }],
  ])('numbers and dates as they were written: %j', (text, expected) => {
    expect(fields(text)).toEqual(expected);
  });

  test('also in the encoding that old Windows editors write', () => {
    const gbk = Buffer.from([0x74, 0x69, 0x74, 0x6c, 0x65, 0x3a, 0x20, 0xb9, 0xca, 0xca, 0xc2]);
    expect(parse(gbk)).toEqual({ path: PATH, fields: { title: '故事' } });
  });

  test('keys for forms yet to come are allowed, empty ones say nothing', () => {
    expect(fields('联系人: 甲\n评委:\n  - 名: x\n标题:\n关键词: []\n作者: ""\n')).toEqual({});
    expect(fields('# 请填写\n')).toEqual({});
  });
});

describe('a mistake is named with its line, column and key', () => {
  test.each([
    ['标题: 甲\n作者：乙\n', { line: 2, column: 3, key: '作者' }],
    ['标题:甲', { line: 1, column: 3, key: '标题' }],
    ['标题: 甲\n简介:\n  一: 二\n', { line: 2, column: 1, key: '简介' }],
    ['关键词: [甲, {乙: 丙}]', { line: 1, column: 1, key: '关键词' }],
    ['标题: 甲\ntitle: 乙\n', { line: 2, column: 1, key: 'title' }],
    ['标题: "甲\n', { line: 2, column: 1 }],
    ['- 甲\n- 乙\n', { line: 1, column: 1 }],
  ])('%j', (text, expected) => {
    expect(parse(text)).toMatchObject({
      path: PATH,
      ...expected,
      problem: expect.stringMatching(/[一-龥]/) as string,
    });
  });

  test('a file beyond all measure is not read', () => {
    expect(parse(Buffer.alloc(ITEM_INFO_LIMIT + 1, 0x20))).toMatchObject({
      problem: '文件过大，不能超过 256 KiB',
    });
    expect(parse(Buffer.alloc(ITEM_INFO_LIMIT, 0x20))).toMatchObject({ fields: {} });
  });
});

test('both extensions and both Unicode spellings are found, other names are not', () => {
  expect(['作品信息.yaml', '甲/作品信息.yml', '作品信息.YAML'].every(isItemInfo)).toBe(true);
  expect(['作品信息.docx', '我的作品信息.yaml', '作品信息.yaml/1.jpg'].some(isItemInfo)).toBe(false);
});

describe('captions of photos', () => {
  test('are read by file name; a single text stays what it was', () => {
    expect(parse('图片说明:\n  图1.jpg: 合影\n  图2: 2020\n')).toMatchObject({
      captions: { '图1.jpg': '合影', 图2: '2020' },
    });
    expect(parse('图片说明: 都是合影')).toMatchObject({ others: { 图片说明: '都是合影' } });
    expect(parse('图片说明:\n  图1.jpg: [a]\n')).toMatchObject({ line: 2, key: '图1.jpg' });
  });
});
