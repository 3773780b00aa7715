import type { SoughtPlace } from '../../model/sought.ts';
import type { OpenFile } from '../../system/system.ts';
import { OfficePackage } from '../word/open-package.ts';
import type { WordSeeker } from '../word/word-seeker.ts';
import { wordsOfParts } from '../word/words-of-parts.ts';

/** Every part of a presentation that holds words: slides that are not shown, notes, masters and comments too. */
export async function seekInPptx(file: OpenFile, seeker: WordSeeker): Promise<void> {
  await wordsOfParts(await OfficePackage.open(file), placeOf, (text, place) => {
    seeker.look(text, place);
  });
}

/** ECMA-376-1, 13.3: the parts of a presentation; masters and layouts bear what stands on every slide. */
function placeOf(name: string): SoughtPlace | undefined {
  if (!name.endsWith('.xml')) return undefined;
  if (name.startsWith('docprops/') || /^customxml\/item\d+\.xml$/.test(name)) return 'properties';
  const [, folder = '', part = ''] = /^ppt\/(?:(.*)\/)?([^/]+)\.xml$/.exec(name) ?? [];
  if (folder.startsWith('comments') || /^(?:commentauthors|authors)/.test(part)) return 'comments';
  if (/^(?:slidemasters|slidelayouts|notesmasters|handoutmasters)$/.test(folder)) return 'margins';
  return /^(?:slides|notesslides|diagrams|charts)$/.test(folder) ? 'text' : undefined;
}
