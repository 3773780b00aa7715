import { describe, expect, it } from 'vitest';
import { probeWord } from '../../../src/probe/word/probe-word.ts';
import { nodeFiles } from '../../../src/system/node-files.ts';
import { pngHead } from './make-zip.ts';
import { causeOf, probeBytes } from './probe-bytes.ts';

const outlined: unknown = expect.objectContaining({ figures: [] });

const NAMESPACES =
  'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"';
const word2003 = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:wordDocument ${NAMESPACES}><w:body>${body}</w:body></w:wordDocument>`;

describe('Word 2003 XML, which often hides under a .doc name', () => {
  it('gives words, pictures and the telephone of its footer', async () => {
    const picture = pngHead(100, 100).toString('base64');
    const body = [
      '<w:p><w:r><w:t>正文H.264</w:t></w:r><aml:annotation w:type="Word.Deletion"><w:r><w:delText>删</w:delText></w:r></aml:annotation></w:p>',
      `<w:p><w:r><w:pict><w:binData w:name="wordml://1.png">${picture}</w:binData><v:shape><v:imagedata src="wordml://1.png"/></v:shape></w:pict></w:r></w:p>`,
      '<w:sectPr><w:ftr><w:p><w:r><w:t>电话13800000000</w:t></w:r></w:p></w:ftr></w:sectPr>',
    ];
    expect(await probeBytes(word2003(body.join('')), 'word2003xml')).toEqual({
      text: {
        words: 3,
        lines: 1,
        pictures: 1,
        contact: { person: false, phone: true },
        opening: '正文H.264',
        outline: outlined,
      },
      integrity: { state: 'whole' },
    });
  });
  it('is broken when cut, or when it is another XML', async () => {
    expect(causeOf(await probeBytes(word2003('<w:p/>').slice(0, -9), 'word2003xml'))).toBe('broken corrupt');
    expect(causeOf(await probeBytes('<x/>', 'word2003xml'))).toBe('broken nothing-inside');
    expect(causeOf(await probeBytes('', 'word2003xml'))).toBe('broken corrupt');
  });
});

describe('plain text', () => {
  it('is counted in whatever encoding it was saved', async () => {
    const gbk = Buffer.from([0xd5, 0xbd, 0xd2, 0xdf]); // 战疫
    expect((await probeBytes(gbk, 'text')).text?.words).toBe(2);
    expect((await probeBytes('\ufeff战疫', 'text')).text?.words).toBe(2);
  });
  it('with a tail of zeros is a broken-off copy', async () => {
    expect(causeOf(await probeBytes(Buffer.concat([Buffer.from('战疫'), Buffer.alloc(50)]), 'text'))).toBe(
      'broken hollow',
    );
  });
});

describe('what nothing here can look inside', () => {
  it.each(['rtf', 'odt', 'html'] as const)('%s is unknown, never passed', async (format) => {
    expect(await probeBytes('{\\rtf1 x}', format)).toEqual({
      integrity: { state: 'unknown', cause: { kind: 'no-prober' } },
    });
  });
  it('a file that is gone is unknown, and says so', async () => {
    expect(await probeWord('/nowhere/at/all.docx', 'docx', nodeFiles)).toEqual({
      integrity: { state: 'unknown', cause: { kind: 'unreadable', detail: 'missing' } },
    });
  });
});
