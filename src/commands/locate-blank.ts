import path from 'node:path';
import type { FormSpec } from '../model/notice.ts';
import type { System } from '../system/system.ts';

export type Blank = Pick<FormSpec, 'id' | 'template'>;

/** Absolute path of a form's blank: the notice's own, or a built-in one. */
export function locateBlank(
  { id, template = id }: Blank,
  { environment }: Pick<System, 'environment'>,
): string {
  return path.isAbsolute(template) ? template : path.join(environment.templates, 'forms', `${template}.docx`);
}
