import path from 'node:path';
import { projectConfig } from '../commands/init.ts';
import type { InitParams } from '../commands/plan-project.ts';
import { listBuiltInNotices, readNotice } from '../commands/notice.ts';
import { UsageError } from '../model/problems.ts';
import type { Language } from '../model/report.ts';
import { problemText } from '../report/problem-text.ts';
import { visible } from '../report/show-name.ts';
import type { Dialog, System } from '../system/system.ts';
import { whileTurning } from './turning-line.ts';

const OWN_FILE = 'a file of one’s own';

/** What no option says, asked at the terminal. Undefined where the person turned away: nothing has been written yet. */
export async function askProject(
  params: InitParams,
  dialog: Dialog,
  system: System,
): Promise<InitParams | undefined> {
  const folder = path.resolve(system.environment.workingFolder, params.folder ?? '.');
  // What the config says already is not asked again.
  if ((await projectConfig(folder, system)).file !== undefined) return params;
  const { language } = params;
  const zh = language === 'zh';
  const ask = (question: string, example: string, refuse?: (answer: string) => string | undefined) =>
    // Said to be an example, or it would look like an answer that Enter takes.
    dialog.write(question, { example: zh ? `如 ${example}` : `as ${example}`, ...(refuse && { refuse }) });
  const org =
    params.org ?? (await ask(zh ? '本单位（二级党组织）全称' : 'Your unit, in full', '马克思主义学院党委'));
  if (org === undefined) return undefined;
  const notice = params.notice ?? (await askNotice(dialog, language, system));
  if (notice === undefined) return undefined;
  const year = params.year ?? (await askYear(notice, dialog, language, system));
  if (year === undefined) return undefined;
  const { contact } = params;
  const skip = zh ? '（可以不填，直接回车）' : ' (Enter to leave out)';
  const name = contact.name ?? (await ask(`${zh ? '联系人姓名' : 'Contact: name'}${skip}`, '王老师'));
  if (name === undefined) return undefined;
  const phone = contact.phone ?? (await ask(`${zh ? '联系电话' : 'Contact: phone'}${skip}`, '020-00000000'));
  if (phone === undefined) return undefined;
  const email =
    contact.email ??
    (await ask(
      zh ? '电子邮箱，以后也用它报送（可以不填，直接回车）' : `Contact: email, to send from too${skip}`,
      'name@qq.com',
      (answer) => refuseAddress(answer, language),
    ));
  if (email === undefined) return undefined;
  return {
    ...params,
    ...(org !== '' && { org }),
    notice,
    ...(year !== 'own' && { year }),
    contact: {
      ...(name !== '' && { name }),
      ...(phone !== '' && { phone }),
      ...(email !== '' && { email }),
    },
  };
}

async function askNotice(dialog: Dialog, language: Language, system: System): Promise<string | undefined> {
  const zh = language === 'zh';
  // A notice without categories is only there for others to build on.
  const known = await whileTurning(reading(language), system, () => listBuiltInNotices(system));
  const notices = known.filter(({ categories }) => categories > 0);
  const chosen = await dialog.choose(
    zh ? '按哪份通知报送？' : 'Which notice?',
    [
      ...notices.map(({ id, title }) => ({ value: id, label: visible(title), hint: id })),
      {
        value: OWN_FILE,
        label: zh ? '自己写的通知文件（.yaml）' : 'a notice file of my own (.yaml)',
      },
    ],
    'scau-2020',
  );
  if (chosen !== OWN_FILE) return chosen;
  return askNoticeFile(dialog, language, system);
}

/** Asked until it is understood, as often as it takes. */
async function askNoticeFile(
  dialog: Dialog,
  language: Language,
  system: System,
): Promise<string | undefined> {
  const zh = language === 'zh';
  let question = zh ? '通知文件（可以把文件拖进来）' : 'The notice file (you may drag it here)';
  for (;;) {
    const typed = await dialog.write(question, {
      example: zh ? '如 我校通知.yaml' : 'as notice.yaml',
    });
    if (typed === undefined) return undefined;
    // A file that was dragged comes in quotes, on Windows and elsewhere.
    const named = typed.replace(/^(["'])(.*)\1$/, '$2');
    try {
      if (named !== '') {
        await whileTurning(reading(language), system, () => readNotice({ named }, system));
        return named;
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      question = `${problemText(error.words, error.place, language)}\n${zh ? '换一个通知文件' : 'Another file'}`;
    }
  }
}

/** A notice of another year is moved to this one, due dates included, if the person wants. */
async function askYear(
  named: string,
  dialog: Dialog,
  language: Language,
  system: System,
): Promise<number | 'own' | undefined> {
  const { year } = await whileTurning(reading(language), system, () => readNotice({ named }, system));
  const now = system.now().getFullYear();
  if (year === now) return 'own';
  const zh = language === 'zh';
  const chosen = await dialog.choose(
    zh ? `通知是 ${year} 年的，按哪一年的日期？` : `The notice is of ${year}. Which year’s dates hold?`,
    [
      {
        value: 'now',
        label: zh ? `${now} 年（截止日期挪到今年）` : `${now} (due dates are moved to this year)`,
      },
      { value: 'own', label: zh ? `${year} 年（通知原来的日期）` : `${year} (as the notice says)` },
    ],
    'now',
  );
  return chosen === undefined ? undefined : chosen === 'now' ? now : 'own';
}

function reading(language: Language): string {
  return language === 'zh' ? '正在读通知…' : 'reading the notice…';
}

function refuseAddress(answer: string, language: Language): string | undefined {
  if (answer === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answer)) return undefined;
  return language === 'zh' ? '邮箱地址写作 名字@域名' : 'write name@domain';
}
