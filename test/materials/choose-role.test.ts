import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/model/format.ts';
import { arrange } from './sample-notice.ts';

describe('a file is judged in the role it is meant for', () => {
  const cases: readonly [string, Role, string?][] = [
    ['课.mp4', 'video'],
    ['课.docx=mov', 'video'],
    ['课.mp4=playlist', 'video'],
    ['课.mp4=text', 'video'],
    ['课.mp4=unknown', 'video'],
    ['录音.mp3', 'audio'],
    ['课.srt', 'subtitles'],
    ['课.srt=text', 'subtitles'],
    ['课件.pptx', 'slides'],
    ['故事.docx', 'text'],
    ['故事.docx=word2003xml', 'text'],
    ['故事.docx=zip', 'text'],
    ['故事.doc=html', 'text'],
    ['故事.docx=encrypted-office', 'text'],
    ['课件.pptx=encrypted-office', 'slides'],
    ['故事.txt', 'text'],
    ['推荐表.docx', 'form', 'story-form'],
    ['附件2.doc', 'form', 'library-form'],
    ['附件21.doc', 'text'],
    ['“教育素材库”推荐表.docx', 'form', 'library-form'],
    ['汇总表.xlsx', 'form', 'story-form'],
    ['项目申报书.docx', 'form', 'story-form'],
    ['讲课人信息表.docx', 'form', 'story-form'],
    ['报送统计表.xlsx', 'form', 'story-form'],
    ['名单.xlsx', 'other'],
    ['推荐表（盖章）.pdf', 'scan', 'story-form'],
    ['证书.pdf', 'scan'],
    ['合影.jpg', 'photo'],
    ['合影.jpg=png', 'photo'],
    ['附件1 合影.jpg', 'photo'],
    ['推荐表.jpg', 'scan', 'story-form'],
    ['扫描件/1.jpg', 'scan'],
    ['照片.zip', 'other'],
    ['课.lnk=shortcut', 'other'],
    ['数据.xyz', 'other'],
    ['海报.ai', 'other'],
    ['海报.ai=pdf', 'other'],
    ['标志.cdr', 'other'],
    ['标志.svg', 'other'],
    ['推荐表扫描/1.nef=raw', 'photo'],
    ['1.raf=unknown', 'photo'],
  ];
  test.each(cases)('%s is %s', (words, role, expected) => {
    const [part] = arrange([`战疫故事汇/甲/${words}`]).items[0]?.parts ?? [];
    expect([part?.role, part?.form]).toEqual([role, expected]);
  });

  test('a category’s name with 推荐表 in it does not turn its photos into scans', () => {
    const [item] = arrange(['战疫故事汇推荐表及材料/1.jpg']).items;
    expect(item?.parts[0]?.role).toBe('photo');
  });
});
