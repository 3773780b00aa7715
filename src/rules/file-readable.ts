import type { Result } from '../model/check.ts';
import type { Integrity } from '../model/facts.ts';
import { finding, HOUSE_MUST, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** It opens, it is not cut off, it decodes. */
export const fileReadable: Rule<PartCase> = (input) => {
  const { integrity, format, video, audio } = input.part.facts;
  return [
    finding('file.readable', HOUSE_MUST, subjectOfPart(input), resultByState[integrity.state], {
      integrity,
      format,
      decoded: (video ?? audio)?.decoded ?? false,
    }),
  ];
};

const resultByState: Readonly<Record<Integrity['state'], Result>> = {
  whole: 'pass',
  broken: 'fail',
  unknown: 'unknown',
};
