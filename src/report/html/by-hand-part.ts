import { clauseText } from '../check-words.ts';
import { visible } from '../show-name.ts';
import { stepDue } from '../step-due.ts';
import { groupTasks, tasksOf, type Task } from '../terminal/by-hand.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** Confirmations that are still open, and steps that only a person can take; with boxes to tick on paper. */
export function byHandPart(context: PageContext): Markup | undefined {
  const { layout, words } = context;
  const groups = groupTasks(tasksOf(layout), layout);
  if (groups.length === 0) return undefined;
  return html`<section class="by-hand" aria-labelledby="by-hand">
    <h2 id="by-hand">${words.byHand}</h2>
    ${groups.map(
      ([heading, tasks]) =>
        html`${heading === '' ? undefined : html`<h3>${heading}</h3>`}
          <ul>
            ${tasks.map((task) => line(task, context))}
          </ul>`,
    )}
  </section>`;
}

function line({ check }: Task, { layout, words }: PageContext): Markup {
  const where = check.clause ? words.clause(clauseText(check.clause)) : '';
  const due = check.code === 'manual' ? stepDue(check.args.due, layout.language) : '';
  return html`<li>
    ${check.code === 'attest' ? words.confirm : ''}${visible(check.args.text)}${due}${where}
  </li>`;
}
