import type { CalendarDate } from '../model/calendar-date.ts';
import type { NewFile } from '../system/system.ts';
import type { Content, ContentSums } from './bundle-contents.ts';
import type { Packed } from './sums.ts';
import { createZip, type ZipWriter } from './write-zip.ts';

/** Puts one file into an archive under a name, all of it stored, and tells its sums. */
export type AddEntry = (content: Content, name: string, zip: ZipWriter) => Promise<Packed>;

/** One work's own zip, streamed to its target. Returns the sums of what it holds, in order. */
export async function writeArchive(
  { name, holds = [] }: Content,
  target: Pick<NewFile, 'write'>,
  date: CalendarDate,
  addEntry: AddEntry,
): Promise<readonly ContentSums[]> {
  const zip = await createZip(target, date);
  const sums: ContentSums[] = [];
  try {
    for (const content of holds) sums.push(await addEntry(content, content.name.slice(name.length + 1), zip));
    await zip.finish();
    return sums;
  } finally {
    await zip.abandon();
  }
}
