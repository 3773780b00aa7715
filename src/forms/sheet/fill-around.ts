import type { FormFilling, FormValues } from '../../model/form.ts';
import { fillForm } from '../fill-form.ts';
import { packageOf } from '../form-package.ts';
import { openLabelBook } from '../match-label.ts';
import { openForm } from '../open-form.ts';
import { readParagraph } from '../paragraph-text.ts';
import { allWord, childElements, isWord, wordChild, wordValue, type Element } from '../word-xml.ts';
import type { TextRun } from './cell-text.ts';
import { mirrorRows, RUN_NAME } from './mirror-rows.ts';
import type { SheetCell, SheetRow } from './read-grid.ts';
import type { SheetLooks } from './sheet-looks.ts';

export interface ChangedCell {
  readonly cell: SheetCell;
  readonly runs: readonly TextRun[];
}

export interface AroundFilled {
  /** As of a Word form, whose blanks are found and filled by the same hand. */
  readonly filling: FormFilling;
  readonly changed: readonly ChangedCell[];
}

/** Fills the blanks in rows around a table: 填报单位：, 联系人：____, a label and the ruled cell beside it. */
export async function fillAround(
  rows: readonly SheetRow[],
  values: FormValues,
  looks: SheetLooks,
): Promise<AroundFilled> {
  const { xml, cells } = mirrorRows(rows, looks, openLabelBook());
  const mirror = packageOf('word/document.xml', new TextEncoder().encode(xml));
  const filling = await fillForm(mirror, values);
  if (filling.kind !== 'filled') return { filling, changed: [] };
  const places = placesOf((await openForm(filling.bytes)).stories[0]?.root);
  if (places.length !== cells.length)
    return {
      filling: { kind: 'failed', problems: [{ kind: 'not-a-document', detail: 'cells' }] },
      changed: [],
    };
  const changed = cells.flatMap((cell, index): ChangedCell[] => {
    const runs = cell ? runsIn(places[index] ?? [], cell) : [];
    return cell && textOf(runs) !== cell.text.replaceAll('\r\n', '\n') ? [{ cell, runs }] : [];
  });
  return { filling, changed };
}

/** Paragraphs, by the cells they mirror. */
function placesOf(root: Element | undefined): readonly (readonly Element[])[] {
  const body = root && wordChild(root, 'body');
  return (body ? childElements(body) : []).flatMap((child) =>
    isWord(child, 'tbl')
      ? allWord(child, 'tc').map((cell) => allWord(cell, 'p'))
      : isWord(child, 'p')
        ? [[child]]
        : [],
  );
}

/** What is written anew looks as what stands before it. */
function runsIn(paragraphs: readonly Element[], { runs }: SheetCell): readonly TextRun[] {
  const found: { text: string; look: Element | undefined }[] = [];
  let look = runs[0]?.look;
  for (const [index, paragraph] of paragraphs.entries()) {
    const { text, atoms } = readParagraph(paragraph);
    if (index > 0) add('\n');
    for (const [at, { run }] of atoms.entries()) {
      const [, number] = RUN_NAME.exec(wordValue(wordChild(wordChild(run, 'rPr'), 'rStyle')) ?? '') ?? [];
      if (number !== undefined) look = runs[Number(number)]?.look;
      add(text[at] ?? '');
    }
  }
  return found.map(({ text, look: own }) => ({ text, ...(own && { look: own }) }));

  function add(text: string): void {
    const last = found.at(-1);
    if (last && last.look === look) last.text += text;
    else found.push({ text, look });
  }
}

function textOf(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}
