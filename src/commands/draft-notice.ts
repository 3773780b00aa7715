import path from 'node:path';
import { sniffFormat } from '../materials/sniff-format.ts';
import type { Integrity } from '../model/facts.ts';
import type { Format } from '../model/format.ts';
import { familyOf } from '../model/format.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import type { Draft } from '../notice/draft/draft-notice.ts';
import { FileError, type System } from '../system/system.ts';

const LIMITS = { seconds: 60, megabytes: 1024 };

/** Drafts a notice from its text: plain text in any Chinese encoding, Word, PDF. Writes nothing. */
export async function draftFromFile(shown: string, system: System): Promise<Draft> {
  const file = path.resolve(system.environment.workingFolder, shown);
  const format = await formatOf(file, shown, system);
  const outcome = await system.isolation.run('prose', { path: file, format }, LIMITS);
  if (outcome.kind === 'stopped') throw unreadable(shown);
  const { text, integrity } = outcome.result;
  if (text === undefined) throw refusal(shown, format, integrity);
  const { draftNotice } = await import('../notice/draft/draft-notice.ts');
  return draftNotice({ text, shown: path.basename(file), year: system.now().getFullYear() });
}

async function formatOf(file: string, shown: string, { files }: System): Promise<Format> {
  try {
    const opened = await files.open(file);
    try {
      return await sniffFormat(opened, path.basename(file));
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.kind === 'missing') {
      throw new UsageError({ zh: `找不到“${shown}”`, en: `there is no “${shown}”` });
    }
    throw new EnvironmentError(
      { zh: `读不了“${shown}”`, en: `“${shown}” cannot be read` },
      {
        zh: '请确认它是普通文件，没有被别的程序占用，您有权限打开',
        en: 'make sure that it is a plain file, not in use by another program, and that you may open it',
      },
      { cause: error },
    );
  }
}

function refusal(shown: string, format: Format, { state }: Integrity): UsageError {
  const family = familyOf(format);
  if (!['word', 'pdf', 'plain'].includes(family) || state === 'unknown') return unreadable(shown);
  return new UsageError({
    zh: `“${shown}”打不开：加了密码、损坏，或不完整；请用 Word 或 WPS 打开，另存为 docx 或 txt 再试`,
    en: `“${shown}” does not open: locked, damaged or incomplete; save it anew as docx or txt and try again`,
  });
}

function unreadable(shown: string): UsageError {
  return new UsageError({
    zh: `读不出“${shown}”里的文字；通知原文可以是 txt、docx、doc、wps、pdf`,
    en: `no text can be read from “${shown}”; a notice may be txt, docx, doc, wps or pdf`,
  });
}
