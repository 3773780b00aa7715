import { crc32 } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';

/** A small Word file of raw XML, so that a test says exactly what lies in it. */
export function formOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const word2010 = 'http://schemas.microsoft.com/office/word/2010/wordml';
  const texts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${space}" xmlns:w14="${word2010}"><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  const entries = Object.entries(texts).map(
    ([name, text]) => [name, new TextEncoder().encode(text)] as const,
  );
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2020, 0, 1) });
}

export function p(...runs: readonly string[]): string {
  return `<w:p>${runs.map((run) => (run.startsWith('<') ? run : r(run))).join('')}</w:p>`;
}
export function r(text: string, look = ''): string {
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}
export const underlined = (text: string): string => r(text, '<w:u w:val="single"/>');

/** A cell: its lines; `properties` as `<w:gridSpan …/>`. */
export function c(text: string | readonly string[] = '', properties = ''): string {
  const lines = typeof text === 'string' ? [text] : text;
  const content = lines
    .map((line) => (line.startsWith('<') ? line : line === '' ? '<w:p/>' : p(line)))
    .join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}
export const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
export const mergeStart = '<w:vMerge w:val="restart"/>';
export const merged = c('', '<w:vMerge/>');

export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** Text of the document, tables too; the parts of a cell or line are parted by `|`. An own reader, by regular expression. */
export function textOf(bytes: Uint8Array): string {
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
  return [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>|<\/w:p>|<w:br\/>/g)]
    .map(([found]) =>
      found.startsWith('</') || found.startsWith('<w:br') ? '|' : found.replace(/<[^>]*>/g, ''),
    )
    .join('')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

export function checksums(bytes: Uint8Array): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, crc32(data)]));
}
