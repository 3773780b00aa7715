import * as z from 'zod/mini';
import { DELIVERY_STATES, type LedgerEntry } from '../model/ledger.ts';

export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  readonly unreadable: readonly UnreadableLine[];
}

export interface UnreadableLine {
  /** Counts from 1. */
  readonly line: number;
  /** Its beginning. */
  readonly text: string;
  /**
   * `torn`: the beginning of a line whose writing was cut off; the step it was to record was never taken ·
   * `later`: written by a later version of this program · `garbled`: none of our lines. The last two may hide a mail
   * that was sent.
   */
  readonly why: 'torn' | 'later' | 'garbled';
}

const text = z.string();
const named = z.string().check(z.minLength(1));
const count = z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));
const number = z.int().check(z.minimum(1), z.maximum(10_000));
/** Keys of a later version are let through. */
const schema = z.object({
  schemaVersion: z.literal(1),
  at: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/)),
  state: z.enum(DELIVERY_STATES),
  bundle: named,
  notice: text,
  org: text,
  category: text,
  route: z.exactOptional(text),
  to: z.exactOptional(text),
  content: named,
  round: count,
  part: z.exactOptional(number),
  parts: z.exactOptional(number),
  files: z.exactOptional(z.array(text)),
  messageId: z.exactOptional(text),
  bytes: z.exactOptional(count),
  reply: z.exactOptional(text),
  reason: z.exactOptional(text),
  by: z.exactOptional(text),
  note: z.exactOptional(text),
});

const LINE_END = 0x0a;

/** Never throws: what is no line of ours is named, and what stands around it is kept. Blank lines are nothing. */
export function parseLedger(bytes: Uint8Array): Ledger {
  const entries: LedgerEntry[] = [];
  const unreadable: UnreadableLine[] = [];
  let line = 0;
  for (const { written, whole } of linesOf(bytes)) {
    line += 1;
    if (written.trim() === '') continue;
    const parsed = whole ? parseLine(written) : 'garbled';
    if (typeof parsed === 'object') entries.push(parsed);
    else unreadable.push({ line, text: written.slice(0, MOST_TOLD), why: parsed });
  }
  return { entries, unreadable };
}

const MOST_TOLD = 200;

interface Line {
  readonly written: string;
  /** False where its bytes are no UTF-8. */
  readonly whole: boolean;
}

/** Decoded at one go; line by line where a part of it is no UTF-8. */
function linesOf(bytes: Uint8Array): Iterable<Line> {
  const decoded = decode(bytes);
  return decoded === undefined
    ? damagedLines(bytes)
    : decoded.split('\n').map((written) => ({ written, whole: true }));
}

function* damagedLines(bytes: Uint8Array): Generator<Line> {
  for (let from = 0; from <= bytes.length;) {
    const found = bytes.indexOf(LINE_END, from);
    const end = found < 0 ? bytes.length : found;
    const piece = bytes.subarray(from, end);
    const decoded = decode(piece);
    yield { written: decoded ?? new TextDecoder().decode(piece), whole: decoded !== undefined };
    from = end + 1;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // `fatal` throws on the first byte that is no UTF-8.
    return undefined;
  }
}

function parseLine(written: string): LedgerEntry | UnreadableLine['why'] {
  const value = parseJson(written);
  if (value === undefined) return isTorn(written) ? 'torn' : 'garbled';
  const parsed = schema.safeParse(value);
  if (parsed.success && isNumbered(parsed.data)) return parsed.data;
  return isLater(value) ? 'later' : 'garbled';
}

function isNumbered({ part = 1, parts = part }: LedgerEntry): boolean {
  return part <= parts;
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    // SyntaxError: no JSON.
    return undefined;
  }
}

/** Every line begins alike, and ends with its only closing brace. */
function isTorn(written: string): boolean {
  const begun = '{"schemaVersion":1,';
  const line = written.trimEnd();
  return (line.startsWith(begun) || begun.startsWith(line)) && !line.includes('{', 1) && !line.includes('}');
}

function isLater(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return false;
  return typeof value.schemaVersion === 'number' && value.schemaVersion > 1;
}

/** Without a line end. */
export function formatLedgerEntry({ schemaVersion, ...rest }: LedgerEntry): string {
  return JSON.stringify({ schemaVersion, ...rest });
}
