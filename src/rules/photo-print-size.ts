import type { PhotoFacts } from '../model/facts.ts';
import type { PrintSize } from '../model/media-rules.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

/** What a printer's cutter is allowed, and what rounding to whole pixels and dots per inch comes to. */
const TOLERANCE_MM = 2;
const MM_PER_INCH = 25.4;

/** Millimetres on paper by pixels and dots per inch, either way up. */
export const photoPrintSize: Rule<PartCase> = (input) => {
  const { printSize } = input.media;
  if (!printSize) return [];
  const actual = printed(input.part.facts.photo);
  return [
    judge(input, 'photo.print-size', printSize, {
      fact: actual,
      holds: (size) => isClose(size, printSize.value) || isClose(turned(size), printSize.value),
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

function isClose(one: PrintSize, other: PrintSize): boolean {
  return (
    Math.abs(one.width - other.width) <= TOLERANCE_MM && Math.abs(one.height - other.height) <= TOLERANCE_MM
  );
}

function turned({ width, height }: PrintSize): PrintSize {
  return { width: height, height: width };
}
