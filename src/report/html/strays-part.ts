import type { Stray, StrayReason } from '../../model/materials.ts';
import { strayWordsEn } from '../en/causes-en.ts';
import { showName } from '../show-name.ts';
import { strayWordsZh } from '../zh/causes-zh.ts';
import { findingList } from './finding-card.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** What lies in the folder without being material, by reason; and what was found about the folder itself. */
export function straysPart(context: PageContext): Markup | undefined {
  const { judgement, words, arranged } = context;
  const told = new Set(arranged.findings.flatMap(({ check }) => check.subject.path ?? []));
  const strays = judgement.materials.strays.filter(({ path }) => !told.has(path));
  const reasons = [...new Set(strays.map(({ reason }) => reason))];
  if (strays.length === 0) return undefined;
  return html`<section class="strays" aria-labelledby="strays">
    <h2 id="strays">${words.strays(strays.length)}</h2>
    <ul>
      ${reasons.map((reason) => group(reason, strays, context))}
    </ul>
  </section>`;
}

function group(reason: StrayReason, strays: readonly Stray[], { language, words }: PageContext): Markup {
  const { label, cure } = (language === 'zh' ? strayWordsZh : strayWordsEn)[reason];
  const names = strays.filter((stray) => stray.reason === reason).map(({ path }) => showName(path));
  return html`<li>
    <strong>${label}</strong
    >${words.colon}${names.map((name, at) => html`${at === 0 ? '' : words.listComma}<bdi>${name}</bdi>`)}${language === 'zh' ? '。' : '. '}${cure}
  </li>`;
}

/** What was found about the whole folder, or about things in it that are no material. */
export function wholePart(context: PageContext): Markup | undefined {
  const { arranged, words } = context;
  if (arranged.whole.length === 0) return undefined;
  return html`<section class="category" aria-labelledby="whole">
    <h3 id="whole">${words.wholeFolder}</h3>
    ${arranged.whole.map(
      (finding) =>
        html`<div class="shared">
          ${finding.check.subject.path === undefined ? undefined : html`<p class="place"><bdi>${showName(finding.check.subject.path)}</bdi></p>`}${findingList([finding], context)}
        </div>`,
    )}
  </section>`;
}
