import { scheduleRows } from '../terminal/schedule.ts';
import { findingList } from './finding-card.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** How many there are, how many are asked, until when; what is late or too few below. */
export function schedulePart(context: PageContext): Markup | undefined {
  const { layout, words, arranged } = context;
  const rows = scheduleRows(layout);
  if (rows.length === 0 && arranged.timely.length === 0) return undefined;
  return html`<section class="schedule" aria-labelledby="schedule">
    <h2 id="schedule">${words.schedule}</h2>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="schedule">
      <table>
        <thead>
          <tr>
            ${words.scheduleColumns.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(({ cells, tone }) => row(cells, tone !== undefined))}
        </tbody>
      </table>
    </div>
    ${findingList(arranged.timely, context)}
  </section>`;
}

function row([name = '', ...cells]: readonly string[], pressing: boolean): Markup {
  const first = name === '' ? html`<td></td>` : html`<th scope="row">${name}</th>`;
  return html`<tr class="${pressing ? 'pressing' : 'calm'}">
    ${first}${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}
