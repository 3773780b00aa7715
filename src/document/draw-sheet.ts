import type { SummaryTable } from '../model/summary.ts';
import { columnWidths } from '../model/column-widths.ts';
import { printable } from './printable.ts';
import { sheetStyles, STYLE } from './sheet-styles.ts';
import { zipParts } from './zip-parts.ts';

/** Widths of a column, in half-width characters: Excel counts so. */
const NARROWEST = 6;
const WIDEST = 42;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A table as an .xlsx of one sheet (ECMA-376-1, 18): heading, lines above it, the table with borders, printed on A4
 * across its width with its head on every page. Every cell is text, whatever it holds: nothing in it is a formula.
 * Equal content gives equal bytes.
 */
export function drawSheet(table: SummaryTable): Uint8Array {
  const parts = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': workbook(table),
    'xl/styles.xml': sheetStyles(MAIN),
    'xl/worksheets/sheet1.xml': worksheet(table),
  };
  const encoder = new TextEncoder();
  return zipParts(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, encoder.encode(HEAD + xml)])),
  );
}

function worksheet(table: SummaryTable): string {
  const { heading, above, head, rows } = table;
  const last = columnName(head.length);
  const top = 1 + above.length;
  const widths = columnWidths([head, ...rows]).map((width) =>
    Math.min(WIDEST, Math.max(NARROWEST, width + 2)),
  );
  const lines = [
    row(1, [heading, ...head.slice(1).map(() => '')], STYLE.heading, 36),
    ...above.map((text, index) => row(index + 2, [text, ...head.slice(1).map(() => '')], STYLE.above, 22)),
    row(top + 1, head, STYLE.head),
    ...rows.map((cells, index) => row(top + 2 + index, cells, STYLE.cell)),
  ];
  const merged = Array.from(
    { length: top },
    (_, index) => `<mergeCell ref="A${index + 1}:${last}${index + 1}"/>`,
  );
  return (
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${top + 1}" topLeftCell="A${top + 2}" ` +
    `activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/>` +
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${lines.join('')}</sheetData>` +
    (head.length > 1 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '') +
    `<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
    // A telephone number is text and is meant to be.
    `<ignoredErrors><ignoredError sqref="A1:${last}${top + 1 + rows.length}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}

function row(number: number, cells: readonly string[], style: number, height?: number): string {
  const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  const drawn = cells.map((text, index) => {
    const place = `r="${columnName(index + 1)}${number}" s="${style}"`;
    return text === ''
      ? `<c ${place}/>`
      : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  });
  return `<row r="${number}"${size}>${drawn.join('')}</row>`;
}

/** 1 → A, 27 → AA. */
function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}

/** Excel reads `_x000D_` as a character (ECMA-376-1, 22.4.2.4, ST_Xstring): an underscore that begins one is escaped. */
function escaped(text: string): string {
  return printable(text)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/\r\n?/g, '\n')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function workbook({ heading, above }: SummaryTable): string {
  const name = sheetName(heading);
  const top = 2 + above.length;
  const quoted = escaped(`'${name.replaceAll("'", "''")}'!$1:$${top}`);
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets>` +
    `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}</definedName></definedNames></workbook>`
  );
}

/** A sheet's name has at most 31 characters, and none of these. */
function sheetName(heading: string): string {
  const name = printable(heading)
    .replace(/[\\/?*[\]:\p{Cc}]/gu, ' ')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim();
  return name === '' || /^history$/i.test(name) ? '汇总表' : name;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const entries = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}

function contentTypes(): string {
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${sheet}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheet}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${sheet}.styles+xml"/></Types>`
  );
}
