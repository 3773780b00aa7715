import { clauseText } from '../check-words.ts';
import { visible } from '../show-name.ts';
import { groupTasks, tasksOf, type Task } from '../terminal/by-hand.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** Confirmations that are still open, and steps that only a person can take; with boxes to tick on paper. */
export function byHandPart({ layout, words }: PageContext): Markup | undefined {
  const groups = groupTasks(tasksOf(layout), layout);
  if (groups.length === 0) return undefined;
  return html`<section class="by-hand" aria-labelledby="by-hand">
    <h2 id="by-hand">${words.byHand}</h2>
    ${groups.map(
      ([heading, tasks]) =>
        html`${heading === '' ? undefined : html`<h3>${heading}</h3>`}
          <ul>
            ${tasks.map((task) => line(task, words.confirm, words.clause))}
          </ul>`,
    )}
  </section>`;
}

function line({ check }: Task, confirm: string, clause: (text: string) => string): Markup {
  const where = check.clause ? clause(clauseText(check.clause)) : '';
  return html`<li>${check.code === 'attest' ? confirm : ''}${visible(check.args.text)}${where}</li>`;
}
