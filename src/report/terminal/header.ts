import { showName, visible } from '../show-name.ts';
import type { Layout } from './layout.ts';
import { paragraph, type Line } from './line.ts';

/** Which notice, which folder, for whom and when; how much there is. */
export function header({ judgement, labels, columns }: Layout): readonly Line[] {
  const { notice, folder, org, date, materials } = judgement;
  const files = materials.items.reduce((sum, item) => sum + item.parts.length, 0);
  const categories = new Set(materials.items.flatMap(({ category }) => category ?? [])).size;
  const facts = [
    `${labels.folder}${labels.colon}${showName(folder)}`,
    ...(org === undefined ? [] : [`${labels.org}${labels.colon}${visible(org)}`]),
    `${labels.date}${labels.colon}${date}`,
    labels.totals(categories, materials.items.length, files),
  ];
  return [
    ...paragraph(`${labels.heading}${labels.colon}${notice.title} (${notice.id})`, {
      indent: 0,
      tone: 'strong',
      columns,
    }),
    ...facts.flatMap((fact) => paragraph(fact, { indent: 0, columns })),
  ];
}
