import { decodeText } from '../model/decode-text.ts';
import type { DraftMark } from '../model/draft-mark.ts';
import { findDraftMarks } from '../model/draft-mark.ts';
import type { Notice } from '../model/notice.ts';
import type { TriedExample } from '../model/tried-example.ts';
import { readOwnFile } from '../notice/read-own-file.ts';
import type { System } from '../system/system.ts';
import { readNotice } from './notice.ts';
import { tryExamples } from './try-examples.ts';

export interface CheckedNotice {
  readonly notice: Notice;
  /** Of a draft: what a person has to look at, in the order of the file. */
  readonly draft?: readonly DraftMark[];
  readonly tried: readonly TriedExample[];
}

const MOST_BYTES = 1024 ** 2;

/** A notice and those it extends are well-formed, else a `UsageError` says where not; its own examples are tried. */
export async function checkNotice(named: string, system: System): Promise<CheckedNotice> {
  const { files, environment } = system;
  const { templates, workingFolder } = environment;
  const notice = await readNotice({ named, drafts: true }, system);
  if (notice.categories.some(({ summary }) => summary?.value.template !== undefined)) {
    const { assertBlankTables } = await import('./fill-blank-table.ts');
    await assertBlankTables(notice, system);
  }
  const own = await readOwnFile(named, { files, templates, workingFolder });
  if (own.draft) {
    const text = decodeText(await files.readWhole(own.path, MOST_BYTES))?.text ?? '';
    return { notice, draft: findDraftMarks(text), tried: [] };
  }
  return { notice, tried: await tryExamples(named, own.examples, notice, system) };
}

export async function isDraft(named: string, { files, environment }: System): Promise<boolean> {
  const { templates, workingFolder } = environment;
  return (await readOwnFile(named, { files, templates, workingFolder })).draft;
}
