import type { SoughtPlace } from '../../model/sought.ts';
import type { OpenFile } from '../../system/system.ts';
import { mainPart } from '../word/main-part.ts';
import { OfficePackage } from '../word/open-package.ts';
import { unknown } from '../word/unfit.ts';
import type { WordSeeker } from '../word/word-seeker.ts';
import { wordsOfParts } from '../word/words-of-parts.ts';

/** Codes between the words of a header: &C, &12, &"仿宋,常规". ECMA-376-1, 18.3.1.46 */
const HEADER_CODES = /&(?:"[^"]*"|\d+|K[0-9A-F]{6}|[A-Z])/gi;

/** Every part of a workbook that holds words: sheets and rows that are not shown, charts and comments too. */
export async function seekInXlsx(file: OpenFile, seeker: WordSeeker): Promise<void> {
  const from = await OfficePackage.open(file);
  const main = await mainPart(from, 'xl/workbook.xml');
  if (main.name.endsWith('.bin')) throw unknown({ kind: 'no-prober' });
  await wordsOfParts(from, placeOf, (text, place) => {
    seeker.look(place === 'margins' ? text.replace(HEADER_CODES, '') : text, place);
  });
}

/** ECMA-376-1, 12.3: the parts of a workbook. Styles and themes hold no words of the writer's. */
function placeOf(name: string): SoughtPlace | undefined {
  if (!name.endsWith('.xml')) return undefined;
  if (name.startsWith('docprops/') || /^customxml\/item\d+\.xml$/.test(name)) return 'properties';
  if (!name.startsWith('xl/') || /^xl\/(?:styles|calcchain|theme\/)/.test(name)) return undefined;
  return /^xl\/(?:comments|threadedcomments|persons)/.test(name) ? 'comments' : 'text';
}
