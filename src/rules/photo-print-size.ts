import type { PhotoFacts } from '../model/facts.ts';
import type { PrintSize } from '../model/media-rules.ts';
import { printSizeMiss } from '../model/print-size-miss.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

const MM_PER_INCH = 25.4;

/** Millimetres on paper by pixels and dots per inch, either way up. */
export const photoPrintSize: Rule<PartCase> = (input) => {
  const { printSize } = input.media;
  if (!printSize) return [];
  const actual = printed(input.part.facts.photo);
  return [
    judge(input, 'photo.print-size', printSize, {
      fact: actual,
      holds: (size) => printSizeMiss(printSize.value, size) === undefined,
      args: { asked: printSize.value, ...(actual && { actual }) },
    }),
  ];
};

function printed(photo: PhotoFacts | undefined): PrintSize | undefined {
  const dpi = photo?.dpi;
  if (!photo || dpi === undefined || dpi <= 0) return undefined;
  const { width, height } = photo.shown;
  return { width: (width / dpi) * MM_PER_INCH, height: (height / dpi) * MM_PER_INCH };
}
