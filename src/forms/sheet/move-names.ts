import type { Document, Element } from '../word-xml.ts';
import { parseRange, placeName } from './cell-place.ts';
import type { Hazard } from './find-hazard.ts';
import type { ListedSheet, OpenWorkbook } from './open-workbook.ts';
import { refersTo } from './refers-to.ts';
import { movedRange, type RowShift } from './row-shift.ts';
import { numberOf, sheetChild, sheetChildren } from './sheet-xml.ts';

/** What is printed, printed on every page, and filtered. ECMA-376-1, 18.2.5 */
const KNOWN = /^_xlnm\.(?:Print_Area|Print_Titles|_FilterDatabase)$/i;
/** Longer than areas that a person would name. */
const LONGEST = 2_000;
/** An area after its sheet's name: whole columns and rows stay as they are. */
const AREA = /^(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(\$?[A-Za-z]{1,3}\$?\d{1,7}))?$/;

/**
 * Names of stretches of one sheet, after its lines have become more or fewer: the area to be printed grows with the
 * table. Changes the workbook's main part; says whether it did, or which name it cannot see through.
 */
export function moveNames(
  { document, sheets }: Pick<OpenWorkbook, 'sheets'> & { readonly document: Document },
  sheet: ListedSheet,
  shift: RowShift,
): { readonly changed: boolean; readonly hazard?: Hazard } {
  const root = document.documentElement;
  let changed = false;
  for (const element of root ? namesOf(root) : []) {
    const written = element.textContent ?? '';
    if (!refersTo(sheet, written)) continue;
    const isKnown = KNOWN.test(element.getAttribute('name') ?? '');
    const isOwn = sheets[numberOf(element, 'localSheetId') ?? -1] === sheet;
    const moved = movedAreas(written, shift);
    if (moved === written) continue;
    if (moved === undefined || !isKnown || !isOwn)
      return { changed, hazard: { kind: 'formula', place: element.getAttribute('name') ?? '' } };
    element.textContent = moved;
    changed = true;
  }
  return { changed };
}

/** Elements that a workbook names stretches of its sheets by. */
function namesOf(workbook: Element): readonly Element[] {
  const list = sheetChild(workbook, 'definedNames');
  return list ? sheetChildren(list, 'definedName') : [];
}

/** Undefined where it is more than a list of areas. */
function movedAreas(written: string, shift: RowShift): string | undefined {
  if (written.length > LONGEST) return undefined;
  const areas = written.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map((one) => {
    const cut = one.lastIndexOf('!') + 1;
    const [sheet, area] = [one.slice(0, cut), one.slice(cut)];
    if (/^\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}$/.test(area)) return one;
    const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(area);
    if (rows) return Number(rows[2]) <= shift.first ? one : undefined;
    const range = AREA.test(area) ? parseRange(area) : undefined;
    const moved = range && movedRange(range, shift);
    if (!range || !moved) return undefined;
    if (moved.top === range.top && moved.bottom === range.bottom) return one;
    return `${sheet}${fixed(moved.top, moved.left)}:${fixed(moved.bottom, moved.right)}`;
  });
  return areas.every((area) => area !== undefined) ? areas.join(',') : undefined;
}

/** `$B$5` */
function fixed(row: number, column: number): string {
  return placeName({ row, column }).replace(/^([A-Z]+)/, '$$$1$$');
}
