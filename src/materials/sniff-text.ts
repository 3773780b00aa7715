import { decodeText } from '../model/decode-text.ts';
import type { Format } from '../model/format.ts';
import { sniffMarkup } from './sniff-markup.ts';

/** Control characters that no editor writes; tab, line ends, form feed, the DOS end mark and escape may be. */

const BINARY = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f\u007f]/;

const SRT_TIMING = /^\d{1,3}:\d{1,2}:\d{1,2}[,.]\d{1,3}\s*-->\s*\d{1,3}:\d{1,2}:\d{1,2}[,.]\d{1,3}/;

/** Files made of characters, in whatever encoding Windows and Chinese editors write; `whole`: the head is all of it. */
export function sniffText(head: Uint8Array, whole: boolean, extension: string): Format | undefined {
  const text = decodeHead(head, whole)?.replace(/^\uFEFF/, '');
  if (text === undefined || BINARY.test(text)) return undefined;
  const start = text.trimStart();
  return (
    sniffMarkup(start, extension) ??
    sniffList(start) ??
    sniffSubtitles(start) ??
    (extension === 'yaml' || extension === 'yml' ? 'yaml' : 'text')
  );
}

/** A head that was cut anywhere may end within a character: then up to three bytes of it are left out. */
function decodeHead(head: Uint8Array, whole: boolean): string | undefined {
  const attempts = [0, 1, 2, 3]
    .filter((dropped) => !whole || dropped === 0)
    .map((dropped) => decodeText(head.subarray(0, head.length - dropped)));
  // Cut UTF-8 may look like valid GB18030, so another cut that is UTF-8 is better.
  return (attempts.find((attempt) => attempt && attempt.encoding !== 'gb18030') ?? attempts.find(Boolean))
    ?.text;
}

/** Play lists and shortcuts: files that only name other files. */
function sniffList(text: string): Format | undefined {
  // M3U (RFC 8216, 4.3.1.1), PLS, ffmpeg's concat script, ASX of the old kind.
  if (/^(#EXTM3U|\[playlist\]|ffconcat version|\[Reference\])/i.test(text)) return 'playlist';
  return /^\[(InternetShortcut|Desktop Entry)[.\]]/i.test(text) ? 'shortcut' : undefined;
}

function sniffSubtitles(text: string): Format | undefined {
  // WebVTT, W3C, 4.1.
  if (/^WEBVTT(?=\s|$)/.test(text)) return 'vtt';
  // Sub Station Alpha v4 and later.
  if (/^(?:;[^\n]*\n\s*)*\[Script Info\]/i.test(text.slice(0, 2000))) return 'ass';
  return isSrt(text) ? 'srt' : undefined;
}

/** SubRip: an optional number, then a line with two times. */
function isSrt(text: string): boolean {
  const lines = text
    .slice(0, 2000)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', second = ''] = lines;
  return SRT_TIMING.test(first) || (/^\d+$/.test(first) && SRT_TIMING.test(second));
}
