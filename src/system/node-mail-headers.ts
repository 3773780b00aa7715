import { detectMimeType } from 'nodemailer/lib/mime-funcs';
import { cleanLine } from './node-mail-line.ts';

export interface FileHeaders {
  readonly type: string;
  readonly disposition: string;
}

/**
 * The two header values of an attachment, folded. Its name stands there thrice: as encoded words (RFC 2047) in `name`
 * and `filename`, which QQ, Foxmail and Outlook read, and as RFC 2231 asks in `filename*`, for all that keep to it.
 */
export function fileHeaders(attachmentName: string): FileHeaders {
  const name = cleanLine(attachmentName).replace(/[/\\]/g, '_') || 'attachment';
  const plain = isPlain(name);
  const shown = plain ? `"${name}"` : `"${encodedWords(name).join('\r\n ')}"`;
  const disposition = ['attachment', `filename=${shown}`, ...(plain ? [] : extendedParameters(name))];
  return { type: [typeOf(name), `name=${shown}`].join(';\r\n '), disposition: disposition.join(';\r\n ') };
}

/** What needs no encoding, and fits into a line. Nothing that could be taken for an encoded word. */
function isPlain(name: string): boolean {
  return /^[\x20-\x7e]{1,60}$/.test(name) && !/["\\]|=\?/.test(name);
}

/** Text is announced as bytes: some programs on the way convert what they take for text, and the checksum is gone. */
function typeOf(name: string): string {
  const found = detectMimeType(name.slice(name.lastIndexOf('.') + 1));
  return /^(application|image|video|audio)\/[\w.+-]+$/.test(found) ? found : 'application/octet-stream';
}

/** 48 characters of base64: a line with encoded words may have 76 (RFC 2047 2), ` filename="` included. */
const WORD_BYTES = 36;
/** Likewise a line should have no more than 78 (RFC 5322 2.1.1), ` filename*0*=UTF-8''` included. */
const SECTION_CHARACTERS = 54;

function encodedWords(text: string): string[] {
  const words = split(text, WORD_BYTES, (character) => Buffer.byteLength(character));
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`);
}

/** `filename*`, or `filename*0*`, `filename*1*` … where the name is long (RFC 2231 3 and 4). */
function extendedParameters(name: string): string[] {
  const sections = split(name, SECTION_CHARACTERS, (character) => percentEncoded(character).length).map(
    percentEncoded,
  );
  const [first = '', ...more] = sections;
  if (more.length === 0) return [`filename*=UTF-8''${first}`];
  return [
    `filename*0*=UTF-8''${first}`,
    ...more.map((section, index) => `filename*${index + 1}*=${section}`),
  ];
}

/** Of RFC 5987's characters that need no encoding only those that no program takes amiss. */
function percentEncoded(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => String.fromCharCode(byte))
    .map((byte) =>
      /[\w.-]/.test(byte) ? byte : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');
}

/** Pieces of at most `room`, cut between characters: some programs decode each piece for itself. */
function split(text: string, room: number, size: (character: string) => number): string[] {
  const pieces: string[] = [];
  let left = 0;
  for (const character of text) {
    const needed = size(character);
    if (needed > left) {
      pieces.push('');
      left = room;
    }
    pieces.push((pieces.pop() ?? '') + character);
    left -= needed;
  }
  return pieces;
}
