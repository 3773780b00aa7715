import type { Check } from '../../model/check.ts';
import { wordsOf } from '../check-words.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** What was looked at and is in order; folded, for whoever wants to know. */
export function passedTable(checks: readonly Check[], context: PageContext): Markup | undefined {
  if (checks.length === 0) return undefined;
  const { labels } = context;
  const [title, asked, found, clause] = labels.passedColumns;
  return html`<details class="passed" data-group="pass" data-count="${checks.length}">
    <summary>${labels.passed(checks.length)}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">${title}</th>
          <th scope="col">${asked}</th>
          <th scope="col">${found}</th>
          <th scope="col">${clause}</th>
        </tr>
      </thead>
      <tbody>
        ${checks.map((check) => row(check, context))}
      </tbody>
    </table>
  </details>`;
}

function row(check: Check, { language, labels }: PageContext): Markup {
  const words = wordsOf(check, language);
  const found = check.result === 'skip' ? labels.skipped : (words.actual ?? words.statement);
  return html`<tr>
    <th scope="row">${words.title}</th>
    <td>${words.required ?? '–'}</td>
    <td>${found}</td>
    <td>${words.clause ?? '–'}</td>
  </tr>`;
}
