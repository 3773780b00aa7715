import { hasRatio } from './has-ratio.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

/** A cover cut by hand is a line of pixels off. */
const TOLERANCE = 0.01;

/** The shape of a photo: one that the notice names, or that of a film of its work. */
export const photoAspect: Rule<PartCase> = (input) => {
  const { aspect } = input.media;
  if (!aspect || input.part.role !== 'photo') return [];
  const { item, part } = input;
  const { shown } = part.facts.photo ?? {};
  const allowed = aspect.value.filter((ratio) => ratio !== 'video');
  const asFilm = allowed.length < aspect.value.length;
  const videos = asFilm ? item.parts.filter(({ role }) => role === 'video') : [];
  const films = videos.flatMap(({ facts }) => facts.video?.shown ?? []);
  const ratios = [...allowed, ...films.map(({ width, height }) => `${width}:${height}`)];
  const fits = shown && ratios.some((ratio) => hasRatio(ratio, shown, TOLERANCE));
  // A film that nobody could measure, or that is still missing, may be the one it looks like.
  const isOpen = asFilm && (videos.length === 0 || films.length < videos.length);
  return [
    judge(input, 'photo.aspect', aspect, {
      fact: fits === false && isOpen ? undefined : fits,
      holds: (it) => it,
      args: { allowed, ...(asFilm && { films }), ...(shown && { actual: shown }) },
    }),
  ];
};
