import { describe, expect, it } from 'vitest';
import { deckOf, deckParts, NARROW, type Deck } from '../../../fixtures/make/deck.mjs';
import { probeSlides } from '../../../src/probe/slides/probe-slides.ts';
import type { SlidesProbe } from '../../../src/probe/slides/slides-probe.ts';
import { seekWords } from '../../../src/probe/word/seek-words.ts';
import { memoryFiles } from '../pdf/memory-files.ts';
import { makeZip, type ZipPart } from '../word/make-zip.ts';

const PICTURE = Buffer.alloc(300, 7);
const FILM = Buffer.alloc(3_000, 9);

const probe = (bytes: Buffer) => probeSlides('课件.pptx', 'pptx', memoryFiles(new Uint8Array(bytes)));
const factsOf = async (deck: Deck) => (await probe(deckOf(deck))).slides;

/** A deck of which some parts are others, or not there. */
function changed(parts: Readonly<Record<string, string | undefined>>, deck: Deck = {}): Buffer {
  const all: Record<string, Uint8Array | string | undefined> = { ...deckParts(deck), ...parts };
  return makeZip(
    Object.entries(all).flatMap(([name, data]): ZipPart[] => (data === undefined ? [] : [{ name, data }])),
  );
}

function causeOf({ integrity }: SlidesProbe): string {
  return integrity.state === 'whole' ? 'whole' : `${integrity.state} ${integrity.cause.kind}`;
}

describe('a deck of slides', () => {
  it('tells how many there are, which are hidden, how large they are and what they say', async () => {
    const slides = [
      { texts: ['第一讲', '青年要自觉 2020 年'], notes: '问好', picture: PICTURE },
      { texts: ['不放的一张'], hidden: true, picture: PICTURE },
      { texts: ['联系 13800000000'], film: FILM, sound: Buffer.alloc(100, 3) },
    ];
    expect(await probe(deckOf({ slides, size: NARROW }))).toEqual({
      slides: {
        slides: 3,
        hidden: [2],
        size: { width: 254, height: 190.5 },
        lock: 'none',
        words: 18,
        notesWords: 2,
        outline: [
          { opening: '第一讲', words: 10 },
          { opening: '不放的一张', words: 5 },
          { opening: '联系 …', words: 3 },
        ],
        embedded: { pictures: 1, films: 1, sounds: 1 },
        linked: [],
      },
      integrity: { state: 'whole' },
    });
  });

  it('tells which films, sounds and pictures do not lie in it, without whose computer it was', async () => {
    const slides = [
      { film: 'file:///C:\\Users\\someone\\Desktop\\%E5%AE%A3%E4%BC%A0%E7%89%87.mp4' },
      { sound: 'music.mp3', picture: 'file:///D:/photos/one.jpg' },
      { film: 'https://v.example.cn/page/1.html' },
      { film: 'NULL' },
    ];
    expect((await factsOf({ slides }))?.linked).toEqual([
      { kind: 'film', slide: 1, place: 'file', name: '宣传片.mp4' },
      { kind: 'picture', slide: 2, place: 'file', name: 'one.jpg' },
      { kind: 'sound', slide: 2, place: 'file', name: 'music.mp3' },
      { kind: 'film', slide: 3, place: 'web', name: 'https://v.example.cn/page/1.html' },
      { kind: 'film', slide: 4, place: 'file', name: '' },
    ]);
  });

  it('does not miss a picture whose copy lies in it beside the link', async () => {
    const both = '<a:blip r:embed="rId1" r:link="rId2"/>';
    const parts = deckParts({ slides: [{ picture: PICTURE }] });
    const slide = String(parts['ppt/slides/slide1.xml']).replace(/<a:blip [^>]*>/, both);
    const list = String(parts['ppt/slides/_rels/slide1.xml.rels']).replace(
      '</Relationships>',
      '<Relationship Id="rId2" Type="http://x/image" Target="file:///C:/a.jpg" TargetMode="External"/></Relationships>',
    );
    const found = await probe(
      changed(
        { 'ppt/slides/slide1.xml': slide, 'ppt/slides/_rels/slide1.xml.rels': list },
        { slides: [{ picture: PICTURE }] },
      ),
    );
    expect(found.slides).toMatchObject({ embedded: { pictures: 1 }, linked: [] });
  });

  it('tells a film that should lie in it and does not', async () => {
    const found = await probe(changed({ 'ppt/media/video1.mp4': undefined }, { slides: [{ film: FILM }] }));
    expect(found.slides?.linked).toEqual([{ kind: 'film', slide: 1, place: 'missing', name: 'video1.mp4' }]);
  });

  it('tells one that is only to be read, and one that no longer says its size', async () => {
    expect(await factsOf({ restricted: true })).toMatchObject({ lock: 'restricted' });
    expect(await factsOf({ size: [0, -5] })).not.toHaveProperty('size');
  });

  it('reads strict documents', async () => {
    const strict = (xml: string) =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/presentationml/2006/main',
          'http://purl.oclc.org/ooxml/presentationml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const parts = Object.entries(deckParts({ slides: [{ texts: ['一'] }, { texts: ['二'] }] }));
    const bytes = makeZip(
      parts.map(([name, data]) => ({ name, data: typeof data === 'string' ? strict(data) : data })),
    );
    expect((await probe(bytes)).slides).toMatchObject({ slides: 2, words: 2 });
  });
});

describe('a deck that is not whole is never called so', () => {
  const whole = deckOf({ slides: [{ texts: ['讲稿'], picture: PICTURE, film: FILM }] });

  it('cut, wherever it is cut', async () => {
    for (let index = 1; index <= 40; index++) {
      const length = Math.floor((whole.length * index) / 41);
      expect(causeOf(await probe(whole.subarray(0, length))), `cut at ${String(length)}`).toMatch(/^broken/);
    }
  });

  it.each([
    ['a slide that is gone', changed({ 'ppt/slides/slide1.xml': undefined }), 'broken corrupt'],
    [
      'no slide at all',
      changed({
        'ppt/presentation.xml':
          '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
      }),
      'broken nothing-inside',
    ],
    ['no presentation', changed({ 'ppt/presentation.xml': undefined }), 'broken nothing-inside'],
    ['a text instead', changed({ 'ppt/presentation.xml': '<w/>' }), 'broken nothing-inside'],
    ['a slide that is none', changed({ 'ppt/slides/slide1.xml': '<p/>' }), 'broken corrupt'],
    ['broken XML', changed({ 'ppt/slides/slide1.xml': '<p:sld' }), 'broken corrupt'],
    [
      'an entity',
      changed({ 'ppt/slides/slide1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><p>&a;</p>' }),
      'broken corrupt',
    ],
    [
      'a part behind a password',
      makeZip([{ name: 'ppt/presentation.xml', data: '', flags: 1 }]),
      'broken password',
    ],
    ['an ocean of nothing', changed({ 'ppt/media/x.bin': '0'.repeat(40_000_000) }), 'unknown too-large'],
    [
      'more slides than anybody shows',
      changed({
        'ppt/presentation.xml': `<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">${'<p:sldId/>'.repeat(2_001)}</p:presentation>`,
      }),
      'unknown too-large',
    ],
  ])('%s', async (_, bytes, cause) => {
    const found = await probe(bytes);
    expect(causeOf(found)).toBe(cause);
    expect(found).not.toHaveProperty('slides');
  });

  it('a picture whose bytes have changed', async () => {
    const name = 'ppt/media/image1.png';
    const at = whole.indexOf(Buffer.from(name)) + name.length + 1;
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    expect(causeOf(await probe(damaged))).toBe('broken corrupt');
  });
});

describe('names that an anonymous deck gives away', () => {
  const found = async (deck: Deck) => {
    const sought = await seekWords('x.pptx', 'pptx', ['甲某某'], memoryFiles(new Uint8Array(deckOf(deck))));
    return sought.hits.flatMap(({ places }) => places);
  };
  it.each<[string, Deck, readonly string[]]>([
    ['on a slide', { slides: [{ texts: ['主讲：甲 某某'] }] }, ['text']],
    ['on a slide that is not shown', { slides: [{ texts: ['甲某某'], hidden: true }] }, ['text']],
    ['in the notes', { slides: [{ notes: '甲某某问好' }] }, ['text']],
    ['on the master', { master: '甲某某' }, ['margins']],
    ['of whoever commented', { comment: { author: '甲某某', text: '好' } }, ['comments']],
    ['in a comment', { comment: { author: '乙', text: '请甲某某看' } }, ['comments']],
    ['in the properties', { about: '甲某某' }, ['properties']],
    ['nowhere', {}, []],
  ])('%s', async (_, deck, places) => {
    expect(await found(deck)).toEqual(places);
  });
});
