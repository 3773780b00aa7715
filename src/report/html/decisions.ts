import type { Check } from '../../model/check.ts';
import { wordsOf } from '../check-words.ts';
import { decidedAbout } from '../decision-words.ts';
import { showName, visible } from '../show-name.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** Checks of one file that rest on a person's word. */
export function decidedList(checks: readonly Check[], context: PageContext): Markup | undefined {
  if (checks.length === 0) return undefined;
  return html`<ul class="findings">
    ${checks.map((check) => html`<li class="finding decided" data-group="pass">${line(check, context)}</li>`)}
  </ul>`;
}

/** Everything that rests on a person's word, in one place; what was found wanting stands with the failures. */
export function decisionsPart(context: PageContext): Markup | undefined {
  const { judgement, words } = context;
  const decided = judgement.checks.filter(({ decision }) => decision && decision.answer !== 'no');
  if (decided.length === 0) return undefined;
  return html`<section class="decisions" aria-labelledby="decisions">
    <h2 id="decisions">${words.decisions}</h2>
    <ul class="findings">
      ${decided.map((check) => html`<li class="finding decided">${line(check, context)} ${placeOf(check, context)}</li>`)}
    </ul>
  </section>`;
}

function line(check: Check, { language, labels, words }: PageContext): Markup {
  const { statement, clause } = wordsOf(check, language);
  const source = clause === undefined ? '' : words.clause(clause);
  return html`<p class="said">
    <span class="badge">${labels.decided}</span>
    <strong>${decidedAbout(check, language)}</strong>${source}${words.colon}${statement}
  </p>`;
}

function placeOf({ subject }: Check, { judgement }: PageContext): Markup | undefined {
  const { path, item, category } = subject;
  const named = judgement.notice.categories.find(({ id }) => id === category)?.name;
  const place = path ?? item;
  const shown = place === undefined ? visible(named ?? '') : showName(place);
  return shown === '' ? undefined : html`<p class="place"><bdi>${shown}</bdi></p>`;
}
