import path from 'node:path';
import { Interrupted } from '../model/problems.ts';
import type { PlannedMessage, SendPlan } from '../model/send.ts';
import type { System } from '../system/system.ts';

const PREVIEW_FOLDER = 'preview';

/**
 * The very bytes of every mail as `.eml`, in a folder of our own in the outbox; those of an earlier preview make room.
 * Returns the files, absolute.
 */
export async function previewMails(
  { outbox, deliveries }: SendPlan,
  system: System,
): Promise<readonly string[]> {
  const folder = path.join(outbox, PREVIEW_FOLDER);
  const written: string[] = [];
  for (const { bundle, decision } of deliveries) {
    if (decision.kind !== 'send') continue;
    for (const mail of decision.mails) {
      const file = path.join(folder, previewName(bundle, mail));
      await writePreview(file, mail, system);
      written.push(file);
    }
  }
  return written;
}

/** A slash cannot stand in a file's name. */
function previewName(bundle: string, { part, parts }: PlannedMessage): string {
  return parts > 1 ? `${bundle}（${part}-${parts}）.eml` : `${bundle}.eml`;
}

async function writePreview(
  file: string,
  { message }: PlannedMessage,
  { storage, mail, interrupted }: System,
): Promise<void> {
  const aside = `${file}.part`;
  await storage.makeFolder(path.dirname(file));
  await storage.removeFolder(aside);
  const target = await storage.createFile(aside);
  try {
    for await (const piece of mail.write(message)) {
      if (interrupted.aborted) throw new Interrupted();
      await target.write(piece);
    }
    await target.flush();
  } catch (error) {
    await target.close();
    await storage.removeFolder(aside);
    throw error;
  }
  await target.close();
  await storage.removeFolder(file);
  await storage.renameAll([{ from: aside, to: file }]);
}
