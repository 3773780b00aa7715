import { adviceOf as adviceForAny } from '../check-words.ts';
import { showName } from '../show-name.ts';
import type { Finding } from '../terminal/finding.ts';
import { foldFindings, type Told } from '../terminal/fold-findings.ts';
import { requiredOf, saidOf, shared } from '../terminal/told-block.ts';
import { groupOf } from './arrange-report.ts';
import { adviceBlock, badgeOf } from './finding-card.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

const MOST_NAMED = 5;

/** What is to be done, each thing once, however many files it is about; with the way to each of them. */
export function todoPart(context: PageContext): Markup {
  const { labels, arranged } = context;
  const told = foldFindings(arranged.findings.filter((finding) => groupOf(finding) !== 'advice'));
  return html`<section class="todo" aria-labelledby="todo">
    <h2 id="todo">${labels.todo}</h2>
    ${
      told.length === 0
        ? html`<p>${labels.todoNone}</p>`
        : html`<ol>
            ${told.map((one) => line(one, context))}
          </ol>`
    }
  </section>`;
}

function line(told: Told, context: PageContext): Markup {
  const { lead, findings } = told;
  const { words } = context;
  const required = requiredOf(told);
  const actual = shared(findings, (finding) => finding.words.actual);
  const figures = [
    required === undefined ? '' : `${words.required}${words.colon}${required}`,
    actual === undefined ? '' : `${words.actual}${words.colon}${actual}`,
  ].filter((figure) => figure !== '');
  const count = findings.length > 1 ? words.files(findings.length) : '';
  return html`<li class="${groupOf(lead)}" data-group="${groupOf(lead)}" data-summary="yes">
    <p>
      <span class="badge">${badgeOf(lead, context)}</span>
      <strong>${lead.words.title}</strong>${words.colon}${saidOf(lead)}${count}
    </p>
    ${figures.length === 0 ? undefined : html`<p class="compare">${figures.join(words.phraseComma)}</p>`}
    ${adviceOf(told, context)} ${places(findings, context)}
  </li>`;
}

function adviceOf({ lead, findings }: Told, { language, labels, words }: PageContext): Markup | undefined {
  if (!lead.words.advice || lead.check.result === 'pass') return undefined;
  const text = shared(findings, (finding) => finding.words.advice?.text);
  const general = findings.length > 1 ? adviceForAny(lead.check, language, 'several') : undefined;
  const said = text ?? general?.text ?? `${words.variousAdvice} four-ones explain ${lead.check.code}`;
  const command = findings.length > 1 ? general?.command : lead.words.advice.command;
  const advice = { text: said, ...(command !== undefined && { command }) };
  return adviceBlock(advice, labels.mend, labels.command);
}

function places(findings: readonly Finding[], context: PageContext): Markup | undefined {
  const links = findings.flatMap((finding) => linkTo(finding, context) ?? []);
  if (links.length === 0) return undefined;
  const [first, rest] = [links.slice(0, MOST_NAMED), links.slice(MOST_NAMED)];
  return html`<ul class="places">
      ${first}
    </ul>
    ${
      rest.length === 0
        ? undefined
        : html`<details>
            <summary>${context.labels.moreFiles(rest.length)}</summary>
            <ul class="places">
              ${rest}
            </ul>
          </details>`
    }`;
}

function linkTo({ check, item }: Finding, { arranged }: PageContext): Markup | undefined {
  const path = check.subject.path ?? item?.path;
  if (path === undefined || path === '') return undefined;
  const files = arranged.sections.flatMap(({ works, tables }) =>
    [...works, ...tables].flatMap(({ files: own }) => own),
  );
  const file = files.find(({ part }) => part.path === path);
  const name = html`<bdi>${showName(path)}</bdi>`;
  return file ? html`<li><a href="#${file.anchor}">${name}</a></li>` : html`<li>${name}</li>`;
}
