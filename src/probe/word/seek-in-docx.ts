import type { OpenFile } from '../../system/system.ts';
import type { SoughtPlace } from '../../model/sought.ts';
import { OfficePackage } from './open-package.ts';
import { relationshipsOf } from './relationships.ts';
import type { WordSeeker } from './word-seeker.ts';
import { wordsOfParts } from './words-of-parts.ts';

/** Every part of a Word package that holds words, what was deleted or hidden in it too: a reader can bring it back. */
export async function seekInDocx(file: OpenFile, seeker: WordSeeker): Promise<void> {
  const from = await OfficePackage.open(file);
  const main = (await relationshipsOf(from, '')).find(({ kind }) => kind === 'officeDocument')?.target;
  await wordsOfParts(from, placeOf, (text, place, { name }) => {
    if (place === 'text' && name === (main ?? 'word/document.xml')) seeker.lookInBody(text);
    else seeker.look(text, place);
  });
}

/** ECMA-376 Part 1, 11.3: the parts of a document. Styles, fonts, settings and themes hold no words of the writer's. */
function placeOf(name: string): SoughtPlace | undefined {
  if (!name.endsWith('.xml')) return undefined;
  if (name.startsWith('docprops/') || /^customxml\/item\d+\.xml$/.test(name)) return 'properties';
  const [, part = ''] = /^word\/(?:.*\/)?([^/]+)\.xml$/.exec(name) ?? [];
  if (/^(?:header|footer)\d*$/.test(part)) return 'margins';
  if (/^(?:comments|people)/.test(part)) return 'comments';
  return /^(?:document|footnotes|endnotes)\d*$/.test(part) || part.startsWith('chart') ? 'text' : undefined;
}
