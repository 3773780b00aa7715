import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/commands/parse-config.ts';
import { parseItemInfo } from '../../src/materials/parse-item-info.ts';
import { loadNotice } from '../../src/notice/load-notice.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { folderWith, templates } from '../notice/notice-folder.ts';
import { toGbk } from './to-gbk.ts';

const crlf = (text: string) => text.replaceAll('\n', '\r\n');

/** As the editors of Windows save a text: 记事本 of today and of old, and what “ANSI” and “Unicode” mean there. */
const SAVED: readonly (readonly [how: string, save: (text: string) => Buffer])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with lines ended as on Windows', (text) => Buffer.from(crlf(text))],
  ['UTF-8 with a BOM', (text) => Buffer.from(`\ufeff${crlf(text)}`)],
  ['ANSI, which is GBK', (text) => toGbk(crlf(text))],
  ['Unicode, which is UTF-16', (text) => Buffer.from(`\ufeff${crlf(text)}`, 'utf16le')],
  ['lines ended as on old Macs in part', (text) => Buffer.from(text.replace('\n', '\r'))],
];

const CONFIG = 'org: 马克思主义学院党委\ncontact: { name: 王老师 }\ndate: "2020-07-10" # 报送日期\n';
const INFO = '标题: 逆行者的二十四小时\n作者: 李护士、王医生\n简介: |\n  第一行\n  第二行\n';
const NOTICE =
  'title: 我校通知\nyear: 2020\ncategories:\n  story: { name: 战疫故事汇, parts: { text: { min: 1 } } }\n';

describe.each(SAVED)('a file of settings saved as %s', (_, save) => {
  it('says the same of the project', () => {
    expect(parseConfig(save(CONFIG))).toMatchObject({
      kind: 'ok',
      value: { org: '马克思主义学院党委', contact: { name: '王老师' }, date: '2020-07-10' },
    });
  });

  it('says the same of a work', () => {
    expect(parseItemInfo(save(INFO), 'a')).toEqual({
      path: 'a',
      fields: { title: '逆行者的二十四小时', authors: ['李护士', '王医生'], summary: '第一行\n第二行' },
    });
  });

  it('is the same notice', async () => {
    const workingFolder = await folderWith({ 'mine.yaml': '' });
    await writeFile(path.join(workingFolder, 'mine.yaml'), save(NOTICE));
    const notice = await loadNotice('mine.yaml', { files: nodeFiles, templates, workingFolder });
    expect(notice.categories.map(({ name }) => name)).toEqual(['战疫故事汇']);
  });

  it('tells the same line of a mistake', () => {
    const parsed = parseConfig(save('org: 学院\nmail:\n  password: 秘密\n'));
    expect(parsed).toMatchObject({ kind: 'bad', problem: { line: 3, column: 3, key: 'mail.password' } });
  });
});
