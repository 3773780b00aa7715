import type { Judgement } from '../../model/report.ts';
import { groupOf } from './arrange-report.ts';
import { GROUPS, type Group } from './html-labels.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** Buttons that hide and show; without a running script everything is shown and they are not there. */
export function filtersPart({ labels, arranged, judgement }: PageContext): Markup {
  const told = (group: Group) => arranged.findings.filter((finding) => groupOf(finding) === group).length;
  const figures = {
    fail: told('fail'),
    unknown: told('unknown'),
    advice: told('advice'),
    pass: passes(judgement),
  };
  return html`<div class="filters" role="group" aria-labelledby="filters" hidden>
    <p id="filters"><strong>${labels.filters}</strong> <span>${labels.filterHint}</span></p>
    <p class="buttons">
      ${GROUPS.map(
        (group) =>
          html`<button type="button" class="${group}" data-filter="${group}" aria-pressed="true">
            ${labels.group[group]} <span class="count">${figures[group]}</span>
          </button>`,
      )}
      <button type="button" data-fold="open">${labels.openAll}</button>
      <button type="button" data-fold="close">${labels.closeAll}</button>
    </p>
    <p class="shown" role="status" data-words="${labels.shown}"></p>
  </div>`;
}

function passes({ checks }: Judgement): number {
  return checks.filter(({ result }) => result === 'pass').length;
}
