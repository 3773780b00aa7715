/** Objects by number; 1 is the catalog. Text is taken as bytes (latin1). */
export type Objects = Readonly<Record<number, string>>;

/** A document of hand-written objects with a classic index. `before` and `after` go around it. */
export function buildPdf(objects: Objects, extra = ''): Uint8Array {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const rows: string[] = ['0000000000 65535 f \n'];
  const last = Math.max(...Object.keys(objects).map(Number));
  for (let number = 1; number <= last; number++) {
    const body = objects[number];
    rows.push(body === undefined ? '0000000000 00000 f \n' : `${pad(text.length)} 00000 n \n`);
    if (body !== undefined) text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const index = text.length;
  text += `xref\n0 ${last + 1}\n${rows.join('')}trailer\n<</Size ${last + 1}/Root 1 0 R${extra}>>\n`;
  return bytes(`${text}startxref\n${index}\n%%EOF\n`);
}

/** A changed document as editors save it: the old bytes, then what is new. */
export function appendRevision(pdf: Uint8Array, number: number, body: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? '';
  const index = text.length + `${number} 0 obj\n${body}\nendobj\n`.length;
  return bytes(
    `${text}${number} 0 obj\n${body}\nendobj\nxref\n${number} 1\n${pad(text.length)} 00000 n \n` +
      `trailer\n<</Size ${number + 1}/Root 1 0 R/Prev ${previous}>>\nstartxref\n${index}\n%%EOF\n`,
  );
}

/** Catalog, page tree and pages; further objects from 1000 on. */
export function pagesOf(pages: readonly PageSketch[], further: Objects = {}): Objects {
  const objects: Record<number, string> = { 1: '<</Type/Catalog/Pages 2 0 R>>', ...further };
  const kids = pages.map((_, index) => `${10 + 2 * index} 0 R`).join(' ');
  objects[2] = `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`;
  for (const [index, page] of pages.entries()) {
    const number = 10 + 2 * index;
    const frame = `/MediaBox[0 0 595.28 841.89]/Resources<<${page.resources ?? ''}>>${page.more ?? ''}`;
    objects[number] = `<</Type/Page/Parent 2 0 R/Contents ${number + 1} 0 R${frame}>>`;
    objects[number + 1] = page.stream ?? stream('', page.content ?? '');
  }
  return objects;
}

export interface PageSketch {
  readonly content?: string;
  readonly stream?: string;
  readonly resources?: string;
  readonly more?: string;
}

export const HELVETICA = '/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>';

export function stream(dict: string, data: string | Uint8Array): string {
  const text = typeof data === 'string' ? data : Buffer.from(data).toString('latin1');
  return `<<${dict}/Length ${text.length}>>\nstream\n${text}\nendstream`;
}

export function bytes(latin1: string): Uint8Array {
  return Uint8Array.from(Buffer.from(latin1, 'latin1'));
}

function pad(offset: number): string {
  return String(offset).padStart(10, '0');
}
