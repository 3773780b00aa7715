import { baseName, stemOf } from '../model/file-name.ts';
import type { Language } from '../model/report.ts';

export interface Conversion {
  /** Everything between input and output. */
  readonly options: string;
  /** Put after the stem, so that the source is never overwritten. */
  readonly suffix: string;
  /** Of the output, without dot. */
  readonly extension: string;
}

/**
 * Characters that mean nothing inside double quotes to cmd, PowerShell (which takes “ ” for quotes) and sh, nor to
 * ffmpeg (`%` numbers pictures, `:` names a protocol).
 */
const PLAIN_NAME = /^[\p{L}\p{N}\p{M}\p{Extended_Pictographic} ._()（）《》【】、，。·+&@#=;,～—[\]{}'-]+$/u;
const LONGEST_QUOTED = 120;

/** A command for the file's own folder, on one line. A name that cannot be quoted safely becomes a placeholder. */
export function ffmpegCommand(path: string | undefined, conversion: Conversion, language: Language): string {
  const placeholder = `${language === 'zh' ? '原文件' : 'original'}.${conversion.extension}`;
  const source = path !== undefined && canBeQuoted(baseName(path)) ? baseName(path) : placeholder;
  const target = `${stemOf(source)}-${conversion.suffix}.${conversion.extension}`;
  return `ffmpeg -i "${source}" ${conversion.options} "${target}"`;
}

/** With `separator` a path may be quoted: each of its names is looked at alone. */
export function canBeQuoted(name: string, separator?: string): boolean {
  const names = separator === undefined ? [name] : name.split(separator);
  return (
    name.length <= LONGEST_QUOTED && names.every((one) => PLAIN_NAME.test(one) && !/^[- ]|[ .]$/.test(one))
  );
}
