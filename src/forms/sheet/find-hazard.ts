import { unpackPart, type PackedPart } from '../form-package.ts';
import { childElements, type Element } from '../word-xml.ts';
import { parsePlace, parseRange, placeName } from './cell-place.ts';
import type { SheetHead } from './find-sheet-head.ts';
import { relationsOf, type ListedSheet, type OpenWorkbook } from './open-workbook.ts';
import { refersTo } from './refers-to.ts';
import { isSheet } from './sheet-xml.ts';

/** Why rows of a sheet cannot be moved or filled safely; `place` as Excel names a cell. */
export type Hazard =
  /** A formula, whose result would be wrong, or whose cells would be others. */
  | { readonly kind: 'formula'; readonly place: string }
  /** A picture, a text box, a comment or the like beside or below the lines. */
  | { readonly kind: 'object' }
  /** Cells merged across the edge of the lines. */
  | { readonly kind: 'merged'; readonly place: string }
  /** Something written beside the lines, outside the table. */
  | { readonly kind: 'beside'; readonly text: string };

/** What of a sheet would not come out right; undefined where nothing is known against it. Throws `UnreadableForm`. */
export async function findHazard(
  book: OpenWorkbook,
  sheet: ListedSheet,
  head: SheetHead,
): Promise<Hazard | undefined> {
  return (
    formulaIn(head) ??
    ruleIn(sheet, head) ??
    mergeAcross(head) ??
    textBeside(head) ??
    formulaElsewhere(book, sheet) ??
    (await objectBelow(book, sheet, head))
  );
}

/** Excel takes no longer one. */
const LONGEST_FORMULA = 8_192;
/** Of one, what tells which it is. */
const SHOWN = 20;

function formulaIn({ grid }: SheetHead): Hazard | undefined {
  for (const { cells } of grid.rows.values()) {
    const [found] = cells.filter(({ hasFormula }) => hasFormula);
    if (found) return { kind: 'formula', place: placeName(found) };
  }
  return undefined;
}

/** Colours and checks that reckon: with the row they stand in, and with those above the lines. */
function ruleIn(sheet: ListedSheet, { grid, bottom }: SheetHead): Hazard | undefined {
  const visit = (element: Element): Hazard | undefined => {
    if (['formula', 'formula1', 'formula2', 'f'].includes(element.localName ?? '')) {
      const text = element.textContent ?? '';
      if (text.length > LONGEST_FORMULA || refersTo(sheet, text))
        return { kind: 'formula', place: text.slice(0, SHOWN) };
      const [found] = placesIn(text).filter(({ row }) => row > bottom + 1);
      return found && { kind: 'formula', place: placeName(found) };
    }
    return childElements(element)
      .map(visit)
      .find((found) => found !== undefined);
  };
  return childElements(grid.root)
    .filter((child) => !isSheet(child, 'sheetData'))
    .map(visit)
    .find((found) => found !== undefined);
}

/** Cells of the sheet itself that a formula names; not those of other sheets, nor what is in quotation marks. */
function placesIn(formula: string) {
  const own = formula
    .replace(/"[^"]*"/g, '')
    .replace(/(?:'[^']*'|[^\s'!,;()=<>+*/&:-]+)!\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?/g, '');
  return [...own.matchAll(/\$?[A-Za-z]{1,3}\$?\d{1,7}/g)].flatMap(([name]) => parsePlace(name) ?? []);
}

function mergeAcross({ grid, bottom, lines, columns }: SheetHead): Hazard | undefined {
  const [first, end] = [bottom + 1, bottom + 1 + lines.length];
  const within = (row: number) => row >= first && row < end;
  const found = grid.merges.find(({ top, bottom: last, left, right }) => {
    const isOfTable = columns.some(({ column, span }) => left < column + span && right >= column);
    const crosses = top < first && last >= first;
    return crosses || ((within(top) || within(last)) && !(isOfTable && top === last));
  });
  return found && { kind: 'merged', place: placeName({ row: found.top, column: found.left }) };
}

function textBeside({ lines, columns }: SheetHead): Hazard | undefined {
  const isOfTable = (at: number) => columns.some(({ column, span }) => at >= column && at < column + span);
  const [found] = lines
    .flatMap(({ cells }) => cells)
    .filter(({ column, text }) => text.trim() !== '' && !isOfTable(column));
  return found && { kind: 'beside', text: found.text.trim() };
}

/** A formula of another sheet, or a chart, that reckons with this one. */
function formulaElsewhere({ parts, sheets }: OpenWorkbook, sheet: ListedSheet): Hazard | undefined {
  for (const part of parts) {
    if (!/^xl\/(?:worksheets|charts)\/[^/]+\.xml$/i.test(part.name) || part.name === sheet.part) continue;
    const xml = new TextDecoder().decode(unpackPart(part));
    for (const [, text = ''] of xml.matchAll(/<(?:\w+:)?f(?:ormula\d?)?(?:\s[^<>]*)?>([^<]*)</g)) {
      const formula = text.replaceAll('&apos;', "'").replaceAll('&amp;', '&').replaceAll('&lt;', '<');
      if (refersTo(sheet, formula))
        return { kind: 'formula', place: sheets.find((one) => one.part === part.name)?.name ?? part.name };
    }
  }
  return undefined;
}

function partNamed(parts: readonly PackedPart[], name: string): PackedPart | undefined {
  return parts.find((part) => part.name.toLowerCase() === name.toLowerCase());
}

/** What a sheet may refer to without any of it standing at a row. */
const ROWLESS = new Set(['hyperlink', 'printerSettings', 'image', 'vmlDrawing']);

async function objectBelow(
  { parts }: OpenWorkbook,
  sheet: ListedSheet,
  { grid, bottom }: SheetHead,
): Promise<Hazard | undefined> {
  const lists = childElements(grid.root).some((child) => isSheet(child, 'oleObjects', 'controls'));
  if (lists) return { kind: 'object' };
  for (const { kind, target, external } of await relationsOf(parts, sheet.part)) {
    if (external || ROWLESS.has(kind)) continue;
    const part = partNamed(parts, target);
    const rows = part && rowsOf(kind, new TextDecoder().decode(unpackPart(part)));
    if (!rows || rows.some((row) => row > bottom)) return { kind: 'object' };
  }
  return undefined;
}

/** Rows, from 0, at which something of a part stands; undefined where that is not known. */
function rowsOf(kind: string, xml: string): readonly number[] | undefined {
  if (kind === 'drawing')
    return [...xml.matchAll(/<(?:\w+:)?row>\s*(\d{1,7})\s*</g)].map(([, row]) => Number(row));
  if (kind !== 'comments' && kind !== 'threadedComment' && kind !== 'table') return undefined;
  return [...xml.matchAll(/\sref="([^"]{1,40})"/g)].flatMap(([, ref = '']) => parseRange(ref)?.bottom ?? []);
}
