import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLedgerEntry, parseLedger } from '../../src/mail/ledger-file.ts';
import { readLedger } from '../../src/mail/read-ledger.ts';
import { DELIVERY_STATES } from '../../src/model/ledger.ts';
import { EnvironmentError } from '../../src/model/problems.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { temporaryFolder } from '../materials/temporary-folder.ts';
import { entry } from './make-entry.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const good = formatLedgerEntry(entry({ state: 'sent' }));

describe('what was sent is known whatever happened to the file', () => {
  it('an entry is one line and comes back whole, with every character', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).map((made) => made.replace(/\p{Cs}/gu, '?'));
    const entries = fc.record({
      state: fc.constantFrom(...DELIVERY_STATES),
      note: text,
      reply: text,
      org: text,
    });
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 5 }), (made) => {
        const written = made.map((one) => entry(one));
        const lines = written.map(formatLedgerEntry);
        expect(lines.every((line) => !/[\r\n]/.test(line))).toBe(true);
        expect(parseLedger(bytes(lines.map((line) => `${line}\n`).join('')))).toEqual({
          entries: written,
          unreadable: [],
        });
      }),
    );
  });

  const bad: readonly (readonly [what: string, line: string | Uint8Array, why: string])[] = [
    ['a line cut off at the end of the file', good.slice(0, 100), 'torn'],
    ['a line cut off in its first word', '{"schemaV', 'torn'],
    ['a line of a later version', good.replace('"schemaVersion":1', '"schemaVersion":2'), 'later'],
    ['words of a person', '张老师改过', 'garbled'],
    ['zeros after a power cut', '\0\0\0\0', 'garbled'],
    ['half a line glued to a whole one', good.slice(0, 50) + good, 'garbled'],
    ['an unknown state', good.replace('"sent"', '"send"'), 'garbled'],
    ['a mailbox that is a number', good.replace('"office@example.edu.cn"', '7'), 'garbled'],
    ['a part beyond the last', formatLedgerEntry(entry({ part: 3, parts: 2 })), 'garbled'],
    ['a round below zero', good.replace('"round":0', '"round":-1'), 'garbled'],
    ['a list', '[]', 'garbled'],
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0xd5, 0xc5, 0x7d), 'garbled'],
  ];
  it.each(bad)('%s is named with its line, and the lines around it stay known', (_, line, why) => {
    const middle = typeof line === 'string' ? bytes(line) : line;
    const file = Buffer.concat([bytes(`${good}\n\n`), middle, bytes(`\n${good}\n`)]);
    const { entries, unreadable } = parseLedger(file);
    expect(entries).toHaveLength(2);
    expect(unreadable).toEqual([{ line: 3, text: expect.any(String) as string, why }]);
  });

  it('an editor that adds a byte order mark and Windows line ends loses nothing', () => {
    expect(parseLedger(bytes(`\uFEFF${good}\r\n\r\n  \r\n${good}\r\n`))).toEqual({
      entries: [entry({ state: 'sent' }), entry({ state: 'sent' })],
      unreadable: [],
    });
  });

  it('a key of a later version does not hide the mail that was sent', () => {
    expect(parseLedger(bytes(good.replace('{', '{"new":{"a":1},'))).entries).toEqual([
      entry({ state: 'sent' }),
    ]);
  });

  it('no bytes at all make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (noise, at) => {
        const file = Buffer.from(`${good}\n${good}\n`);
        const { entries, unreadable } = parseLedger(
          Buffer.concat([file.subarray(0, at), noise, file.subarray(at)]),
        );
        expect(entries.length + unreadable.length).toBeLessThanOrEqual(4 + noise.length);
      }),
    );
  });

  it('ten thousand entries are read before anyone notices', () => {
    const line = formatLedgerEntry(
      entry({ part: 1, parts: 3, files: ['一.docx', '二.jpg'], messageId: 'a@b', bytes: 1, reply: '250 Ok' }),
    );
    const file = bytes(`${line}\n`.repeat(10_000));
    parseLedger(file.subarray(0, 10_000));
    // Processor time: other tests run at the same time.
    const before = process.cpuUsage();
    expect(parseLedger(file).entries).toHaveLength(10_000);
    const { user, system } = process.cpuUsage(before);
    process.stderr.write(`10,000 ledger entries: ${((user + system) / 1000).toFixed(0)} ms\n`);
    expect((user + system) / 1000).toBeLessThan(3000);
  });
});

describe('the ledger of an outbox', () => {
  const folder = temporaryFolder();
  it('none yet is an empty one', async () => {
    expect(await readLedger(folder.path(), nodeFiles)).toEqual({ entries: [], unreadable: [] });
  });
  it('one that cannot be read is never taken for an empty one', async () => {
    await folder.put('outbox/ledger.jsonl/x');
    await expect(readLedger(folder.path('outbox'), nodeFiles)).rejects.toThrow(EnvironmentError);
  });
});
