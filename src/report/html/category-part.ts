import { showName, visible } from '../show-name.ts';
import { gravest, type CategoryView, type WorkView } from './arrange-report.ts';
import { decidedList } from './decisions.ts';
import { fileCard } from './file-card.ts';
import { findingList } from './finding-card.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';
import { passedTable } from './passed-table.ts';

/** A category with its works; each work can be folded. */
export function categoryPart(section: CategoryView, number: number, context: PageContext): Markup {
  const { labels, words, judgement } = context;
  const files = section.works.reduce((sum, { files: own }) => sum + own.length, 0);
  const known = judgement.notice.categories.find(({ id }) => id === section.id)?.name;
  const heading = `category-${number}`;
  return html`<section class="category" aria-labelledby="${heading}">
    <h3 id="${heading}">
      ${visible(known ?? section.id ?? words.unsorted)}
      <small>${words.categoryTotals(section.works.length, files)}</small>
    </h3>
    ${
      section.findings.length === 0
        ? undefined
        : html`<div class="shared">
            <p class="label">${labels.ofCategory}</p>
            ${findingList(section.findings, context)}
          </div>`
    }
    ${[...section.works, ...section.tables].map((work) => workCard(work, context))}
  </section>`;
}

function workCard(work: WorkView, context: PageContext): Markup {
  const { item, files, findings, decided, passed } = work;
  const { labels, words } = context;
  const group = gravest([findings, ...files.map((file) => file.findings)].flat());
  const isOneFile = files.length === 1 && files[0]?.part.path === item.path;
  const place = item.path === '' ? words.wholeFolder : `${showName(item.path)}${isOneFile ? '' : '/'}`;
  const own = findings.length + decided.length + passed.length === 0 ? undefined : ownPart(work, context);
  return html`<details class="work" open>
    <summary>
      <span class="mark ${group}">${labels.group[group]}</span>
      <span class="title"><bdi>${visible(item.title)}</bdi></span>
      <span class="place"><bdi>${place}</bdi></span>
    </summary>
    ${own} ${files.map((file) => fileCard(file, isOneFile ? parentOf(item.path) : item.path, context))}
  </details>`;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function ownPart({ findings, decided, passed }: WorkView, context: PageContext): Markup {
  return html`<section class="own">
    <h4>${context.labels.ofWork}</h4>
    ${findingList(findings, context)} ${decidedList(decided, context)} ${passedTable(passed, context)}
  </section>`;
}
