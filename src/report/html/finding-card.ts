import type { Advice } from '../wording.ts';
import type { Finding } from '../terminal/finding.ts';
import { saidOf } from '../terminal/told-block.ts';
import { groupOf } from './arrange-report.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** One thing found: what is the matter, what was asked, what is there, what to do. */
export function findingCard(finding: Finding, context: PageContext): Markup {
  const { words, check } = finding;
  const { labels } = context;
  const group = groupOf(finding);
  const advice = check.result === 'pass' ? undefined : words.advice;
  return html`<li class="finding ${group}" data-group="${group}">
    <p class="said">
      <span class="badge">${badgeOf(finding, context)}</span>
      <strong>${words.title}</strong>${context.words.colon}${saidOf(finding)}
    </p>
    ${figures(finding, context)}
    ${words.voided === undefined ? undefined : html`<p class="voided">${words.voided}</p>`}
    ${advice && adviceBlock(advice, labels.mend, labels.command)}
  </li>`;
}

/** A list of them; nothing where there are none. */
export function findingList(findings: readonly Finding[], context: PageContext): Markup | undefined {
  if (findings.length === 0) return undefined;
  return html`<ul class="findings">
    ${findings.map((finding) => findingCard(finding, context))}
  </ul>`;
}

export function badgeOf({ kind, check }: Finding, { labels }: PageContext): string {
  if (kind === 'note') return labels.note;
  if (kind === 'remind' && check.result === 'unknown') return labels.undecided;
  return kind === 'remind' ? labels.group.advice : labels.group[kind];
}

export function adviceBlock({ text, command }: Advice, label: string, commandLabel: string): Markup {
  return html`<p class="advice"><span class="label">${label}</span> ${text}</p>
    ${
      command === undefined
        ? undefined
        : html`<figure class="command">
            <figcaption>${command.startsWith('ffmpeg ') ? commandLabel : ''}</figcaption>
            <pre tabindex="0"><code>${command}</code></pre>
          </figure>`
    }`;
}

/** 要求 above 实际, so that the eye compares them. */
function figures({ check, words, unjudged, alsoFailed }: Finding, context: PageContext): Markup | undefined {
  const { words: labels } = context;
  const clause = words.clause === undefined ? '' : labels.clause(words.clause);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [labels.required, joined(check.result === 'pass' ? undefined : words.required, clause)],
    [labels.actual, check.result === 'pass' ? undefined : words.actual],
    [labels.consequence, words.consequence],
    [labels.unjudged, unjudged.length === 0 ? undefined : unjudged.join(labels.listComma)],
    [labels.alsoFailed, alsoFailed.length === 0 ? undefined : alsoFailed.join(labels.listComma)],
  ];
  const said = rows.filter(([, value]) => value !== undefined && value !== '');
  if (said.length === 0) return undefined;
  return html`<dl class="figures">
    ${said.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function joined(required: string | undefined, clause: string): string | undefined {
  const text = `${required ?? ''}${clause}`.trim();
  return text === '' ? undefined : text;
}
