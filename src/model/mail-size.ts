const MIB = 1024 * 1024;

/** What most mailboxes take as one message with something to spare: QQ, 163 and Tencent's company mail take 50 MB. */
export const DEFAULT_MAIL_LIMIT = 35 * MIB;

/** Base64 lines of 57 bytes become 76 letters and a line end (RFC 2045 6.8). */
const [LINE_BYTES, LINE_LETTERS] = [57, 78];

/** Bytes that a file takes at least in a message. */
export function encodedBytes(bytes: number): number {
  return Math.ceil(bytes / LINE_BYTES) * LINE_LETTERS;
}
