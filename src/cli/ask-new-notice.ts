import { listBuiltInNotices } from '../commands/notice.ts';
import type { Language } from '../model/report.ts';
import { visible } from '../report/show-name.ts';
import type { Dialog, System } from '../system/system.ts';

export interface NewNoticeAnswers {
  readonly from: string;
  readonly year: number;
  readonly title: string;
  readonly output: string;
}

type Given = { readonly [K in keyof NewNoticeAnswers]: NewNoticeAnswers[K] | undefined };

/** What no option says. Undefined where the person turned away: nothing has been written. */
export async function askNewNotice(
  given: Given,
  dialog: Dialog,
  { language, now }: { readonly language: Language; readonly now: number },
  system: System,
): Promise<NewNoticeAnswers | undefined> {
  const zh = language === 'zh';
  const needed = (answer: string) => (answer === '' ? (zh ? '请填写' : 'please write something') : undefined);
  const from = given.from ?? (await askParent(dialog, zh, system));
  if (from === undefined) return undefined;
  const year =
    given.year ??
    (await dialog.write(zh ? '哪一年的通知' : 'Of which year', {
      example: String(now),
      refuse: (answer) =>
        /^(?:19|2\d)\d\d$/.test(answer) ? undefined : zh ? '写四位数的年份' : 'a year of four digits',
    }));
  if (year === undefined) return undefined;
  const title =
    given.title ??
    (await dialog.write(zh ? '标题' : 'Title', {
      example: zh ? '我校关于报送材料的通知' : 'Our call',
      refuse: needed,
    }));
  if (title === undefined) return undefined;
  const output =
    given.output ??
    (await dialog.write(zh ? '写到哪个文件' : 'Into which file', {
      example: zh ? '我的通知.yaml' : 'ours.yaml',
      refuse: (answer) =>
        /[^/\\]\.ya?ml$/i.test(answer) ? undefined : zh ? '以 .yaml 结尾' : 'it ends in .yaml',
    }));
  return output === undefined ? undefined : { from, year: Number(year), title, output };
}

async function askParent(dialog: Dialog, zh: boolean, system: System): Promise<string | undefined> {
  const notices = await listBuiltInNotices(system);
  return dialog.choose(
    zh ? '沿用哪份通知？' : 'Which notice does it build on?',
    notices.map(({ id, title }) => ({ value: id, label: visible(title), hint: id })),
    'scau-2020',
  );
}
