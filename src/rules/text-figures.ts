import { stemOf } from '../model/file-name.ts';
import { numberOf } from '../model/figure-number.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** The text marks where each figure goes, and for each mark there is a photo named after it; and the reverse. */
export const textFigures: Rule<PartCase> = (input) => {
  const { figures } = input.media;
  if (!figures) return [];
  const marked = input.part.facts.text?.outline?.figures;
  const photos = input.item.parts.filter(({ role }) => role === 'photo');
  const numbered = photos.map(({ path }) => ({ path, number: figureNumber(path) }));
  const numbers = new Set(numbered.flatMap(({ number }) => number ?? []));
  const args = {
    ...(marked && { marked }),
    withoutPhoto: (marked ?? []).filter((number) => !numbers.has(number)),
    withoutMark: [...numbers].filter((number) => marked?.includes(number) === false),
    unnumbered: numbered.filter(({ number }) => number === undefined).map(({ path }) => path),
  };
  const subject = subjectOfPart(input);
  if (!marked) return [finding('text.figures', figures, subject, 'unknown', args, reasonUnlearned(input))];
  if (photos.length === 0 && marked.length === 0)
    return [finding('text.figures', figures, subject, 'skip', args)];
  const fits = [args.withoutPhoto, args.withoutMark, args.unnumbered].every(({ length }) => length === 0);
  return [finding('text.figures', figures, subject, fits ? 'pass' : 'fail', args)];
};

/** 图1.jpg, 马院+图2（合影）.jpg. */
function figureNumber(path: string): number | undefined {
  const [, written = ''] = /图片?\s?0?(\d{1,3}|[一二三四五六七八九十]{1,3})(?!\d)/.exec(stemOf(path)) ?? [];
  return numberOf(written);
}
