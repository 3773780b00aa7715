import type { InfoLink } from '../model/materials.ts';

/** A work has few; more are a mistake. */
export const MOST_LINKS = 50;

const URL = /https?:\/\/[^\s“”"'<>（）()，。；、\u4e00-\u9fff]+/iu;
const CODE = /(?:提取码|访问码|密码|code|pwd)\s*[:：=]?\s*([A-Za-z0-9]{4,8})(?![A-Za-z0-9])/iu;
const KEYS: Readonly<Record<keyof InfoLink, readonly string[]>> = {
  file: ['file', '文件', '文件名'],
  url: ['url', '网址', '链接', '地址'],
  code: ['code', '提取码', '访问码', '密码'],
  expires: ['expires', '有效期', '到期'],
};

/**
 * Where files lie on a net disk: a list or a single one, each written out (文件, 网址, 提取码, 有效期) or as the disk's
 * own sharing text, pasted. Undefined where there is an entry without a web address.
 */
export function parseLinks(raw: unknown): readonly InfoLink[] | undefined {
  const entries: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  if (entries.length > MOST_LINKS) return undefined;
  const links = entries.filter((entry) => entry !== null && entry !== '').map(parseLink);
  return links.every((link) => link !== undefined) ? links : undefined;
}

function parseLink(entry: unknown): InfoLink | undefined {
  if (typeof entry === 'string') return fromText(entry);
  if (typeof entry !== 'object' || entry === null) return undefined;
  const said = new Map<string, unknown>(
    Object.entries(entry).map(([key, value]) => [key.trim().toLowerCase(), value]),
  );
  const value = (key: keyof InfoLink) => {
    const found: unknown = KEYS[key]
      .map((name) => said.get(name))
      .find((one) => one !== undefined && one !== null);
    return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : undefined;
  };
  const shared = fromText(value('url') ?? '');
  if (!shared) return undefined;
  const [file, code, expires] = [value('file'), value('code') ?? shared.code, value('expires')];
  return {
    url: shared.url,
    ...(file !== undefined && file !== '' && { file }),
    ...(code !== undefined && code !== '' && { code }),
    ...(expires !== undefined && expires !== '' && { expires }),
  };
}

function fromText(text: string): InfoLink | undefined {
  const url = URL.exec(text)?.[0];
  if (url === undefined) return undefined;
  const code = CODE.exec(text.replace(url, ' '))?.[1] ?? /[?&]pwd=([A-Za-z0-9]{4,8})/.exec(url)?.[1];
  return { url, ...(code !== undefined && { code }) };
}
