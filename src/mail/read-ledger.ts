import path from 'node:path';
import { LEDGER_NAME } from '../model/ledger.ts';
import { EnvironmentError } from '../model/problems.ts';
import { FileError, type Files } from '../system/system.ts';
import type { Ledger } from './ledger-file.ts';

/** A hundred thousand mails take about 50 MiB. */
const MOST_LEDGER_BYTES = 64 * 1024 * 1024;

/** The ledger of an outbox; none yet is an empty one. One that is there and cannot be read is never taken for empty. */
export async function readLedger(outbox: string, files: Files): Promise<Ledger> {
  try {
    const bytes = await files.readWhole(path.join(outbox, LEDGER_NAME), MOST_LEDGER_BYTES);
    // Loaded where there is something to read: it takes longer than a whole project without an outbox.
    return (await import('./ledger-file.ts')).parseLedger(bytes);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.kind === 'missing') return { entries: [], unreadable: [] };
    throw unreadable(error);
  }
}

function unreadable(error: FileError): EnvironmentError {
  const { path: file, kind } = error;
  const cure =
    kind === 'too-large'
      ? {
          zh: '它超过 64 MB。请把它改名存档，再为以后的报送另用一个发件文件夹（outbox）',
          en: 'it is larger than 64 MB: put it away under another name, and use another outbox from now on',
        }
      : {
          zh: '请确认它是普通文件、没有被别的程序（如 Excel）占用、您有权限打开；不知道发过什么，就不能再发',
          en: 'make sure that it is a plain file, that no other program holds it and that you may open it: without knowing what was sent nothing can be sent',
        };
  return new EnvironmentError(
    { zh: `读不了报送台账“${file}”`, en: `the ledger “${file}” cannot be read` },
    cure,
    { cause: error },
  );
}
