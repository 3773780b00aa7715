import path from 'node:path';
import { inspectForm } from '../forms/inspect-form.ts';
import type { FormSlot } from '../model/form.ts';
import type { Files } from '../system/system.ts';
import { keyOf } from './prepared-forms.ts';

const MOST_BYTES = 20 * 1024 * 1024;

/** For the build: the slots of every blank that comes with the program, as JSON. */
export async function prepareForms({
  files,
  templates,
}: {
  readonly files: Files;
  readonly templates: string;
}): Promise<string> {
  const folder = path.join(templates, 'forms');
  const prepared: Record<string, readonly FormSlot[]> = {};
  for (const { name } of await files.list(folder)) {
    if (name?.endsWith('.docx') !== true) continue;
    const bytes = await files.readWhole(path.join(folder, name), MOST_BYTES);
    const inspected = await inspectForm(bytes);
    if (inspected.kind === 'form') prepared[keyOf(bytes)] = inspected.slots;
  }
  return JSON.stringify(prepared);
}
