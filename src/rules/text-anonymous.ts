import type { NameFound } from '../model/check.ts';
import { baseName } from '../model/file-name.ts';
import type { Part } from '../model/materials.ts';
import { foldWords, hitOf } from '../model/sought.ts';
import { namesToHide } from './names-to-hide.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** Neither unit nor person may be named: in the text, around it, in what the file says of itself, in its name. */
export const textAnonymous: Rule<PartCase> = (input) => {
  const { anonymous } = input.media;
  if (!anonymous) return [];
  const { part } = input;
  const { words, unsaid } = namesToHide(input.item, input);
  const named = words.flatMap((word) => placesOf(word, input));
  const unread = words.length > 0 && (!part.sought || part.sought.cause !== undefined);
  const subject = subjectOfPart(input);
  const args = { named, unsaid, unread, ...kindOf(part) };
  if (named.length > 0) return [finding('text.anonymous', anonymous, subject, 'fail', args)];
  if (unread) return [finding('text.anonymous', anonymous, subject, 'unknown', args, reasonUnlearned(input))];
  return [finding('text.anonymous', anonymous, subject, unsaid.length > 0 ? 'unknown' : 'pass', args)];
};

/** What its places are called, and how it is mended. */
function kindOf({ role, facts }: Part) {
  if (facts.format === 'xlsx') return { excel: 'new' as const };
  if (facts.format === 'xls') return { excel: 'old' as const };
  return role === 'slides' ? { slides: true as const } : {};
}

function placesOf(word: string, { part }: PartCase): readonly NameFound[] {
  const places = hitOf(part.sought, word)?.places ?? [];
  const within = places.flatMap((place) => (place === 'ending' ? [] : [{ word, place }]));
  const isInName = foldWords(baseName(part.path)).includes(foldWords(word));
  return isInName ? [...within, { word, place: 'file-name' }] : within;
}
