import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryOf, indexDeliveries, otherContentSent } from '../../src/mail/delivery-state.ts';
import { isToSend, type PartState } from '../../src/mail/part-state.ts';
import { DELIVERY_STATES, type LedgerEntry } from '../../src/model/ledger.ts';
import type { BundleState } from '../../src/model/send.ts';
import { entry } from './make-entry.ts';
import { without } from './without.ts';

const key = { content: entry().content, to: 'office@example.edu.cn' };
const look = (entries: readonly LedgerEntry[], senderLives = false) =>
  deliveryOf(indexDeliveries(entries), key, senderLives);

/** `sent`, or `2/3 sent`, or `sent by` for a person's word about one mail, `all sent by` about the bundle. */
function told(words: string): LedgerEntry {
  const match = /^(all )?(?:(\d)\/(\d) )?([a-z-]+)( by)?(?: round (\d))?$/.exec(words);
  const [, all, part, parts, state, by, round] = match ?? [];
  const known = DELIVERY_STATES.find((one) => one === state);
  if (!known) throw new Error(words);
  return entry({
    state: known,
    round: Number(round ?? 0),
    ...(all === undefined && { part: Number(part ?? 1), parts: Number(parts ?? 1) }),
    ...(by !== undefined && { by: '李老师' }),
  });
}

describe('where one mail stands after each course of events', () => {
  const table: readonly (readonly [steps: string, state: PartState, living?: PartState])[] = [
    ['planned', 'planned'],
    ['planned, sending', 'in-doubt', 'sending'],
    ['planned, sending, sent', 'sent'],
    ['planned, sending, failed', 'failed'],
    ['planned, sending, in-doubt', 'in-doubt'],
    // A second try.
    ['planned, sending, failed, sending', 'in-doubt', 'sending'],
    ['planned, sending, failed, sending, sent', 'sent'],
    ['planned, sending, failed, planned', 'planned'],
    ['planned, sending, failed, planned, sending, failed', 'failed'],
    // Begun anew without knowing how the first try ended: a later no says nothing of the first.
    ['planned, sending, planned', 'in-doubt'],
    ['planned, sending, sending', 'in-doubt'],
    ['planned, sending, sending, failed', 'in-doubt'],
    ['planned, sending, sending, sent', 'sent'],
    ['planned, sending, in-doubt, planned', 'in-doubt'],
    ['planned, sending, in-doubt, sending, failed', 'in-doubt'],
    ['planned, sending, in-doubt, sending, sent', 'sent'],
    // A person looked.
    ['planned, sending, sent by', 'sent'],
    ['planned, sending, failed by', 'failed'],
    ['planned, sending, all failed by', 'failed'],
    ['planned, sending, in-doubt, sent by', 'sent'],
    ['planned, sending, in-doubt, failed by', 'failed'],
    ['planned, sending, in-doubt, all sent by', 'sent'],
    ['planned, sending, in-doubt, failed by, sending, sent', 'sent'],
    ['planned, sending, sent, failed by', 'failed'],
    ['planned, sending, sent, all failed by', 'sent'],
    ['planned, all failed by', 'planned'],
    // Nothing takes back a yes.
    ['planned, sending, sent, planned', 'sent'],
    ['planned, sending, sent, sending', 'sent'],
    ['planned, sending, sent, failed', 'sent'],
    ['planned, sending, sent, in-doubt', 'sent'],
    // Handed in by a person.
    ['all done by', 'done'],
    ['planned, done by', 'done'],
    ['planned, sending, failed, all done by', 'done'],
    ['planned, sending, sent, all done by', 'sent'],
    ['all done by, planned', 'done'],
    ['all done by, failed by', 'failed'],
    ['planned by', 'planned'],
    ['done', 'done'],
    ['done, planned, sending', 'done'],
    ['done, sent', 'sent'],
  ];
  const rows = table.map(([steps, state, living = state]) => [steps, state, living] as const);
  it.each(rows)('%s → %s', (steps, state, living) => {
    const entries = steps.split(', ').map(told);
    expect(look(entries).parts.map((part) => part.state)).toEqual([state]);
    expect(look(entries, true).parts.map((part) => part.state)).toEqual([living]);
  });
});

describe('where a bundle stands', () => {
  const table: readonly (readonly [steps: string, state: BundleState, sent: number])[] = [
    ['1/3 planned, 2/3 planned, 3/3 planned', 'planned', 0],
    ['1/3 planned, 2/3 planned, 3/3 planned, 1/3 sending, 1/3 sent', 'partly-sent', 1],
    [
      '1/3 planned, 2/3 planned, 3/3 planned, 1/3 sending, 1/3 sent, 2/3 sending, 2/3 failed',
      'partly-sent',
      1,
    ],
    ['1/3 planned, 2/3 planned, 3/3 planned, 1/3 sending, 1/3 sent, 2/3 sending', 'in-doubt', 1],
    ['1/3 sent, 2/3 in-doubt, 3/3 failed', 'in-doubt', 1],
    ['1/2 sent, 2/2 sent', 'sent', 2],
    ['1/2 failed, 2/2 planned', 'failed', 0],
    ['1/2 sent, 2/2 failed, all done by', 'done', 1],
    ['1/2 sent', 'partly-sent', 1],
    ['1/2 in-doubt, 2/2 in-doubt, all sent by', 'sent', 2],
    ['1/2 in-doubt, 2/2 failed, all sent by', 'partly-sent', 1],
    // Planned anew before anything went out: the last division counts.
    ['1/2 planned, 2/2 planned, 1/3 planned, 2/3 planned, 3/3 planned', 'planned', 0],
    [
      '1/3 planned, 2/3 planned, 3/3 planned, 1/2 planned, 2/2 planned, 1/2 sending, 1/2 sent',
      'partly-sent',
      1,
    ],
    // By one division something went out, by another too: files may have come twice, so nobody sends more unasked.
    ['1/2 sent, 1/3 sent', 'in-doubt', 1],
    ['1/2 sent, 2/2 sent, 1/3 sending', 'sent', 2],
    // The latest round counts.
    ['sent, planned round 1', 'planned', 0],
    ['sent, planned round 1, sending round 1, sent round 1', 'sent', 1],
    ['in-doubt, planned round 1, sending round 1, failed round 1', 'failed', 0],
  ];
  it.each(table)('%s → %s', (steps, state, sent) => {
    const delivery = look(steps.split(', ').map(told));
    expect([delivery.state, delivery.counts.sent]).toEqual([state, sent]);
  });

  it('of which the ledger says nothing has not begun, whatever else was sent', () => {
    const others = [
      entry({ state: 'sent', content: 'other' }),
      entry({ state: 'sent', to: 'else@example.edu.cn' }),
    ];
    expect(look([])).toMatchObject({ state: 'none', round: 0, parts: [] });
    expect(look(others)).toMatchObject({ state: 'none', round: 0, parts: [] });
    expect(look([]).division).toBeUndefined();
  });

  it('handed in by a way that is no mail is done', () => {
    const ticked = without(entry({ state: 'done', by: '李老师' }), 'to');
    const { content } = key;
    expect(deliveryOf(indexDeliveries([ticked]), { content }, false).state).toBe('done');
    expect(look([ticked]).state).toBe('none');
  });

  it('a mail that may have gone out binds the others to the same division', () => {
    const planned = [
      entry({ part: 1, parts: 2, files: ['甲.docx', '乙.jpg'] }),
      entry({ part: 2, parts: 2, files: ['丙.mp4'] }),
    ];
    expect(look(planned).division).toBeUndefined();
    const begun = [...planned, entry({ part: 1, parts: 2, state: 'sending' })];
    expect(look(begun).division).toEqual([['甲.docx', '乙.jpg'], ['丙.mp4']]);
    expect(look([...planned.slice(0, 1), ...begun.slice(2)]).division).toEqual([
      ['甲.docx', '乙.jpg'],
      undefined,
    ]);
  });

  it('other content under the same name is told, so that nobody sends a corrected bundle unawares', () => {
    const first = entry({ content: 'old', state: 'sent' });
    const entries = [
      entry({ content: 'old', state: 'sending' }),
      first,
      entry({ content: 'older', state: 'failed' }),
    ];
    expect(
      otherContentSent([...entries, entry({ state: 'sent' })], { ...key, bundle: first.bundle }),
    ).toEqual([first]);
  });
});

describe('never twice, whatever stands in the ledger', () => {
  const step = fc.record({
    state: fc.constantFrom(...DELIVERY_STATES),
    part: fc.integer({ min: 1, max: 3 }),
    parts: fc.integer({ min: 1, max: 3 }),
    round: fc.integer({ min: 0, max: 1 }),
  });
  const steps = fc.array(
    step.filter(({ part, parts }) => part <= parts).map((made) => entry(made)),
    { maxLength: 14 },
  );

  it('a mail that was sent in a round is never to be sent again in it', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (entries, living) => {
        const { parts, round } = look(entries, living);
        const own = entries.filter((one) => one.round === round);
        for (const { part, parts: total, state } of parts) {
          const sent = own.some((one) => one.state === 'sent' && one.part === part && one.parts === total);
          if (sent) expect(isToSend(state)).toBe(false);
        }
        // By another division too: then its files may have come already.
        const others = own.some((one) => one.state === 'sent' && one.parts !== parts[0]?.parts);
        if (others) expect(parts.filter(({ state }) => isToSend(state))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('a mail that began and has no outcome is never to be sent without a person or a yes', () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const round = 1;
        const start = entry({ state: 'sending', part: 1, parts: 1, round });
        const later = after.map((one) => ({ ...one, part: 1, parts: 1, round }));
        const unsettled = later.filter(({ state }) => state === 'planned' || state === 'sending');
        const { parts } = look([...before.map((one) => ({ ...one, round: 0 })), start, ...unsettled]);
        expect(parts.map(({ state }) => state)).toEqual(['in-doubt']);
      }),
    );
  });

  it('nothing is forgotten: what is neither handed in nor in doubt is still to be sent', () => {
    fc.assert(
      fc.property(steps, (entries) => {
        for (const { state } of look(entries).parts) {
          expect([...DELIVERY_STATES, 'unsent']).toContain(state);
          expect(isToSend(state) || state === 'sent' || state === 'done' || state === 'in-doubt').toBe(true);
        }
      }),
    );
  });
});

it('five hundred bundles are looked up in a large ledger at once', () => {
  const entries = Array.from({ length: 10_000 }, (_, index) =>
    entry({ content: String(index % 500), state: index < 5000 ? 'sending' : 'sent' }),
  );
  // Processor time: other tests run at the same time.
  const before = process.cpuUsage();
  const index = indexDeliveries(entries);
  const states = Array.from({ length: 500 }, (_, of) => {
    return deliveryOf(index, { ...key, content: String(of) }, false).state;
  });
  const { user, system } = process.cpuUsage(before);
  process.stderr.write(`500 bundles in 10,000 entries: ${((user + system) / 1000).toFixed(0)} ms\n`);
  expect(new Set(states)).toEqual(new Set(['sent']));
  expect((user + system) / 1000).toBeLessThan(2000);
});
