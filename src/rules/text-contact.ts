import { judge, type PartCase, type Rule } from './rule.ts';

/** A contact person and a telephone number stand in the text itself. */
export const textContact: Rule<PartCase> = (input) => {
  const { contact } = input.media;
  if (!contact) return [];
  const found = input.part.facts.text?.contact;
  return [
    judge(input, 'text.contact', contact, {
      fact: found,
      holds: ({ person, phone }) => person && phone,
      args: { ...found },
    }),
  ];
};
