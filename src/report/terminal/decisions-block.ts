import type { Check } from '../../model/check.ts';
import { wordsOf } from '../check-words.ts';
import { decidedAbout } from '../decision-words.ts';
import { showName, visible } from '../show-name.ts';
import type { Layout } from './layout.ts';
import { EMPTY_LINE, paragraph, type Line } from './line.ts';
import { shortenMiddle } from './wrap-text.ts';

/** What rests on a person's word: confirmed or waived; what was found wanting stands with the failures. Never folded. */
export function decisionsBlock(layout: Layout): readonly Line[] {
  const { judgement, labels, columns } = layout;
  const decided = judgement.checks.filter(({ decision }) => decision && decision.answer !== 'no');
  if (decided.length === 0) return [];
  return [
    EMPTY_LINE,
    ...paragraph(labels.decisions, { indent: 0, tone: 'strong', columns }),
    ...decided.flatMap((check) => decidedLines(check, layout)),
  ];
}

function decidedLines(check: Check, layout: Layout): readonly Line[] {
  const { language, labels, columns } = layout;
  const { statement, clause } = wordsOf(check, language);
  const source = clause === undefined ? '' : labels.clause(clause);
  const place = placeName(check, layout);
  return [
    ...paragraph(`${decidedAbout(check, language)}${source}${labels.colon}${statement}`, {
      indent: 2,
      mark: { text: '◇ ', tone: 'strong' },
      hang: 3,
      columns,
    }),
    ...(place === '' ? [] : paragraph(shortenMiddle(place, (columns - 5) * 2 - 4), { indent: 5, columns })),
  ];
}

function placeName({ subject }: Check, { judgement }: Layout): string {
  const { path, item, category } = subject;
  if (path !== undefined || item !== undefined) return showName(path ?? item ?? '');
  return visible(judgement.notice.categories.find(({ id }) => id === category)?.name ?? '');
}
