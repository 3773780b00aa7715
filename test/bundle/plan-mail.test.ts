import { describe, expect, it } from 'vitest';
import type { InfoRule, MailRoute } from '../../src/model/notice.ts';
import { category, input, item, notice, ORG, organisation, part, planned } from './make-plan.ts';

const clause = { notice: 'test' };
const asked = (...fields: readonly InfoRule['field'][]) =>
  fields.map((field) => ({ value: { field }, level: 'must' as const, clause }));
const routed = (mail: Partial<MailRoute>) => ({
  ...organisation,
  mail: { to: 'a@example.cn', attach: 'bundle' as const, clause, ...mail },
});
const info = (fields: Record<string, string | readonly string[]>, more = {}) => ({
  info: { path: '战疫故事汇/作品/作品信息.yaml', fields, ...more },
});
const GIB = 1024 ** 3;

function mailOf(mail: Partial<MailRoute>, fields: Record<string, string | readonly string[]>) {
  const works = [item('作品', ['课.mp4'], info(fields, { others: { 学分: '2' } }))];
  const own = category({ info: asked('presenter', 'keywords') });
  const { bundles } = planned(input(works, { notice: notice([own], [routed(mail)]) }));
  const [bundle] = bundles;
  if (!bundle?.mail) throw new Error('no mail was planned');
  return { ...bundle, mail: bundle.mail };
}

describe('a mail is not turned away for what it leaves out', () => {
  const known = { title: '星火', presenter: '王老师', keywords: ['抗疫', '党课', '青年'], topic: '选题一' };

  it('its subject names title, topic and key words in the asked order', () => {
    const { mail } = mailOf({ subject: '{title}+{topic}+{keywords}' }, known);
    expect(mail.subject).toBe('星火+选题一+抗疫、党课、青年');
    expect(mail.lacking).toEqual([]);
  });

  it('what the subject lacks is named, and remembered so that it does not go', () => {
    const { mail, needs } = mailOf({ subject: '{title}+{topic}' }, { title: '星火' });
    expect(mail.lacking).toEqual(['topic']);
    expect(needs).toContainEqual({ kind: 'mail', fields: ['topic'], item: '战疫故事汇/作品' });
  });

  it('goes though no work says its date: the subject asks for the day on which it is handed in', () => {
    const { mail } = mailOf({ subject: '{org}+{date}' }, { title: '星火' });
    expect([mail.subject, mail.lacking]).toEqual([`${ORG}+20200715`, []]);
  });

  it('its subject names a class that 作品信息.yaml gives, and waits where it does not', () => {
    expect(mailOf({ subject: '{学分}+{title}' }, { title: '星火' }).mail.subject).toBe('2+星火');
    expect(mailOf({ subject: '{班级}+{title}' }, { title: '星火' }).mail.lacking).toEqual(['班级']);
  });

  it('its subject does not give one author the works of two', () => {
    const by = (title: string, author: string) => item(title, ['课.mp4'], info({ authors: [author] }));
    const own = category({ routes: ['organisation'] });
    const routes = [{ ...routed({ subject: '{author}-{org}-{title}' }), label: '{author}：{title}' }];
    const given = input([by('秋叶', '张三'), by('红墙', '李四')], { notice: notice([own], routes) });
    const [bundle] = planned(given).bundles;
    expect(bundle?.mail?.subject).toBe(`张三等-${ORG}-秋叶等2件`);
    expect(bundle?.label).toBe('张三等：秋叶等2件');
  });

  it('its text has the lines that the notice words, once for each work where they are of works', () => {
    const by = (title: string, author: string) => item(title, ['课.mp4'], info({ authors: [author] }));
    const body = ['联系人：{contact}，电话：{phone}', '{author}（{org}）：《{title}》'];
    const given = input([by('秋叶', '张三'), by('红墙', '李四')], {
      notice: notice([category()], [routed({ body })]),
      contact: { name: '王老师', phone: '0000' },
    });
    const [bundle] = planned(given).bundles;
    expect(bundle?.mail?.body).toEqual([
      '联系人：王老师，电话：0000',
      `张三（${ORG}）：《秋叶》`,
      `李四（${ORG}）：《红墙》`,
    ]);
    expect(bundle?.mail?.lacking).toEqual([]);
  });

  it('does not go while a line of its text has a hole', () => {
    const { mail, needs } = mailOf({ body: ['{班级}', '联系电话：{phone}'] }, { title: '星火' });
    expect(mail.lacking).toEqual(['班级', 'phone']);
    expect(needs).toContainEqual({ kind: 'mail', fields: ['班级'], item: '战疫故事汇/作品' });
    expect(needs).toContainEqual({ kind: 'mail', fields: ['phone'] });
  });

  it('its text says of each work what the notice wants to know', () => {
    expect(mailOf({}, known).mail.fields).toEqual([
      { label: '作品名称', value: '星火' },
      { label: '主讲人', value: '王老师' },
      { label: '关键词', value: '抗疫、党课、青年' },
    ]);
  });

  it('without attachments its text says everything that is known', () => {
    const labels = mailOf({ attach: 'none' }, known).mail.fields.map(({ label }) => label);
    expect(labels).toEqual(['作品名称', '主讲人', '选题', '关键词', '学分']);
  });

  it('a mailbox that takes less is remembered', () => {
    expect(mailOf({ limit: 1000 }, known).mail.limit).toBe(1000);
  });
});

describe('a film too large for any mail', () => {
  const film = { ...part('战疫故事汇/作品/课.mp4'), bytes: GIB };
  const link = { url: 'https://pan.example.com/s/1', code: 'ab12', expires: '永久有效' };

  it('is named before anything is sent, with its size and the limit', () => {
    const [bundle] = planned(input([item('作品', [film])])).bundles;
    expect(bundle?.needs).toContainEqual({
      kind: 'link',
      path: film.path,
      bytes: GIB,
      limit: 35 * 1024 ** 2,
    });
  });

  it('goes by the link that 作品信息.yaml gives, under its new name', () => {
    const [bundle] = planned(input([item('作品', [film, '故事.docx'], info({}, { links: [link] }))])).bundles;
    const name = bundle?.files.find(({ source }) => source === film.path)?.name;
    expect(bundle?.links).toEqual([{ name, ...link }]);
    expect(bundle?.needs.filter(({ kind }) => kind === 'link')).toEqual([]);
  });

  it('is told apart by its file name where a work has several', () => {
    const links = [{ ...link, file: '故事.docx' }];
    const [bundle] = planned(input([item('作品', [film, '故事.docx'], info({}, { links }))])).bundles;
    const name = bundle?.files.find(({ source }) => source.endsWith('故事.docx'))?.name;
    expect(bundle?.links.map((one) => one.name)).toEqual([name]);
    expect(bundle?.needs.some(({ kind }) => kind === 'link')).toBe(true);
  });
});
