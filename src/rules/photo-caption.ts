import { countWords } from '../model/count-words.ts';
import { baseName, stemOf } from '../model/file-name.ts';
import { OPENING_LETTERS } from '../model/outline.ts';
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

/** “图1：合影”: what stands behind the photo's name, in its own line. */
function inText(photo: Part, { parts }: Item): Caption | undefined {
  const name = Array.from(stemOf(photo.path).replace(/\s+/g, ''), escape).join('\\s*');
  const line = new RegExp(`^[【[（(]?\\s*${name}\\s*(?:[】\\]）)]\\s*[：:]?|[：:.．、\\s])\\s*`, 'iu');
  for (const part of parts) {
    for (const { opening, words } of part.facts.text?.outline?.paragraphs ?? []) {
      const lead = line.exec(opening)?.[0];
      const actual = lead === undefined ? 0 : words - countWords(lead);
      if (actual > 0) return { from: 'text', actual };
    }
  }
  return undefined;
}

function escape(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** A text nobody could read may hold it; so may one of which too little of each line is known for so long a name. */
function mayStandInText(photo: Part, { parts }: Item): boolean {
  const texts = parts.filter(({ role }) => role === 'text');
  const long = Array.from(stemOf(photo.path)).length >= OPENING_LETTERS - 2;
  return texts.some(({ facts }) => !facts.text?.outline || long);
}
