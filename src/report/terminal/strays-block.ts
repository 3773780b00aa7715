import type { Stray, StrayReason } from '../../model/materials.ts';
import { strayWordsEn } from '../en/causes-en.ts';
import { showName } from '../show-name.ts';
import { strayWordsZh } from '../zh/causes-zh.ts';
import type { Layout } from './layout.ts';
import { EMPTY_LINE, paragraph, type Line } from './line.ts';
import { shortenMiddle } from './wrap-text.ts';

const MOST_LISTED = 5;
const WIDEST_NAME = 40;

/**
 * What lies in the folder without being material: by reason, the first names of each. `told`: paths the report has
 * spoken of already. Never silence.
 */
export function straysBlock(told: ReadonlySet<string>, layout: Layout): readonly Line[] {
  const { judgement, labels, columns } = layout;
  const strays = judgement.materials.strays.filter(({ path }) => !told.has(path));
  if (strays.length === 0) return [];
  const byReason = new Map<StrayReason, Stray[]>();
  for (const stray of strays) {
    const some = byReason.get(stray.reason);
    if (some) some.push(stray);
    else byReason.set(stray.reason, [stray]);
  }
  return [
    EMPTY_LINE,
    ...paragraph(labels.strays(strays.length), { indent: 0, tone: 'strong', columns }),
    ...[...byReason].flatMap(([reason, some]) => reasonLines(reason, some, layout)),
  ];
}

function reasonLines(reason: StrayReason, some: readonly Stray[], layout: Layout): readonly Line[] {
  const { language, labels, columns } = layout;
  const { label, cure } = (language === 'zh' ? strayWordsZh : strayWordsEn)[reason];
  const names = some.slice(0, MOST_LISTED).map(({ path }) => shortenMiddle(showName(path), WIDEST_NAME));
  const more = some.length > MOST_LISTED ? ` ${labels.more(some.length)}` : '';
  const ending = language === 'zh' ? `（${cure}）` : ` (${cure})`;
  return paragraph(`${label}${labels.colon}${names.join(labels.listComma)}${more}${ending}`, {
    indent: 2,
    mark: { text: '- ' },
    hang: 2,
    columns,
  });
}
