import { describe, expect, it } from 'vitest';
import { parseItemInfo } from '../../src/materials/parse-item-info.ts';
import { parseLinks } from '../../src/materials/parse-links.ts';

describe('a link to a net disk is not lost in how a person writes it', () => {
  it.each([
    [
      '链接: https://pan.baidu.com/s/1AbC?pwd=x1y2 提取码: x1y2',
      'https://pan.baidu.com/s/1AbC?pwd=x1y2',
      'x1y2',
    ],
    [
      '通过网盘分享的文件：课.mp4 链接:https://pan.baidu.com/s/1AbC 提取码:9d8e',
      'https://pan.baidu.com/s/1AbC',
      '9d8e',
    ],
    ['https://cloud.example.edu.cn/link/77（访问码：Zx81）', 'https://cloud.example.edu.cn/link/77', 'Zx81'],
    ['https://pan.baidu.com/s/1AbC?pwd=k3k4', 'https://pan.baidu.com/s/1AbC?pwd=k3k4', 'k3k4'],
    ['https://share.example.com/f/1', 'https://share.example.com/f/1', undefined],
  ])('pasted: %s', (text, url, code) => {
    expect(parseLinks(text)).toEqual([{ url, ...(code !== undefined && { code }) }]);
  });

  it('written out, one entry a file', () => {
    expect(
      parseLinks([{ 文件: '课.mp4', 网址: 'https://a.example/1', 提取码: 1234, 有效期: '2020-08-01' }]),
    ).toEqual([{ file: '课.mp4', url: 'https://a.example/1', code: '1234', expires: '2020-08-01' }]);
  });

  it('an entry without a web address is told, not dropped', () => {
    const problem = parseItemInfo(Buffer.from('标题: 星火\n网盘链接: 见群文件\n'), '作品信息.yaml');
    expect(problem).toMatchObject({ line: 2, key: '网盘链接' });
  });

  it('stands beside the fields, and is no field of a form', () => {
    const info = parseItemInfo(Buffer.from('标题: 星火\n链接: https://a.example/1\n'), '作品信息.yaml');
    expect(info).toEqual({
      path: '作品信息.yaml',
      fields: { title: '星火' },
      links: [{ url: 'https://a.example/1' }],
    });
  });
});
