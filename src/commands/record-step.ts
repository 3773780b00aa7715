import path from 'node:path';
import { formatLedgerEntry } from '../mail/ledger-file.ts';
import { LEDGER_NAME, type LedgerEntry } from '../model/ledger.ts';
import { EnvironmentError } from '../model/problems.ts';
import type { PlannedDelivery } from '../model/send.ts';
import { FileError, type System } from '../system/system.ts';

type Step = Pick<LedgerEntry, 'state'> & Partial<Omit<LedgerEntry, 'schemaVersion' | 'at' | 'content'>>;

/** One line more in the ledger, on the disk before this returns. */
export async function recordStep(
  outbox: string,
  { bundle, notice, org, category, route, to, content }: Omit<PlannedDelivery, 'decision' | 'state'>,
  { state, ...step }: Step,
  system: System,
): Promise<void> {
  const entry: LedgerEntry = {
    schemaVersion: 1,
    at: localTime(system.now()),
    state,
    ...{ bundle, notice, org, category, content },
    ...(route !== undefined && { route }),
    ...(to !== undefined && { to }),
    round: 0,
    ...step,
  };
  try {
    await system.storage.appendLine(path.join(outbox, LEDGER_NAME), formatLedgerEntry(entry));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw cannotRecord(entry, error);
  }
}

/** ISO 8601 with the offset of this machine's clock, so that a person recognises the hour. */
export function localTime(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

/** The gravest case is told apart: the server has the mail, and the ledger does not know it. */
function cannotRecord({ state, bundle }: LedgerEntry, cause: FileError): EnvironmentError {
  const full = cause.kind === 'full';
  const sent = state === 'sent';
  return new EnvironmentError(
    {
      zh: `${sent ? `“${bundle}”的邮件服务器已经收下，但` : ''}报送台账 ${cause.path} 写不进去${full ? '：磁盘满了' : ''}`,
      en: `${sent ? `the server has taken the mail of “${bundle}”, but ` : ''}the ledger ${cause.path} cannot be written${full ? ': the disk is full' : ''}`,
    },
    {
      zh: sent
        ? `请先腾出空间、关闭打开台账的程序，再运行 four-ones send --settle "${bundle}" sent 补记`
        : '请腾出空间，关闭打开台账的程序（如 Excel），确认有写入权限，再运行一次；没有记下的就没有发送',
      en: sent
        ? `free space or close the program that holds it, then run: four-ones send --settle "${bundle}" sent`
        : 'free space, close the program that holds it, make sure that you may write there, and run again: what is not recorded was not sent',
    },
    { cause },
  );
}
