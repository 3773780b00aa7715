import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitMessages } from '../../src/mail/fit-messages.ts';
import type { FitRequest } from '../../src/mail/fit-request.ts';
import type { MailDraft } from '../../src/mail/mail-draft.ts';
import type { MailAttachment } from '../../src/model/mail.ts';
import { encodedBytes } from '../../src/model/mail-size.ts';
import { without } from './without.ts';

const file = (name: string, bytes: number): MailAttachment => ({
  name,
  path: `/outbox/${name}`,
  bytes,
  sha256: 'a'.repeat(64),
});
const files = (sizes: readonly number[]) => sizes.map((bytes, index) => file(`${index}.bin`, bytes));

/** Like a real one: a head, a text that lists every mail and every link, and each file in base64 with its own head. */
const measureWith =
  (perMail: number, perLink = 200) =>
  (draft: MailDraft): Promise<number> => {
    const list =
      draft.division.length > 1 ? draft.division.length * perMail + draft.division.flat().length * 9 : 0;
    const attached = draft.attachments.reduce(
      (sum, { name, bytes }) => sum + 180 + name.length + encodedBytes(bytes),
      0,
    );
    return Promise.resolve(500 + list + draft.linked.length * perLink + String(draft.part).length + attached);
  };

const fit = (over: Partial<FitRequest>) =>
  fitMessages({ files: [], withLink: new Set(), limit: 10_000, measure: measureWith(60), ...over });
const shape = (mails: readonly MailDraft[]) =>
  mails.map(({ attachments }) => attachments.map(({ name }) => name));

describe('which mails a bundle becomes', () => {
  it('the zip goes alone where it fits, and exactly at the limit it does', async () => {
    const whole = file('包.zip', 5000);
    const measure = measureWith(60);
    const draft = { part: 1, parts: 1, attachments: [whole], division: [['包.zip']], linked: [] };
    const limit = await measure(draft);
    expect(await fit({ whole, files: files([1, 2]), limit })).toEqual({
      kind: 'fits',
      mails: [{ ...draft, bytes: limit }],
      linked: [],
    });
    expect(await fit({ whole, files: files([1, 2]), limit: limit - 1 })).toMatchObject({
      kind: 'fits',
      mails: [{ attachments: files([1, 2]) }],
    });
  });

  it('single files keep their order and fill mail after mail, each listing all', async () => {
    const fitted = await fit({ files: files([3000, 3000, 3000, 100, 6000]) });
    expect(fitted.kind === 'fits' && shape(fitted.mails)).toEqual([
      ['0.bin', '1.bin'],
      ['2.bin', '3.bin'],
      ['4.bin'],
    ]);
    expect(fitted.kind === 'fits' && fitted.mails[1]).toMatchObject({ part: 2, parts: 3 });
    expect(fitted.kind === 'fits' && fitted.mails.every(({ division }) => division.length === 3)).toBe(true);
  });

  it('what needs no attachment is one mail without any', async () => {
    expect(await fit({})).toMatchObject({
      kind: 'fits',
      mails: [{ part: 1, parts: 1, attachments: [], bytes: 501 }],
    });
  });

  it('one file too large for any mail stops everything, with every such file named', async () => {
    expect(await fit({ files: files([100, 9000, 200, 8000]) })).toEqual({
      kind: 'too-large',
      files: [
        { file: file('1.bin', 9000), messageBytes: expect.any(Number) as number },
        { file: file('3.bin', 8000), messageBytes: expect.any(Number) as number },
      ],
      limit: 10_000,
    });
  });

  it('with its link the rest goes, and what fits is attached although it has one', async () => {
    const fitted = await fit({ files: files([100, 9000, 200]), withLink: new Set(['1.bin', '2.bin']) });
    expect(fitted).toMatchObject({ kind: 'fits', linked: [{ name: '1.bin' }] });
    expect(fitted.kind === 'fits' && shape(fitted.mails)).toEqual([['0.bin', '2.bin']]);
    const all = await fit({ files: files([9000]), withLink: new Set(['0.bin']) });
    expect(all).toMatchObject({ kind: 'fits', mails: [{ attachments: [] }], linked: [{ name: '0.bin' }] });
  });

  it('a text that is itself too large is said to be that', async () => {
    expect(await fit({ limit: 500 })).toEqual({ kind: 'text-too-large', bytes: 501, limit: 500 });
    const linked = { files: files([9000]), withLink: new Set(['0.bin']), measure: measureWith(60, 20_000) };
    expect(await fit(linked)).toMatchObject({ kind: 'text-too-large' });
  });
});

const sizes = fc.array(fc.oneof(fc.nat(300), fc.nat(5000), fc.integer({ min: 4000, max: 7000 })), {
  maxLength: 14,
});
const asked = fc.record({
  sizes,
  limit: fc.integer({ min: 1500, max: 12_000 }),
  perMail: fc.nat(400),
  linked: fc.array(fc.nat(13)),
  zip: fc.option(fc.nat(9000), { nil: undefined }),
});

interface Asked {
  readonly sizes: readonly number[];
  readonly limit: number;
  readonly perMail: number;
  readonly linked: readonly number[];
  readonly zip: number | undefined;
}

function requestOf(made: Asked): FitRequest {
  return {
    ...(made.zip !== undefined && { whole: file('包.zip', made.zip) }),
    files: files(made.sizes),
    withLink: new Set(made.linked.map((index) => `${index}.bin`)),
    limit: made.limit,
    measure: measureWith(made.perMail),
  };
}

describe('for any files and any limit', () => {
  it('every file goes exactly once, in order, and no mail is over the limit', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (made) => {
        const request = requestOf(made);
        const fitted = await fitMessages(request);
        if (fitted.kind !== 'fits') return;
        for (const mail of fitted.mails) {
          expect(mail.bytes).toBe(await request.measure(mail));
          expect(mail.bytes).toBeLessThanOrEqual(request.limit);
          expect(mail.division).toEqual(shape(fitted.mails));
        }
        const attached = fitted.mails.flatMap(({ attachments }) => attachments);
        if (attached[0]?.name === '包.zip') expect(attached).toEqual([request.whole]);
        else {
          expect(attached).toEqual(request.files.filter((one) => !fitted.linked.includes(one)));
          expect(fitted.linked.every(({ name }) => request.withLink.has(name))).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('no division in the same order has fewer mails', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (made) => {
        const request = without(requestOf({ ...made, sizes: made.sizes.slice(0, 9) }), 'whole');
        const fitted = await fitMessages(request);
        if (fitted.kind !== 'fits') return;
        const attached = fitted.mails.flatMap(({ attachments }) => attachments);
        expect(await fewestMails(attached, fitted.linked, request)).toBe(fitted.mails.length);
      }),
      { numRuns: 300 },
    );
  });

  it('the same files give the same mails, and the rest of a round keeps to them', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.nat(5), async (made, out) => {
        const request = requestOf(made);
        const fitted = await fitMessages(request);
        expect(await fitMessages(request)).toEqual(fitted);
        if (fitted.kind !== 'fits') return;
        const kept = shape(fitted.mails).map((names, index) => {
          return { state: index === out ? ('sent' as const) : ('failed' as const), files: names };
        });
        expect(await fitMessages({ ...request, kept })).toEqual(fitted);
        const torn = kept.map((one, index) => (index === out ? one : { state: one.state }));
        expect(await fitMessages({ ...request, kept: torn })).toEqual(fitted);
      }),
      { numRuns: 300 },
    );
  });

  it('whatever the text does, an answer comes', async () => {
    const wild = fc.func(fc.nat(3000));
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 3000, max: 9000 }), wild, async (made, limit, noise) => {
        const measure = ({ attachments, division, part }: MailDraft) =>
          Promise.resolve(
            noise(JSON.stringify(division), part) +
              attachments.reduce((sum, { bytes }) => sum + encodedBytes(bytes), 0),
          );
        const fitted = await fitMessages({ files: files(made), withLink: new Set(), limit, measure });
        if (fitted.kind === 'fits') expect(fitted.mails.every(({ bytes }) => bytes <= limit)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** By trying all divisions. */
async function fewestMails(
  attached: readonly MailAttachment[],
  linked: readonly MailAttachment[],
  { limit, measure }: FitRequest,
): Promise<number> {
  let fewest = Infinity;
  for (let cuts = 0; cuts < 2 ** Math.max(0, attached.length - 1); cuts++) {
    const groups: MailAttachment[][] = [[]];
    for (const [index, one] of attached.entries()) {
      if (index > 0 && (cuts >> (index - 1)) & 1) groups.push([]);
      groups.at(-1)?.push(one);
    }
    const division = groups.map((group) => group.map(({ name }) => name));
    const sized = await Promise.all(
      groups.map((attachments, index) =>
        measure({ part: index + 1, parts: groups.length, attachments, division, linked }),
      ),
    );
    if (sized.every((bytes) => bytes <= limit)) fewest = Math.min(fewest, groups.length);
  }
  return fewest;
}

describe('what is left of a round', () => {
  const three = files([3000, 3000, 3000]);
  const kept = [
    { state: 'sent' as const, files: ['0.bin', '1.bin'] },
    { state: 'failed' as const, files: ['2.bin'] },
  ];

  it('keeps its division although the limit would now allow another', async () => {
    const fitted = await fit({ files: three, kept, limit: 100_000 });
    expect(fitted.kind === 'fits' && shape(fitted.mails)).toEqual([['0.bin', '1.bin'], ['2.bin']]);
  });

  it('a smaller limit stops only what has not gone out', async () => {
    expect(await fit({ files: three, kept, limit: 6000 })).toMatchObject({ kind: 'fits' });
    expect(await fit({ files: three, kept, limit: 4000 })).toMatchObject({
      kind: 'part-too-large',
      mail: { part: 2, parts: 2 },
      limit: 4000,
    });
  });

  it('keeps to the zip', async () => {
    const whole = file('包.zip', 100);
    const zipped = [{ state: 'in-doubt' as const, files: ['包.zip'] }];
    expect(await fit({ whole, files: three, kept: zipped })).toMatchObject({
      kind: 'fits',
      mails: [{ attachments: [whole] }],
      linked: [],
    });
  });

  const lost: readonly (readonly [string, readonly (readonly string[] | undefined)[]])[] = [
    ['a file that is no longer there', [['0.bin', '1.bin', '2.bin', 'x.bin']]],
    ['a file that no mail takes', [['0.bin'], ['1.bin']]],
    [
      'a file in two mails',
      [
        ['0.bin', '1.bin'],
        ['1.bin', '2.bin'],
      ],
    ],
    ['a zip that is gone', [['包.zip']]],
    ['a plan recorded by halves that would come out otherwise', [['0.bin'], undefined]],
  ];
  it.each(lost)('%s: nothing is sent by guess', async (_, division) => {
    const known = division.map((names) => ({ state: 'sent' as const, ...(names && { files: names }) }));
    expect(await fit({ files: three, kept: known })).toEqual({ kind: 'division-lost' });
  });
});

it('three hundred files are divided with few measurements', async () => {
  let measured = 0;
  const measure = (draft: MailDraft) => {
    measured += 1;
    return measureWith(60)(draft);
  };
  const fitted = await fit({ files: files(Array.from({ length: 300 }, () => 900)), limit: 60_000, measure });
  expect(fitted.kind === 'fits' && fitted.mails.length).toBeGreaterThan(5);
  expect(measured).toBeLessThan(400);
});
