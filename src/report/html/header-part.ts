import { showName, visible } from '../show-name.ts';
import { count } from '../terminal/closing.ts';
import { GROUPS } from './html-labels.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** The verdict first, then the figures it rests on, then of what it is. */
export function headerPart(context: PageContext): Markup {
  const { judgement, labels, words } = context;
  const { verdict, strict, notice, folder, org, date } = judgement;
  const facts: readonly (readonly [string, string])[] = [
    [labels.notice, `${visible(notice.title)} (${visible(notice.id)})`],
    [words.folder, showName(folder)],
    ...(org === undefined ? [] : [[words.org, visible(org)] as const]),
    [words.date, date],
  ];
  const { waiting } = count(judgement.checks, strict);
  return html`<header class="verdict ${verdict}">
    <p class="heading">${labels.heading}</p>
    <h1><span class="visually-hidden">${words.conclusion}${words.colon}</span>${labels.verdict[verdict]}</h1>
    <p class="told">
      ${labels.told[verdict]}${strict ? words.strict : undefined}
      ${waiting > 0 ? labels.waiting(waiting) : undefined}
    </p>
    ${tiles(context)}
    <dl class="facts">
      ${facts.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <p class="totals">${totals(context)}</p>
  </header>`;
}

/** The same figures as the terminal's: what must be met by itself, what is advised beside it. */
function tiles({ judgement, labels }: PageContext): Markup {
  const tally = count(judgement.checks, judgement.strict);
  const figures = { fail: tally.fail, unknown: tally.unknown, advice: tally.remind, pass: tally.pass };
  return html`<ul class="tiles" aria-label="${labels.figures}">
    ${GROUPS.map(
      (group) =>
        html`<li class="${group}">
          <strong>${figures[group]}</strong>
          <span>${labels.tile[group]}</span>
        </li>`,
    )}
  </ul>`;
}

function totals({ judgement, words }: PageContext): string {
  const { items } = judgement.materials;
  const files = items.reduce((sum, item) => sum + item.parts.length, 0);
  const categories = new Set(items.flatMap(({ category }) => category ?? [])).size;
  return words.totals(categories, items.length, files);
}
