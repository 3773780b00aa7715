import { unzipSync } from 'fflate';

/** The cells of one sheet by their names, and its merged cells: an own reader, by regular expressions. */
export interface ReadSheet {
  readonly cells: Readonly<Record<string, string>>;
  /** `t` and `s` of each cell. */
  readonly kinds: Readonly<Record<string, { readonly kind: string; readonly look: number }>>;
  readonly merges: readonly string[];
  readonly xml: string;
}

export function readSheet(bytes: Uint8Array, sheet = 1): ReadSheet {
  const parts = unzipSync(bytes);
  const xml = new TextDecoder().decode(parts[`xl/worksheets/sheet${sheet}.xml`]);
  const shared = [
    ...new TextDecoder().decode(parts['xl/sharedStrings.xml']).matchAll(/<si>(.*?)<\/si>/gs),
  ].map(([, inside = '']) => textIn(inside));
  const cells: Record<string, string> = {};
  const kinds: Record<string, { kind: string; look: number }> = {};
  for (const [, attributes = '', inside = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const read = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const place = read('r');
    const value = /<v>(.*?)<\/v>/.exec(inside)?.[1] ?? '';
    const text =
      read('t') === 's' ? (shared[Number(value)] ?? '') : inside.includes('<is>') ? textIn(inside) : value;
    if (text !== '') cells[place] = text;
    kinds[place] = { kind: read('t'), look: Number(read('s')) };
  }
  return {
    cells,
    kinds,
    merges: [...xml.matchAll(/<mergeCell ref="(.*?)"/g)].map(([, ref = '']) => ref),
    xml,
  };
}

function textIn(xml: string): string {
  return [...xml.matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs)]
    .map(([, text = '']) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    .join('');
}
