import path from 'node:path';
import { formatDecisions } from '../decisions/format-decisions.ts';
import type { KeptDecision } from '../decisions/kept-decision.ts';
import { parseDecisions } from '../decisions/parse-decisions.ts';
import { decodeText } from '../model/decode-text.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import { CODES } from '../report/codes.ts';
import { FileError, type System } from '../system/system.ts';
import { DECISIONS_NAME } from './decisions-name.ts';

const MOST_BYTES = 8 * 1024 * 1024;

/** What was decided in this project; nothing where there is no record. Absolute folder. */
export async function readDecisions(
  project: string,
  system: Pick<System, 'files' | 'environment'>,
): Promise<readonly KeptDecision[]> {
  const bytes = await readRecord(project, system);
  return bytes ? understand(bytes, project, system) : [];
}

/**
 * Adds decisions to the record, whole or not at all. What a person has written into it meanwhile stays. Throws a
 * `UsageError` with its place where the record is not understood, an `EnvironmentError` where it cannot be written.
 */
export async function keepDecisions(
  project: string,
  added: readonly KeptDecision[],
  system: Pick<System, 'files' | 'environment'>,
): Promise<void> {
  const bytes = await readRecord(project, system);
  if (bytes) understand(bytes, project, system);
  const text = formatDecisions(bytes && decodeText(bytes)?.text, added);
  // What is written is read once before: a record that nobody could read again would lose every decision.
  understand(new TextEncoder().encode(text), project, system);
  try {
    await system.files.writeAtomically(path.join(project, DECISIONS_NAME), text);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new EnvironmentError(
      { zh: `确认记不进 ${error.path}`, en: `the decision cannot be kept in ${error.path}` },
      {
        zh: '请检查磁盘空间和写入权限，文件没有被别的程序打开，再确认一次',
        en: 'check free space and permission and that no other program holds the file, then confirm again',
      },
      { cause: error },
    );
  }
}

function understand(
  bytes: Uint8Array,
  project: string,
  { environment }: Pick<System, 'environment'>,
): readonly KeptDecision[] {
  const parsed = parseDecisions(bytes, CODES);
  if (parsed.kind === 'ok') return parsed.value;
  const { line, column, key, words } = parsed.problem;
  throw new UsageError(words, { file: shownPath(project, environment.workingFolder), line, column, key });
}

async function readRecord(
  project: string,
  { files }: Pick<System, 'files'>,
): Promise<Uint8Array | undefined> {
  const file = path.join(project, DECISIONS_NAME);
  try {
    return await files.readWhole(file, MOST_BYTES);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.kind === 'missing') return undefined;
    throw new EnvironmentError(
      { zh: `读不了人工确认的记录 ${file}`, en: `the record of decisions ${file} cannot be read` },
      {
        zh: '它应是不大的普通文件；请确认您有权限打开，或把它移走重新确认',
        en: 'it should be a plain file of moderate size; make sure that you may open it, or move it away and confirm anew',
      },
      { cause: error },
    );
  }
}

/** As the user would name it: from the working folder where it lies inside, else in full. */
function shownPath(project: string, workingFolder: string): string {
  const file = path.join(project, DECISIONS_NAME);
  const relative = path.relative(workingFolder, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}
