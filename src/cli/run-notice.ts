import { listBuiltInNotices, readNotice } from '../commands/notice.ts';
import type { Ending } from '../model/outcome.ts';
import type { Language } from '../model/report.ts';
import { describeNotice, describeNoticeList } from '../report/describe-notice.ts';
import type { System } from '../system/system.ts';

export async function runNoticeList(language: Language, system: System): Promise<Ending> {
  system.terminal.out(describeNoticeList(await listBuiltInNotices(system), language));
  return { kind: 'done' };
}

export async function runNoticeShow(
  named: string,
  { language, year }: { readonly language: Language; readonly year?: number },
  system: System,
): Promise<Ending> {
  system.terminal.out(
    describeNotice(await readNotice({ named, ...(year !== undefined && { year }) }, system), language),
  );
  return { kind: 'done' };
}

export async function runNoticeCheck(named: string, language: Language, system: System): Promise<Ending> {
  const notice = await readNotice({ named }, system);
  system.terminal.out(
    language === 'zh'
      ? `通知没有写错：${notice.id}（${notice.categories.length} 个类别）。用 four-ones notice show 看它的全部要求。\n`
      : `The notice is well-formed: ${notice.id} (${notice.categories.length} categories).\n`,
  );
  return { kind: 'done' };
}
