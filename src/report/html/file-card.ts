import { formatBytes } from '../format-bytes.ts';
import { formatNamesEn, roleNamesEn } from '../en/format-names-en.ts';
import { showName } from '../show-name.ts';
import { formatNamesZh, roleNamesZh } from '../zh/format-names-zh.ts';
import { gravest, type FileView } from './arrange-report.ts';
import { decidedList } from './decisions.ts';
import { evidenceFigures } from './evidence-figures.ts';
import { findingList } from './finding-card.ts';
import { html, type Markup } from './markup.ts';
import { pathWithin } from '../terminal/path-within.ts';
import type { PageContext } from './page-context.ts';
import { passedTable } from './passed-table.ts';

/** One file: its name, what it is, pictures of it, what was found. */
export function fileCard(file: FileView, folder: string, context: PageContext): Markup {
  const { part, anchor, findings, decided, passed } = file;
  const { language, labels } = context;
  const [formats, roles] = language === 'zh' ? [formatNamesZh, roleNamesZh] : [formatNamesEn, roleNamesEn];
  const group = gravest(findings);
  const about = [roles[part.role], formats[part.facts.format], formatBytes(part.bytes, language)];
  return html`<section class="file" id="${anchor}" aria-labelledby="${anchor}-name">
    <h4 id="${anchor}-name">
      <span class="mark ${group}">${labels.group[group]}</span>
      <bdi>${showName(pathWithin(folder, part.path))}</bdi>
    </h4>
    <p class="about">${about.join(' · ')}</p>
    ${evidenceFigures(part, context)} ${findingList(findings, context)} ${decidedList(decided, context)}
    ${passedTable(passed, context)}
  </section>`;
}
