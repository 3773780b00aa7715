import { extensionOf } from '../model/file-name.ts';
import type { Format } from '../model/format.ts';
import { isTrueExtension, usualExtension } from '../model/true-extension.ts';

const NAMELESS: ReadonlySet<Format> = new Set(['unknown', 'shortcut', 'executable']);
const PLAUSIBLE = /^[a-z0-9]{1,10}$/;

/**
 * The extension that tells the truth, with its dot: what the name says, unless the bytes say otherwise. Empty where
 * neither tells.
 */
export function trueExtension(format: Format, path: string): string {
  const written = extensionOf(path);
  if (NAMELESS.has(format)) return PLAUSIBLE.test(written) ? `.${written}` : '';
  // By .jpg alone a photo is taken everywhere.
  const keeps = format !== 'jpg' && isTrueExtension(written, format);
  return `.${keeps ? written : usualExtension(format)}`;
}
