import { countWords } from '../model/count-words.ts';
import { escapePattern } from '../model/escape-pattern.ts';
import { baseName, stemOf } from '../model/file-name.ts';
import { OPENING_LETTERS, type OutlineParagraph } from '../model/outline.ts';
import { within } from '../model/range.ts';
import { foldWords } from '../model/sought.ts';
import type { Item, Part } from '../model/materials.ts';
import { finding, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** A caption for each photo: in 作品信息.yaml, in a text file of the photo's name, or as a line of the work's text. */
export const photoCaption: Rule<PartCase> = (input) => {
  const { captions } = input.media;
  if (!captions) return [];
  const { part, item } = input;
  const range = captions.value;
  const caption = inInfo(part, item) ?? inOwnFile(part, item) ?? inText(part, item);
  const args = { range, file: baseName(part.path), ...caption };
  const subject = subjectOfPart(input);
  if (caption)
    return [
      finding('photo.caption', captions, subject, within(range, caption.actual) ? 'pass' : 'fail', args),
    ];
  const numbered = numberedLine(part, item);
  if (numbered !== undefined)
    return [finding('photo.caption', captions, subject, 'unknown', { ...args, numbered })];
  const result = mayStandInText(part, item) ? 'unknown' : 'fail';
  return [finding('photo.caption', captions, subject, result, args)];
};

interface Caption {
  readonly from: 'info' | 'file' | 'text';
  readonly actual: number;
}

function inInfo({ path }: Part, { info }: Item): Caption | undefined {
  const names = [baseName(path), stemOf(path)].map(foldWords);
  const [, said = ''] =
    Object.entries(info?.captions ?? {}).find(([name]) => names.includes(foldWords(name))) ?? [];
  return said === '' ? undefined : { from: 'info', actual: countWords(said) };
}

function inOwnFile(photo: Part, { parts }: Item): Caption | undefined {
  const words = parts.find((part) => isCaptionOf(part, photo))?.facts.text?.words ?? 0;
  return words === 0 ? undefined : { from: 'file', actual: words };
}

/** A plain text file that has a photo's name. */
export function isCaptionOf(part: Pick<Part, 'path' | 'facts'>, photo: Pick<Part, 'path' | 'role'>): boolean {
  const stem = (path: string) => foldWords(path.slice(0, path.lastIndexOf('.')));
  return photo.role === 'photo' && part.facts.format === 'text' && stem(part.path) === stem(photo.path);
}

/** “1”, “a”, “三”, “（二）”: a photo of such a name is called as the points of any text are. */
const NUMBER = /^[（(]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3}|[①-⑳])[）)]?$/iu;
const PICTURE = '(?:图片|照片|附图|图)';

/** “图1：合影”: what stands behind the photo's name, in its own line. */
function inText(photo: Part, item: Item): Caption | undefined {
  const name = spaced(stemOf(photo.path));
  const lines = NUMBER.test(stemOf(photo.path).trim())
    ? [`[【[]\\s*${PICTURE}?\\s*${name}\\s*[】\\]]\\s*[：:]?`, `${PICTURE}\\s*${name}[：:.．、\\s]`]
    : [`[【[（(]?\\s*${name}\\s*(?:[】\\]）)]\\s*[：:]?|[：:.．、\\s])`];
  const line = new RegExp(`^(?:${lines.join('|')})\\s*`, 'iu');
  for (const { opening, words } of paragraphsOf(item)) {
    const lead = line.exec(opening)?.[0];
    const actual = lead === undefined ? 0 : words - countWords(lead);
    if (actual > 0) return { from: 'text', actual };
  }
  return undefined;
}

/** “1．指导思想” may be the caption of a photo called 1, or a point of the text: how that line begins. */
function numberedLine(photo: Part, item: Item): string | undefined {
  const stem = stemOf(photo.path).trim();
  if (!NUMBER.test(stem)) return undefined;
  const line = new RegExp(`^[（(]?${spaced(stem)}\\s*(?:[）)]\\s*[：:]?|[：:.．、\\s])`, 'iu');
  const found = paragraphsOf(item).find(({ opening }) => line.test(opening));
  return found && Array.from(found.opening).slice(0, SHOWN_LETTERS).join('');
}

const SHOWN_LETTERS = 12;

function paragraphsOf({ parts }: Item): readonly OutlineParagraph[] {
  return parts.flatMap(({ facts }) => facts.text?.outline?.paragraphs ?? []);
}

function spaced(name: string): string {
  return Array.from(name.replace(/\s+/g, ''), (letter) => escapePattern(letter)).join('\\s*');
}

/** A text nobody could read may hold it; so may one of which too little of each line is known for so long a name. */
function mayStandInText(photo: Part, { parts }: Item): boolean {
  const texts = parts.filter(({ role }) => role === 'text');
  const long = Array.from(stemOf(photo.path)).length >= OPENING_LETTERS - 2;
  return texts.some(({ facts }) => !facts.text?.outline || long);
}
