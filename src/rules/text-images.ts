import { judge, type PartCase, type Rule } from './rule.ts';

/** Pictures set into the text must also lie beside it as files: an office cannot print what Word has shrunk. */
export const textImages: Rule<PartCase> = (input) => {
  const { pictures } = input.media;
  if (!pictures) return [];
  const embedded = input.part.facts.text?.pictures;
  const supplied = input.item.parts.filter(({ role }) => role === 'photo').length;
  return [
    judge(input, 'text.images', pictures, {
      fact: embedded,
      holds: (count) => count <= supplied,
      args: { ...(embedded !== undefined && { embedded }), supplied },
    }),
  ];
};
