import { buildPdf, stream } from '../probe/pdf/build-pdf.ts';
import { isoBox } from '../probe/photo/make-images.ts';
import {
  CONTENT_TYPES,
  documentXml,
  makeDocx,
  makeZip,
  PACKAGE_RELATIONSHIPS,
  relationshipsXml,
} from '../probe/word/make-zip.ts';

// Files that are made to reach for others: each names an address (`a`) and a file beside the materials (`d`).

/** A QuickTime film without data of its own: its one track lies in the file or at the address named. QTFF, `dref` */
function referenceMovie(kind: 'url ' | 'alis' | 'rsrc', place: string): Buffer {
  const zeros = (count: number) => Buffer.alloc(count);
  const version = zeros(4);
  const u32 = (...values: number[]) =>
    Buffer.concat(
      values.map((value) => {
        const b = zeros(4);
        b.writeUInt32BE(value);
        return b;
      }),
    );
  const dref = isoBox('dref', version, u32(1), isoBox(kind, version, Buffer.from(`${place}\0`)));
  const avc1 = isoBox(
    'avc1',
    zeros(6),
    Buffer.from([0, 1]),
    zeros(16),
    Buffer.from([0x07, 0x80, 0x04, 0x38]),
    zeros(50),
  );
  const stbl = isoBox(
    'stbl',
    isoBox('stsd', version, u32(1), avc1),
    isoBox('stts', version, u32(1, 100, 1000)),
    isoBox('stsc', version, u32(1, 1, 100, 1)),
    isoBox('stsz', version, u32(100, 100)),
    isoBox('stco', version, u32(1, 0)),
  );
  const minf = isoBox(
    'minf',
    isoBox('vmhd', Buffer.from([0, 0, 0, 1]), zeros(8)),
    isoBox('dinf', dref),
    stbl,
  );
  const mdhd = isoBox('mdhd', version, u32(0, 0, 1000, 100_000), zeros(4));
  const hdlr = isoBox('hdlr', version, zeros(4), Buffer.from('vide'), zeros(12), Buffer.from('v\0'));
  const tkhd = isoBox(
    'tkhd',
    Buffer.from([0, 0, 0, 7]),
    u32(0, 0, 1, 0, 100_000),
    zeros(52),
    u32(1920 << 16, 1080 << 16),
  );
  const mvhd = isoBox('mvhd', version, u32(0, 0, 1000, 100_000, 0x10000), zeros(76));
  const trak = isoBox('trak', tkhd, isoBox('mdia', mdhd, hdlr, minf));
  return Buffer.concat([isoBox('ftyp', Buffer.from('isom\0\0\0\0isom')), isoBox('moov', mvhd, trak)]);
}

export const DECOY = 'decoy.mp4';
export type Trap = readonly [
  what: string,
  file: string,
  make: (address: string, decoy: string) => string | Uint8Array,
];
export const TRAPS: readonly Trap[] = [
  [
    'an HLS list',
    'hls.mp4',
    (a, d) =>
      `#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:9,\n${a}.ts\n#EXTINF:9,\nfile:${d}\n#EXTINF:9,\n../../${DECOY}\n#EXT-X-ENDLIST\n`,
  ],
  [
    'an HLS list with a key',
    'key.mp4',
    (a) => `\ufeff#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="${a}"\n#EXTINF:9,\n${a}\n`,
  ],
  [
    'a concat script',
    'concat.mp4',
    (a, d) => `ffconcat version 1.0\nfile '${a}.mp4'\nfile '${d}'\nfile ../../${DECOY}\n`,
  ],
  [
    'a DASH manifest',
    'dash.mp4',
    (a, d) =>
      `<?xml version="1.0"?>\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT9S"><BaseURL>${a}</BaseURL><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>file:${d}</BaseURL><SegmentList><SegmentURL media="${a}.m4s"/></SegmentList></Representation></AdaptationSet></Period></MPD>`,
  ],
  [
    'a session description',
    'sdp.mp4',
    (a) =>
      `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video ${new URL(a).port} RTP/AVP 96\na=rtpmap:96 H264/90000\n`,
  ],
  [
    'a smooth-streaming manifest',
    'ism.mp4',
    (a) =>
      `<SmoothStreamingMedia MajorVersion="2" Duration="9"><StreamIndex Type="video" Url="${a}"/></SmoothStreamingMedia>`,
  ],
  ['a RealMedia list', 'ram.mp4', (a) => `${a}.rm\n${a.replace('http', 'rtsp')}\n`],
  [
    'a Windows Media list',
    'asx.wmv',
    (a) => `<asx version="3.0"><entry><ref href="${a}.wmv"/></entry></asx>`,
  ],
  ['an ASF reference', 'ref.wmv', (a) => `[Reference]\r\nRef1=${a}\r\n`],
  ['a film whose data lies at an address', 'url.mp4', (a) => referenceMovie('url ', a)],
  ['a film whose data lies in another file', 'file.mp4', (_, d) => referenceMovie('url ', `file://${d}`)],
  ['a film whose data lies in another file, as an alias', 'alias.mov', (_, d) => referenceMovie('alis', d)],
  [
    'a film that names another film',
    'rdrf.mov',
    (a) =>
      Buffer.concat([
        isoBox('ftyp', Buffer.from('qt  \0\0\0\0qt  ')),
        isoBox(
          'moov',
          isoBox(
            'rmra',
            isoBox(
              'rmda',
              isoBox(
                'rdrf',
                Buffer.alloc(4),
                Buffer.from('url '),
                Buffer.from([0, 0, 0, a.length + 1]),
                Buffer.from(`${a}\0`),
              ),
            ),
          ),
        ),
      ]),
  ],
  [
    'a picture that is a drawing with links',
    'svg.jpg',
    (a, d) =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><image xlink:href="${a}" width="9" height="9"/><image href="file://${d}"/></svg>`,
  ],
  [
    'a docx whose picture lies at an address',
    'link.docx',
    (a) =>
      makeDocx(
        '<w:p><w:r><w:t>文</w:t></w:r><w:r><w:drawing><a:blip r:link="rId9"/></w:drawing></w:r></w:p>',
        { name: 'word/_rels/document.xml.rels', data: relationshipsXml([['rId9', 'image', `${a}.png`]]) },
      ),
  ],
  [
    'a docx with a template at an address',
    'template.docx',
    (a) =>
      makeDocx('<w:p/>', {
        name: 'word/_rels/settings.xml.rels',
        data: relationshipsXml([['rId1', 'attachedTemplate', `${a}.dotm`]]),
      }),
  ],
  [
    'a docx with an outer entity',
    'entity.docx',
    (a) =>
      docxOf(
        documentXml('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>').replace(
          '?>',
          `?><!DOCTYPE x [<!ENTITY x SYSTEM "${a}">]>`,
        ),
      ),
  ],
  [
    'a Word-2003 document with an outer entity',
    'entity.doc',
    (a, d) =>
      `<?xml version="1.0"?><?mso-application progid="Word.Document"?><!DOCTYPE x [<!ENTITY x SYSTEM "${a}"><!ENTITY y SYSTEM "file://${d}">]><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>&x;&y;</w:t></w:r></w:p></w:body></w:wordDocument>`,
  ],
  [
    'a web page',
    'page.docx',
    (a) =>
      `<html><head><meta http-equiv="refresh" content="0;url=${a}"><link rel="stylesheet" href="${a}"></head><body><img src="${a}"></body></html>`,
  ],
  [
    'a PDF whose page lies in another file',
    'outer.pdf',
    (a, d) =>
      buildPdf({
        1: `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(${a})>>/URI<</Base(${a})>>>>`,
        2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>',
        4: stream(`/F(${d})/FFilter/None`, '0 0 m'),
        5: `<</S/GoToR/F<</FS/URL/F(${a})>>>>`,
      }),
  ],
  [
    'subtitles with a style at an address',
    'web.srt',
    (a) => `1\n00:00:01,000 --> 00:00:02,000\n<img src="${a}">字\n`,
  ],
  ['a shortcut to an address', 'link.url', (a) => `[InternetShortcut]\r\nURL=${a}\r\n`],
];

function docxOf(document: string): Buffer {
  return makeZip([CONTENT_TYPES, PACKAGE_RELATIONSHIPS, { name: 'word/document.xml', data: document }]);
}
