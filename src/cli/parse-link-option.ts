import { parseLinks } from '../materials/parse-links.ts';
import type { FileLink } from '../model/bundle.ts';
import { UsageError } from '../model/problems.ts';

/** `文件名=https://… 提取码: 1234`. */
export function parseLinkOption(written: string): FileLink {
  const at = written.search(/=\s*https?:/i);
  const name = written.slice(0, Math.max(0, at)).trim();
  const [link, ...others] = parseLinks(written.slice(at + 1)) ?? [];
  if (at <= 0 || !link || others.length > 0) {
    throw new UsageError({
      zh: `--link 看不懂“${written}”；写成 --link "包里的文件名=https://… 提取码: 1234"`,
      en: `--link “${written}” is not understood; write --link "FILE=https://… 提取码: 1234"`,
    });
  }
  const { url, code, expires } = link;
  return { name, url, ...(code !== undefined && { code }), ...(expires !== undefined && { expires }) };
}
