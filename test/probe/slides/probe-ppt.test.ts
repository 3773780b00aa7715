import { describe, expect, it } from 'vitest';
import { sniffFormat } from '../../../src/materials/sniff-format.ts';
import { probeSlides } from '../../../src/probe/slides/probe-slides.ts';
import { seekWords } from '../../../src/probe/word/seek-words.ts';
import { memoryFiles } from '../pdf/memory-files.ts';
import { makeCompound, makePpt, record, words, type OldDeck } from './make-ppt.ts';

const probe = (bytes: Buffer) => probeSlides('课件.ppt', 'ppt', memoryFiles(new Uint8Array(bytes)));
const causeOf = async (bytes: Buffer) => {
  const { integrity } = await probe(bytes);
  return integrity.state === 'whole' ? 'whole' : `${integrity.state} ${integrity.cause.kind}`;
};

describe('an old deck (.ppt, .dps)', () => {
  it.each(['课件.ppt', '课件.dps', '课件.pps'])('is known for one by its bytes: %s', async (name) => {
    const opened = await memoryFiles(new Uint8Array(makePpt())).open('file');
    expect(await sniffFormat(opened, name)).toBe('ppt');
  });

  it('tells how many slides there are, which are hidden, how large they are and what they say', async () => {
    const slides = [
      { listed: '第一讲\r', text: '青年\r自觉' },
      { text: '不放', hidden: true },
    ];
    expect(await probe(makePpt({ slides, notes: '问好' }))).toEqual({
      slides: {
        slides: 2,
        hidden: [2],
        size: { width: 254, height: 190.5 },
        lock: 'none',
        words: 9,
        notesWords: 2,
        outline: [
          { opening: '第一讲', words: 7 },
          { opening: '不放', words: 2 },
        ],
        linked: [],
      },
      integrity: { state: 'whole' },
    });
  });

  it('goes by what was saved last', async () => {
    const found = await probe(makePpt({ slides: [{ text: '旧' }, { text: '二' }], saved: { text: '新的' } }));
    expect(found.slides?.outline).toEqual([
      { opening: '新的', words: 2 },
      { opening: '二', words: 1 },
    ]);
  });

  it('tells the films it only points at, which is all of them, and pictures that were not saved', async () => {
    const films = { 7: 'C:\\Users\\someone\\film.avi', 8: 'other.mpg' };
    const found = await probe(makePpt({ slides: [{}, { plays: [7], linkedPicture: true }], films }));
    expect(found.slides?.linked).toEqual([
      { kind: 'film', slide: 2, place: 'file', name: 'film.avi' },
      { kind: 'film', place: 'file', name: 'other.mpg' },
      { kind: 'picture', slide: 2, place: 'file', name: '' },
    ]);
  });

  it.each<[string, Buffer, string]>([
    ['behind a password', makePpt({ encrypted: true }), 'broken password'],
    ['without a slide', makePpt({ slides: [] }), 'broken nothing-inside'],
    ['half of it', makePpt().subarray(0, 2_300), 'broken cut-off'],
    [
      'pictures lost to a copy that was broken off',
      makePpt({ pictures: Buffer.alloc(40_960) }),
      'broken hollow',
    ],
    [
      'zeros instead of its document',
      makeCompound({
        'Current User': record(0x0ff6, words(20, 0xe391c05f, 0)),
        'PowerPoint Document': Buffer.alloc(4_096),
      }),
      'unknown no-prober',
    ],
    ['of PowerPoint 95', makeCompound({ PP40: Buffer.alloc(600, 1) }), 'unknown no-prober'],
  ])('is never called whole: %s', async (_, bytes, cause) => {
    expect(await causeOf(bytes)).toBe(cause);
  });

  it('is not called whole wherever a record’s length is wrong', async () => {
    const bytes = makePpt({ slides: [{ text: '一' }, { text: '二' }] });
    const at = bytes.indexOf(Buffer.from([0x0f, 0, 0xee, 0x03]));
    bytes.writeUInt32LE(0x7fff_ffff, at + 4);
    expect(await causeOf(bytes)).toBe('unknown no-prober');
  });
});

describe('names that an anonymous old deck gives away', () => {
  it.each<[string, OldDeck, readonly string[]]>([
    ['on a slide', { slides: [{ text: '主讲：甲某某' }] }, ['text']],
    ['in the notes', { notes: '甲某某' }, ['text']],
    ['on a slide that was replaced', { slides: [{ text: '甲某某' }], saved: { text: '乙' } }, ['text']],
    ['in the properties', { author: '甲某某' }, ['properties']],
    ['nowhere', {}, []],
  ])('%s', async (_, deck, places) => {
    const files = memoryFiles(new Uint8Array(makePpt(deck)));
    const sought = await seekWords('x.ppt', 'ppt', ['甲某某'], files);
    expect(sought.hits.flatMap((hit) => hit.places)).toEqual(places);
    expect(sought).not.toHaveProperty('cause');
  });
});
