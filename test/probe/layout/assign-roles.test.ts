import { describe, expect, it } from 'vitest';
import { assignRoles } from '../../../src/probe/layout/assign-roles.ts';
import type { Sketch } from '../../../src/probe/layout/sketch.ts';

const LONG =
  '疫情发生以来，学院党员教师主动到社区报到，为居民送菜送药，一个人一天要走两万多步，夜里灯还亮着。';

function line(opening: string, own: Partial<Sketch> = {}): Sketch {
  return {
    opening,
    ending: opening.slice(-1),
    characters: opening.length,
    label: '',
    headingStyle: false,
    titleStyle: false,
    subtitleStyle: false,
    contents: false,
    align: 'justify',
    size: 16,
    bold: false,
    differs: false,
    ...own,
  };
}
const text = (own: Partial<Sketch> = {}): Sketch => line(LONG, own);
const centred = (opening: string, own: Partial<Sketch> = {}): Sketch =>
  line(opening, { align: 'center', ...own });
const title = (opening = '逆行者的二十四小时'): Sketch => centred(opening, { size: 22, differs: true });

function rolesOf(...sketches: readonly Sketch[]): readonly string[] {
  return assignRoles(sketches).map((one) =>
    'aside' in one
      ? `~${one.aside}`
      : `${one.role} ${one.by}${one.runIn ? ' run-in' : ''}${one.mayBe ? ` ${one.mayBe}?` : ''}`,
  );
}

describe('the title', () => {
  it('is the first short line in the middle, on as many lines as are set like it; the unit stands below', () => {
    expect(rolesOf(title(), title('——记社区报到的人'), centred('马克思主义学院'), text())).toEqual([
      'title place',
      'subtitle place',
      'byline place',
      'body rest',
    ]);
    expect(rolesOf(title(), title('和他们的一天'), text())).toEqual([
      'title place',
      'title place',
      'body rest',
    ]);
  });
  it('is what has the style of one, even on the left', () => {
    expect(rolesOf(line('附件1'), line('题目', { titleStyle: true }), text())).toEqual([
      '~attachment',
      'title style',
      'body rest',
    ]);
  });
  it('is the one heading at the top of the outline; those below move up', () => {
    const heading = (opening: string, outline: number): Sketch =>
      line(opening, { outline, headingStyle: true });
    const top = centred('题目', { outline: 0, headingStyle: true });
    expect(rolesOf(top, heading('起因', 1), text(), heading('经过', 1), heading('其一', 2))).toEqual([
      'title style',
      'h1 style',
      'body rest',
      'h1 style',
      'h2 style',
    ]);
  });
  it('is not guessed where the text begins at once', () => {
    expect(rolesOf(text(), centred('图1'), text())).toEqual(['body rest', '~set-apart', 'body rest']);
    expect(rolesOf(line('一、清晨'), text())).toEqual(['h1 numbering', 'body rest']);
  });
});

describe('headings', () => {
  it.each([
    ['一、清晨', 'h1'],
    ['十二、夜里', 'h1'],
    ['第一章 清晨', 'h1'],
    ['（一）送菜', 'h2'],
    ['(二)送药', 'h2'],
    ['1.报到', 'h3'],
    ['2．值守', 'h3'],
    ['（1）测温', 'h4'],
  ])('%s is one of level %s', (opening, role) => {
    expect(rolesOf(title(), text(), line(opening), text())[2]).toBe(`${role} numbering`);
  });
  it('are numbered by the program as well as by hand', () => {
    expect(rolesOf(title(), line('清晨', { label: '（一）' }), text())[1]).toBe('h2 numbering');
  });
  it.each([['1.5 万人报名'], ['2020年的春天']])('%s is none', (opening) => {
    expect(rolesOf(title(), text(), line(`${opening}很多，大家都来了。`), text())[2]).toBe('body rest');
  });
  it('that run into their paragraph are told apart only where they look otherwise', () => {
    const numbered = (differs: boolean): Sketch =>
      text({ opening: `一、加强领导。${LONG}`, runIn: { differs } });
    expect(rolesOf(title(), numbered(true), numbered(false))).toEqual([
      'title place',
      'h1 numbering run-in',
      'body numbered-text h1?',
    ]);
  });
  it('that cannot be told from running text are left open, not guessed', () => {
    expect(rolesOf(title(), line(`1.${LONG}`), text())[1]).toBe('body numbered-text h3?');
    expect(rolesOf(title(), text(), line('送菜的人', { differs: true, bold: true }), text())[2]).toBe(
      '~unclear',
    );
  });
});

describe('what is no part of the text', () => {
  it('is the address, the signature with its date, contents and attachments', () => {
    const roles = rolesOf(
      title('关于报送材料的报告'),
      line('学校党委：'),
      text(),
      line('附件：1.名单'),
      line('马克思主义学院', { align: 'right' }),
      line('2020年7月1日', { align: 'right' }),
    );
    expect(roles).toEqual([
      'title place',
      '~salutation',
      'body rest',
      '~attachment',
      '~signature',
      '~signature',
    ]);
    expect(rolesOf(title(), line('清晨 1', { contents: true }), text())[1]).toBe('~contents');
  });
});

it('a text of nothing but one line, or of nothing, breaks nothing', () => {
  expect(rolesOf()).toEqual([]);
  expect(rolesOf(text())).toEqual(['body rest']);
});
