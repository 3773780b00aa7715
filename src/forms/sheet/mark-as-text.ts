import { childElements } from '../word-xml.ts';
import { rangeName } from './cell-place.ts';
import type { SheetHead } from './find-sheet-head.ts';
import type { RowShift } from './row-shift.ts';
import { isSheet, makeSheet, sheetChild } from './sheet-xml.ts';

/** What stands behind `ignoredErrors` in a sheet. ECMA-376-1, 18.3.1.99 */
const BEHIND = [
  ...['smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects'],
  ...['controls', 'webPublishItems', 'tableParts', 'extLst'],
];

/** That a number in these lines is written as text is meant to be: Excel need not warn of it. */
export function markAsText({ grid: { root }, columns }: SheetHead, { first, after }: RowShift): void {
  if (after === 0) return;
  const list = sheetChild(root, 'ignoredErrors') ?? makeSheet(root, 'ignoredErrors');
  const meant = makeSheet(root, 'ignoredError');
  const left = Math.min(...columns.map(({ column }) => column));
  const right = Math.max(...columns.map(({ column, span }) => column + span - 1));
  meant.setAttribute('sqref', rangeName({ top: first, bottom: first + after - 1, left, right }));
  meant.setAttribute('numberStoredAsText', '1');
  list.insertBefore(meant, list.firstChild);
  if (list.parentNode) return;
  root.insertBefore(list, childElements(root).find((child) => isSheet(child, ...BEHIND)) ?? null);
}
