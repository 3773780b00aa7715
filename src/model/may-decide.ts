import type { CheckOf, Code } from './check.ts';
import type { Answer } from './decision.ts';

/** What a person may say about a check: nothing where it is settled by what the bytes are. */
export function answersTo(check: CheckOf<Code>): readonly Answer[] {
  if (isBeyondWords(check)) return [];
  if (check.result === 'unknown') return ['yes', 'no', 'waive'];
  if (check.result === 'fail') return isGuess(check) ? ['yes', 'waive'] : ['waive'];
  return check.result === 'pass' && isGuess(check) ? ['no'] : [];
}

/**
 * Without materials there is nothing to decide about; what belongs where is said by moving it; a step of handing in
 * comes after packing, and is ticked there.
 */
function isBeyondWords(check: CheckOf<Code>): boolean {
  if (check.code === 'manual') return 'route' in check.args;
  if ('unsorted' in check.args && check.result === 'unknown') return true;
  return check.code === 'materials.none' || check.code === 'file.unclassified';
}

const GUESSED: ReadonlySet<Code> = new Set([
  'photo.original',
  'video.picture',
  'video.bars',
  'video.clipping',
]);

/** Seen in the picture, not measured: a person who has looked knows better. */
function isGuess({ code, args }: CheckOf<Code>): boolean {
  if (GUESSED.has(code)) return true;
  if (!('found' in args)) return false;
  const { kind } = args.found;
  return kind === 'burned-in' || kind === 'burned-partly' || kind === 'not-in-picture';
}
