import type { SmtpReply } from '../model/mail.ts';
import { cleanLine } from './node-mail-line.ts';

/** As it came: the code, and of each line the bytes after it. */
export interface RawReply {
  readonly code: number;
  readonly lines: readonly Uint8Array[];
}

/** Of one reply; real ones have a few hundred bytes. */
const REPLY_BYTES = 64 * 1024;
const TEXT_CHARACTERS = 500;
const [LF, CR, HYPHEN] = [0x0a, 0x0d, 0x2d];

/** Takes a server's bytes apart into replies (RFC 5321 4.2). Undefined: this is no SMTP. */
export function createReplyReader(): {
  push(chunk: Uint8Array): readonly RawReply[] | undefined;
  /** A refusal whose line was still open when the connection ended; many servers part like that. */
  unfinished(): RawReply | undefined;
} {
  let rest = Buffer.alloc(0);
  let lines: Uint8Array[] = [];
  let code: number | undefined;
  let size = 0;

  /** True: the reply ends here. */
  function takeLine(line: Buffer): boolean | undefined {
    const head = /^([1-5]\d\d)([ -]|$)/.exec(line.toString('latin1', 0, 4));
    if (!head || (code !== undefined && code !== Number(head[1]))) return undefined;
    code = Number(head[1]);
    lines.push(line.subarray(4));
    return line[3] !== HYPHEN;
  }

  function push(chunk: Uint8Array): readonly RawReply[] | undefined {
    const replies: RawReply[] = [];
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(LF); end >= 0; end = rest.indexOf(LF)) {
      const line = rest.subarray(0, end > 0 && rest[end - 1] === CR ? end - 1 : end);
      rest = rest.subarray(end + 1);
      size += line.length;
      if (size + lines.length > REPLY_BYTES) return undefined;
      // An empty line between replies harms nobody.
      if (line.length === 0 && code === undefined) continue;
      const ended = takeLine(line);
      if (ended === undefined || code === undefined) return undefined;
      if (!ended) continue;
      replies.push({ code, lines });
      [lines, code, size] = [[], undefined, 0];
    }
    return size + rest.length > REPLY_BYTES ? undefined : replies;
  }

  function unfinished(): RawReply | undefined {
    const open = rest.toString('latin1', 0, 4);
    if (code === undefined && !/^[45]\d\d[ -]/.test(open)) return undefined;
    const last = rest.length > 4 ? [rest.subarray(4)] : [];
    return { code: code ?? Number(open.slice(0, 3)), lines: [...lines, ...last] };
  }

  return { push, unfinished };
}

/** `hide` takes out what must never be shown; a server may repeat what it was told. */
export function readReply({ code, lines }: RawReply, hide: (text: string) => string): SmtpReply {
  const decoded = lines.map(decode);
  const enhanced = /^([245]\.\d{1,3}\.\d{1,3})(?=\s|$)/.exec(decoded[0] ?? '')?.[1];
  const words = decoded.map((line) => line.replace(/^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)/, ''));
  const text = cleanLine(hide(words.map((line) => line.trim()).join(' ')));
  return { code, ...(enhanced !== undefined && { enhanced }), text: text.slice(0, TEXT_CHARACTERS) };
}

/** Servers in China answer in UTF-8 or in GBK, of which GB18030 is the larger kin. */
function decode(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  return Buffer.from(bytes).toString('latin1');
}
