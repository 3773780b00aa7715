import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LayoutFacts, LayoutSight } from '../../../src/model/layout.ts';
import { probeLayout } from '../../../src/probe/layout/probe-layout.ts';
import type { Format } from '../../../src/model/format.ts';
import { nodeFiles } from '../../../src/system/node-files.ts';
import { CONTENT_TYPES, makeZip, PACKAGE_RELATIONSHIPS, WORD_NAMESPACE } from '../word/make-zip.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts beside the main one, as the inside of their root elements. */
export interface OtherParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly settings?: string;
  readonly theme?: string;
  /** By id of relationship; those that begin with `h` are headers. */
  readonly margins?: Readonly<Record<string, string>>;
}

/** A Word document written by hand, in the words of WPS or Word. */
export function makeWord(body: string, parts: OtherParts = {}): Buffer {
  const word = (root: string, inside: string): string =>
    `<w:${root} xmlns:w="${WORD_NAMESPACE}" xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${inside}</w:${root}>`;
  const margins = Object.entries(parts.margins ?? {}).map(([id, inside]) => {
    const kind = id.startsWith('h') ? 'header' : 'footer';
    return { id, kind, name: `${id}.xml`, data: word(kind === 'header' ? 'hdr' : 'ftr', inside) };
  });
  const others = [
    { id: 'rs', kind: 'styles', name: 'styles.xml', data: word('styles', parts.styles ?? '') },
    { id: 'rn', kind: 'numbering', name: 'numbering.xml', data: word('numbering', parts.numbering ?? '') },
    { id: 're', kind: 'settings', name: 'settings.xml', data: word('settings', parts.settings ?? '') },
    { id: 'rt', kind: 'theme', name: 'theme/theme1.xml', data: themeXml(parts.theme ?? '') },
    ...margins,
  ];
  const relationships = others.map(
    ({ id, kind, name }) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${name}"/>`,
  );
  return makeZip([
    CONTENT_TYPES,
    PACKAGE_RELATIONSHIPS,
    { name: 'word/document.xml', data: word('document', `<w:body>${body}</w:body>`) },
    {
      name: 'word/_rels/document.xml.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`,
    },
    ...others.map(({ name, data }) => ({ name: `word/${name}`, data })),
  ]);
}

function themeXml(fonts: string): string {
  return `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>${fonts}</a:fontScheme></a:themeElements></a:theme>`;
}

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inside: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
export const font = (name: string, halfPoints: number): string =>
  `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}"/><w:sz w:val="${halfPoints}"/>`;

export async function sightOf(bytes: Uint8Array, format: Format = 'docx'): Promise<LayoutSight> {
  const folder = await mkdtemp(path.join(tmpdir(), 'probe-layout-'));
  try {
    const file = path.join(folder, 'text.docx');
    await writeFile(file, bytes);
    return await probeLayout(file, format, nodeFiles);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function layoutOf(bytes: Uint8Array): Promise<LayoutFacts> {
  const sight = await sightOf(bytes);
  if (sight.state !== 'read') throw new Error('this layout was not read', { cause: sight });
  return sight.layout;
}
