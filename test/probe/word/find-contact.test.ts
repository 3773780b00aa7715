import { describe, expect, it } from 'vitest';
import { findContact } from '../../../src/probe/word/find-contact.ts';

const persons: readonly (readonly [text: string, found: boolean, why: string])[] = [
  ['联系人：甲乙丙', true, 'the usual line'],
  ['联 系 人：甲乙', true, 'spaced label'],
  ['联系人:甲乙 13800000000', true, 'ASCII colon'],
  ['联系人（姓名）：甲乙', true, 'bracket behind the label'],
  ['联系人及电话：甲乙，020-80000000', true, 'two labels in one'],
  ['联系人：党委办公室甲乙丙丁', true, 'office in front of the name'],
  ['联系人\t甲乙丙\t联系电话\t13800000000\t\n', true, 'table cells'],
  ['（联系人甲乙，电话：13800000000）', true, 'run together in brackets'],
  ['联系方式：甲乙 13800000000', true, 'name behind 联系方式'],
  ['作者联系方式：13800000000', true, 'the by-line names the author'],
  ['联系人 甲乙电话13800000000', true, 'no colon at all'],
  ['联系人：', false, 'left blank'],
  ['联系人：________', false, 'underscores to fill in'],
  ['联系人：×××', false, 'stand-in'],
  ['联系人：XXX', false, 'stand-in'],
  ['联系人：某某', false, 'stand-in'],
  ['联系人：    联系电话：', false, 'two blank labels'],
  ['联系人：电话：13800000000', false, 'name left out'],
  ['联系人\t\t联系电话\t13800000000\t\n', false, 'empty cell'],
  ['联系人\t\t\n单位\t学院\t\n', false, 'empty cell at the end of a row'],
  ['联系人\t联系电话\t\n', false, 'heading row without rows'],
  ['联系方式：13800000000', false, 'a number names nobody'],
  ['负责人及联系方式\t申请人姓名及身份证号码\t', false, 'labels of a form'],
  ['请各单位确定一名联系人，并于下周报送', false, 'prose'],
  ['联系人应当认真负责。', false, 'prose'],
  ['', false, 'nothing'],
];

const phones: readonly (readonly [text: string, found: boolean, why: string])[] = [
  ['13800000000', true, 'bare mobile number'],
  ['电话：138 0000 0000', true, 'in groups'],
  ['138-0000-0000', true, 'with dashes'],
  ['+86 13800000000', true, 'country code'],
  ['(+86)13800000000', true, 'country code in brackets'],
  ['电话１３８００００００００', true, 'full-width digits'],
  ['020-80000000', true, 'landline'],
  ['（020）80000000', true, 'area code in brackets'],
  ['0755－8000000', true, 'full-width dash, seven digits'],
  ['020—80000000', true, 'Chinese dash'],
  ['联系电话\t80000000\t', true, 'no area code, but labelled'],
  ['联系电话：02080000000', true, 'no dash, but labelled'],
  ['电话：', false, 'left blank'],
  ['身份证号 440100190001010000', false, 'identity number'],
  ['2020-07-15', false, 'a date'],
  ['编号 20200715001', false, 'a serial number'],
  ['12800000000', false, 'no such prefix'],
  ['1380000000', false, 'one digit short'],
  ['合计 80000000 元', false, 'an amount'],
  ['QQ群：913800000000', false, 'part of a longer number'],
];

describe('a press piece without a contact is sent back', () => {
  it.each(persons)('person in %j: %s (%s)', (text, found) => {
    expect(findContact(text).person).toBe(found);
  });
  it.each(phones)('telephone in %j: %s (%s)', (text, found) => {
    expect(findContact(text).phone).toBe(found);
  });
  it('a hostile text takes no longer than its length warrants', () => {
    const text = '联系人 ' + ' '.repeat(500_000) + '联系人：'.repeat(100_000) + '1'.repeat(500_000);
    // Processor time: other tests run at the same time.
    const start = process.cpuUsage();
    expect(findContact(text)).toEqual({ person: false, phone: false });
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5_000);
  });
});
