import type { SignatureField } from '../model/media-rules.ts';
import { hitOf } from '../model/sought.ts';
import { authorsOf } from './persons.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** What whoever wrote it has to leave in the last lines: numbers by how they look, names as they are known. */
export const textSignature: Rule<PartCase> = (input) => {
  const { signature } = input.media;
  if (!signature) return [];
  const asked = signature.value;
  const subject = subjectOfPart(input);
  if (!input.part.facts.text?.outline) {
    const args = { asked, unknown: asked };
    return [finding('text.signature', signature, subject, 'unknown', args, reasonUnlearned(input))];
  }
  const states = asked.map((field) => [field, stateOf(field, input)] as const);
  const missing = states.filter(([, state]) => state === 'missing').map(([field]) => field);
  const unknown = states.filter(([, state]) => state === 'unknown').map(([field]) => field);
  const result = missing.length > 0 ? 'fail' : unknown.length > 0 ? 'unknown' : 'pass';
  return [finding('text.signature', signature, subject, result, { asked, missing, unknown })];
};

type State = 'there' | 'missing' | 'unknown';

function stateOf(field: SignatureField, input: PartCase): State {
  const ending = input.part.facts.text?.outline?.ending;
  switch (field) {
    case 'phone':
    case 'mail':
    case 'number':
      return ending?.[field] === true ? 'there' : 'missing';
    case 'unit':
      return anyOf(input.org === undefined ? [] : [input.org], input);
    case 'name':
      return anyOf(authorsOf(input.item), input);
  }
}

/** A name that nobody told cannot be missed. */
function anyOf(words: readonly string[], { part: { sought } }: PartCase): State {
  if (words.length === 0 || !sought) return 'unknown';
  if (words.some((word) => hitOf(sought, word)?.places.includes('ending'))) return 'there';
  return sought.cause ? 'unknown' : 'missing';
}
