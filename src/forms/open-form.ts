import { readPackage, unpackPart, type PackedPart } from './form-package.ts';
import { UnreadableForm } from './unreadable.ts';
import { parseWordXml, type Document, type Element } from './word-xml.ts';

/** A part with text: the document, its headers and footers. */
export interface Story {
  readonly part: string;
  readonly document: Document;
  readonly root: Element;
}

export interface OpenForm {
  readonly parts: readonly PackedPart[];
  readonly stories: readonly Story[];
}

const MAIN = 'word/document.xml';
const MARGINS = /^word\/(?:header|footer)\d*\.xml$/;
const MOST_MARGINS = 60;

/** Opens a .docx. Throws `UnreadableForm`. */
export async function openForm(bytes: Uint8Array): Promise<OpenForm> {
  const parts = readPackage(bytes);
  const main = parts.find((part) => part.name === mainPart(parts));
  if (!main) throw new UnreadableForm('not-docx', `no ${MAIN}`);
  const margins = parts.filter((part) => MARGINS.test(part.name)).slice(0, MOST_MARGINS);
  const stories: Story[] = [];
  for (const part of [main, ...margins]) {
    const document = await parseWordXml(unpackPart(part), part.name);
    const root = document.documentElement;
    if (!root) throw new UnreadableForm('broken', `${part.name} is empty`);
    stories.push({ part: part.name, document, root });
  }
  return { parts, stories };
}

/** Usually word/document.xml; the package says which (ECMA-376 Part 2, 9.3). */
function mainPart(parts: readonly PackedPart[]): string {
  const relations = parts.find((part) => part.name === '_rels/.rels');
  if (!relations) return MAIN;
  const text = new TextDecoder().decode(unpackPart(relations));
  const [relation] = /<[^>]*\/relationships\/officeDocument"[^>]*>/.exec(text) ?? [];
  const target = relation === undefined ? undefined : /Target="\/?([^"]{1,200})"/.exec(relation)?.[1];
  return target ?? MAIN;
}
