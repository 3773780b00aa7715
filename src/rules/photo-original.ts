import type { Recompression } from '../model/facts.ts';
import type { Level } from '../model/ruled.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

/**
 * Whether a picture was squeezed on its way cannot be proved from its bytes, only suspected. A sure sign weighs what
 * the notice says; a suspicion is at most a *should*, so that a guess never blocks a submission.
 */
export const photoOriginal: Rule<PartCase> = (input) => {
  const { original } = input.media;
  if (!original) return [];
  const recompression = input.part.facts.photo?.recompression;
  return [
    judge(
      input,
      'photo.original',
      { ...original, level: weight(original.level, recompression) },
      {
        fact: recompression,
        holds: ({ verdict }) => verdict === 'none',
        args: { ...(recompression && { recompression }) },
      },
    ),
  ];
};

function weight(level: Level, recompression: Recompression | undefined): Level {
  return recompression?.verdict === 'likely' && level === 'must' ? 'should' : level;
}
