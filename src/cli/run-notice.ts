import { listBuiltInNotices, readNotice } from '../commands/notice.ts';
import type { Ending } from '../model/outcome.ts';
import type { Language } from '../model/report.ts';
import { turnedOutAsSaid } from '../model/tried-example.ts';
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
  if (/[/\\]|\.ya?ml$/i.test(named)) await sayIfDraft(named, language, system);
  system.terminal.out(
    describeNotice(
      await readNotice({ named, drafts: true, ...(year !== undefined && { year }) }, system),
      language,
    ),
  );
  return { kind: 'done' };
}

async function sayIfDraft(named: string, language: Language, system: System): Promise<void> {
  const { isDraft } = await import('../commands/check-notice.ts');
  if (!(await isDraft(named, system))) return;
  system.terminal.err(
    language === 'zh'
      ? '这是草稿，还没有生效：核对以后删去 draft 一行。\n'
      : 'This is a draft, not in force: read it, then remove the draft line.\n',
  );
}

/** A draft waits for a person: neither accepted nor wrong. */
export async function runNoticeCheck(named: string, language: Language, system: System): Promise<Ending> {
  const { checkNotice } = await import('../commands/check-notice.ts');
  const { describeNoticeCheck } = await import('../report/describe-notice-check.ts');
  const checked = await checkNotice(named, system);
  system.terminal.out(describeNoticeCheck(checked, language));
  if (!checked.tried.every(turnedOutAsSaid)) return { kind: 'judged', verdict: 'fail' };
  return checked.draft ? { kind: 'judged', verdict: 'unsettled' } : { kind: 'done' };
}
