import {
  Document,
  FootnoteReferenceRun,
  Header,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from 'docx';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { CONTENT_TYPES, documentXml, makeDocx, makeZip, PACKAGE_RELATIONSHIPS } from './make-zip.ts';
import { pngHead, relationshipsXml, WORD_NAMESPACE } from './make-zip.ts';
import { causeOf, probeBytes } from './probe-bytes.ts';

const outlined: unknown = expect.objectContaining({ figures: [] });

const paragraph = (inside: string): string => `<w:p>${inside}</w:p>`;
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

async function wordsIn(body: string): Promise<number | undefined> {
  return (await probeBytes(makeDocx(body), 'docx')).text?.words;
}

describe('a docx as the docx package writes it', async () => {
  const png = async (width: number, height: number, background: string): Promise<Buffer> =>
    await sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer();
  const image = (data: Buffer): ImageRun =>
    new ImageRun({ type: 'png', data, transformation: { width: 90, height: 90 } });
  const red = await png(120, 90, '#c31');
  const icon = await png(32, 32, '#17c');
  const logo = await png(100, 100, '#283');
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
  const bytes = await Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [new Paragraph('脚注')] } },
      sections: [
        {
          headers: {
            default: new Header({
              children: [new Paragraph({ children: [image(logo)] }), new Paragraph('电话13800000000')],
            }),
          },
          children: [
            new Paragraph({ text: '逆行者 24 小时', children: [new FootnoteReferenceRun(1)] }),
            new Table({ rows: [new TableRow({ children: [cell('联系人'), cell('甲乙')] })] }),
            new Paragraph({ children: [image(red), image(red), image(icon)] }),
          ],
        },
      ],
    }),
  );

  it('tells words, pictures, contact and opening; the header is not counted, but its telephone is seen', async () => {
    expect(await probeBytes(bytes, 'docx')).toEqual({
      text: {
        words: 13,
        lines: 3,
        pictures: 1,
        contact: { person: true, phone: true },
        opening: '逆行者 24 小时 联系人 甲乙 脚注',
        outline: outlined,
      },
      integrity: { state: 'whole' },
    });
  });

  it('is never whole when cut, wherever it is cut', async () => {
    for (let index = 1; index <= 40; index++) {
      const length = Math.floor((bytes.length * index) / 41);
      expect(
        causeOf(await probeBytes(bytes.subarray(0, length), 'docx')),
        `cut at ${String(length)}`,
      ).toMatch(/^broken/);
    }
    expect(causeOf(await probeBytes(bytes.subarray(0, -1), 'docx'))).toBe('broken no-index');
  });

  it('is never whole with a tail of zeros, as a broken-off copy leaves it', async () => {
    for (const part of [0.1, 0.5, 0.8]) {
      const hollow = Buffer.from(bytes).fill(0, Math.floor(bytes.length * part));
      expect(causeOf(await probeBytes(hollow, 'docx'))).toMatch(/^broken (hollow|no-index)/);
    }
  });
});

describe('字数 that a secretary would see in Word', () => {
  it.each([
    ['deleted text', paragraph(`${run('留')}<w:del>${run('删')}</w:del>`)],
    ['text moved away', paragraph(`${run('留')}<w:moveFrom>${run('移')}</w:moveFrom>`)],
    ['field codes', paragraph(`${run('留')}<w:r><w:instrText>PAGEREF x</w:instrText></w:r>`)],
    ['hidden text', paragraph(run('留') + run('藏', '<w:vanish/>'))],
    [
      'the reading above a character',
      paragraph(`<w:r><w:ruby><w:rt>${run('du')}</w:rt><w:rubyBase>${run('读')}</w:rubyBase></w:ruby></w:r>`),
    ],
    ['tab stops', '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>留</w:t></w:r></w:p>'],
  ])('does not count %s', async (_what, body) => {
    expect(await wordsIn(body)).toBe(1);
  });

  it('counts text that is marked as not hidden, and inserted text', async () => {
    expect(await wordsIn(paragraph(run('甲', '<w:vanish w:val="0"/>') + `<w:ins>${run('乙')}</w:ins>`))).toBe(
      2,
    );
  });

  it('counts a text box once, though it is written for new and for old programs', async () => {
    const box = `<w:txbxContent>${paragraph(run('框内'))}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(await wordsIn(paragraph(`${run('ab')}<w:r>${both}</w:r>${run('cd')}`))).toBe(3);
    const onlyOld = `<mc:AlternateContent><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
    expect(await wordsIn(paragraph(`<w:r>${onlyOld}</w:r>`))).toBe(2);
  });

  it('joins runs, parts words at tabs, breaks and symbols', async () => {
    expect(await wordsIn(paragraph(run('exam') + run('ple')))).toBe(1);
    expect(
      await wordsIn(paragraph(`${run('a')}<w:r><w:tab/></w:r>${run('b')}<w:r><w:br/></w:r>${run('c')}`)),
    ).toBe(3);
    expect(
      await wordsIn(paragraph(`${run('a')}<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>${run('b')}`)),
    ).toBe(2);
  });

  it('leaves the count open where text is brought in from another part', async () => {
    const found = await probeBytes(makeDocx('<w:altChunk r:id="rId9"/>' + paragraph(run('甲'))), 'docx');
    expect(found).toEqual({ integrity: { state: 'whole' } });
  });

  it('reads strict documents, UTF-16 parts and a byte order mark', async () => {
    const strict = documentXml(paragraph(run('严格')), 'http://purl.oclc.org/ooxml/wordprocessingml/main');
    const wide = Buffer.from(
      '\ufeff' + documentXml(paragraph(run('宽字'))).replace('UTF-8', 'UTF-16'),
      'utf16le',
    );
    const marked = '\ufeff' + documentXml(paragraph(run('标记')));
    for (const data of [strict, wide, marked]) {
      const zip = makeZip([CONTENT_TYPES, PACKAGE_RELATIONSHIPS, { name: 'word/document.xml', data }]);
      expect((await probeBytes(zip, 'docx')).text?.words).toBe(2);
    }
  });

  it('finds a main part that lies elsewhere, or whose relationship is missing', async () => {
    const data = documentXml(paragraph(run('他处')));
    const rels = {
      name: '_rels/.rels',
      data: relationshipsXml([['rId1', 'officeDocument', '/Sonst/Haupt.xml']]),
    };
    expect(
      (await probeBytes(makeZip([CONTENT_TYPES, rels, { name: 'sonst/haupt.xml', data }]), 'docx')).text
        ?.words,
    ).toBe(2);
    expect(
      (await probeBytes(makeZip([CONTENT_TYPES, { name: 'word/document.xml', data }]), 'docx')).text?.words,
    ).toBe(2);
  });
});

describe('embedded pictures, which are to be handed in as originals', () => {
  const blip = (id: string): string => `<w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r>`;
  const media = (name: string, data: Buffer): { name: string; data: Buffer } => ({
    name: `word/media/${name}`,
    data,
  });
  const rels = (...list: readonly (readonly [string, string, string])[]): { name: string; data: string } => ({
    name: 'word/_rels/document.xml.rels',
    data: relationshipsXml(list),
  });

  it('are counted once each; bullets and lines are not', async () => {
    const docx = makeDocx(
      paragraph([1, 2, 3, 4].map((number) => blip(`rId${String(number)}`)).join('')),
      rels(
        ['rId1', 'image', 'media/a.png'],
        ['rId2', 'image', 'media/same.png'],
        ['rId3', 'image', 'media/dot.png'],
        ['rId4', 'image', 'media/line.png'],
      ),
      media('a.png', pngHead(64, 64)),
      media('same.png', pngHead(64, 64)),
      media('dot.png', pngHead(63, 63)),
      media('line.png', pngHead(900, 4)),
    );
    expect((await probeBytes(docx, 'docx')).text?.pictures).toBe(1);
  });

  it('are counted when linked, in the old notation, or of unknown size; object previews are not', async () => {
    const body = [
      '<w:r><w:drawing><a:blip r:link="rId1"/></w:drawing></w:r>',
      '<w:r><w:pict><v:shape><v:imagedata r:id="rId2"/></v:shape></w:pict></w:r>',
      '<w:r><w:object><v:shape><v:imagedata r:id="rId3"/></v:shape></w:object></w:r>',
      `<w:del>${blip('rId4')}</w:del>`,
    ];
    const docx = makeDocx(
      paragraph(body.join('')),
      rels(
        ['rId1', 'image', 'file:///C:/a.jpg'],
        ['rId2', 'image', 'media/b.emf'],
        ['rId3', 'image', 'media/c.png'],
        ['rId4', 'image', 'media/d.png'],
      ),
      media('b.emf', Buffer.from('an unknown format, long enough to look at')),
      media('c.png', pngHead(300, 300)),
      media('d.png', pngHead(400, 400)),
    );
    expect((await probeBytes(docx, 'docx')).text?.pictures).toBe(2);
  });

  it('damaged ones make the file broken, and leave its text readable', async () => {
    const photo = Buffer.concat([pngHead(100, 100), Buffer.from('photo '.repeat(50))]);
    const docx = makeDocx(paragraph(run('正文')), { ...media('photo.png', photo), stored: true });
    const at = docx.indexOf('photo photo');
    docx.writeUInt8(docx.readUInt8(at) ^ 1, at);
    const found = await probeBytes(docx, 'docx');
    expect(found.text?.words).toBe(2);
    expect(found.integrity).toEqual({
      state: 'broken',
      cause: { kind: 'corrupt', detail: 'word/media/photo.png: CRC-32' },
    });
  });
});

describe('a bad or hostile docx gets a verdict and costs little', () => {
  const main = (data: string): Buffer =>
    makeZip([CONTENT_TYPES, PACKAGE_RELATIONSHIPS, { name: 'word/document.xml', data }]);

  it.each([
    ['no bytes', Buffer.alloc(0), 'broken no-index'],
    ['a zip of something else', makeZip([{ name: 'photo.jpg', data: 'x' }]), 'broken corrupt'],
    ['no main part', makeZip([CONTENT_TYPES, PACKAGE_RELATIONSHIPS]), 'broken nothing-inside'],
    ['a main part of another kind', main('<html/>'), 'broken nothing-inside'],
    ['XML that ends early', main(documentXml('<w:p>').slice(0, -12)), 'broken corrupt'],
    [
      'an entity bomb',
      main(`<!DOCTYPE x [<!ENTITY a "aaaa">]>${documentXml('<w:p>&a;</w:p>')}`),
      'broken corrupt',
    ],
    ['elements nested without end', main(documentXml('<w:p>'.repeat(5_000))), 'broken corrupt'],
    [
      'bytes that are no UTF-8',
      makeZip([
        CONTENT_TYPES,
        PACKAGE_RELATIONSHIPS,
        { name: 'word/document.xml', data: Buffer.from(documentXml('\xff'), 'latin1') },
      ]),
      'broken corrupt',
    ],
    ['a part twice', makeDocx('', { name: 'Word/Document.xml', data: 'x' }), 'broken corrupt'],
    ['an encrypted part', makeDocx('', { name: 'word/styles.xml', data: 'x', flags: 1 }), 'broken password'],
    [
      'more data than declared',
      makeDocx('', { name: 'word/media/x.png', data: 'x'.repeat(999), declaredBytes: 9 }),
      'broken corrupt',
    ],
    ['bytes behind its end', Buffer.concat([makeDocx(''), Buffer.from('more')]), 'broken corrupt'],
  ])('%s', async (_what, bytes, cause) => {
    expect(causeOf(await probeBytes(bytes, 'docx'))).toBe(cause);
  });

  it('a part that unpacks to gigabytes is refused before it is unpacked', async () => {
    // Processor time: other tests run at the same time.
    const start = process.cpuUsage();
    const bomb = makeDocx('', { name: 'word/media/x.png', data: 'x', declaredBytes: 3_000_000_000 });
    expect((await probeBytes(bomb, 'docx')).integrity).toEqual({
      state: 'unknown',
      cause: { kind: 'too-large', what: 'unpacked', limit: 16_777_216 },
    });
    const long = makeZip([
      CONTENT_TYPES,
      PACKAGE_RELATIONSHIPS,
      { name: 'word/document.xml', data: Buffer.alloc(67_108_865, ' ') },
    ]);
    expect(causeOf(await probeBytes(long, 'docx'))).toBe('unknown too-large');
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000);
  });

  it('a name in the package cannot disturb the terminal', async () => {
    const name = 'word/\u001b[2J\u202e.xml';
    const zip = makeZip([
      CONTENT_TYPES,
      PACKAGE_RELATIONSHIPS,
      { name: 'word/document.xml', data: documentXml('') },
      { name, data: 'x', declaredBytes: 5 },
    ]);
    const { integrity } = await probeBytes(zip, 'docx');
    expect(JSON.stringify(integrity)).toContain('word/?[2J?.xml');
  });

  it('a wrong number of parts in the index is found', async () => {
    const docx = makeDocx('', { name: 'word/styles.xml', data: '<x/>' });
    docx.writeUInt16LE(docx.readUInt16LE(docx.length - 12) - 1, docx.length - 12);
    expect(causeOf(await probeBytes(docx, 'docx'))).toBe('broken corrupt');
  });

  it('keeps the namespace of Word apart from others', async () => {
    expect(
      await wordsIn(
        `<x:p xmlns:x="urn:x"><x:t>不是</x:t></x:p><y:p xmlns:y="${WORD_NAMESPACE}"><y:r><y:t>是</y:t></y:r></y:p>`,
      ),
    ).toBe(1);
  });
});
