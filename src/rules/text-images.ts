import type { PicturesRule } from '../model/media-rules.ts';
import { within } from '../model/range.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

/**
 * Pictures set into the text: also beside it as files, since an office cannot print what Word has shrunk; or none;
 * or so many.
 */
export const textImages: Rule<PartCase> = (input) => {
  const { pictures } = input.media;
  if (!pictures) return [];
  const embedded = input.part.facts.text?.pictures;
  const supplied = input.item.parts.filter(({ role }) => role === 'photo').length;
  return [
    judge(input, 'text.images', pictures, {
      fact: embedded,
      holds: (count) => holds(pictures.value, count, supplied),
      args: { asked: pictures.value, ...(embedded !== undefined && { embedded }), supplied },
    }),
  ];
};

function holds(asked: PicturesRule, embedded: number, supplied: number): boolean {
  if (asked === 'separate') return embedded <= supplied;
  return asked === 'none' ? embedded === 0 : within(asked.embedded, embedded);
}
