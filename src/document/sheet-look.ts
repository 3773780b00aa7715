import type { Feature } from 'write-excel-file/node';
import type * as Utility from 'write-excel-file/utility';

/** What a sheet holds; counted from its first row and column. */
export interface ShownSheet {
  readonly sheet: string;
  /** Rows down to the table's head. */
  readonly top: number;
  readonly rows: number;
  readonly columns: number;
}

/** ECMA-376-1, 18.3.1.99: the order in which they stand. */
const ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'mergeCells'],
  ...['printOptions', 'pageMargins', 'pageSetup', 'ignoredErrors'],
];

/** What the library has no option for: how the sheet is printed, and that a number written as text is meant to be. */
export function sheetLook<Content>(shown: ShownSheet, utility: typeof Utility): Feature<Content> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) => printed(xml, shown, utility),
          transformElementAttributes: (tag, attributes) => ({ ...attributes, ...PAGE[tag] }),
        },
        'xl/workbook.xml': { transform: (xml) => titled(xml, shown, utility) },
      },
    },
  };
}

const PAGE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  pageMargins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6 },
  pageSetup: { fitToWidth: 1, fitToHeight: 0 },
};

/** On one page's width, in its middle. */
function printed(xml: string, { rows, columns }: ShownSheet, utility: typeof Utility): string {
  const last = utility.getCellAddress(rows - 1, columns - 1);
  return [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetFormatPr defaultRowHeight="18"/>',
    '<printOptions horizontalCentered="1"/>',
    `<ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1"/></ignoredErrors>`,
  ].reduce(
    (all, element) => utility.insertElementMarkupAccordingToOrderOfSiblings(all, element, ORDER, 'worksheet'),
    xml,
  );
}

/** The rows down to the head stand on every page. ECMA-376-1, 18.2.5 */
function titled(xml: string, { sheet, top }: ShownSheet, utility: typeof Utility): string {
  const names = utility.findElement(xml, 'definedNames');
  if (!names) throw new Error('sheetLook: the workbook has no place for names');
  const rows = utility.sanitizeTextContent(`'${sheet.replaceAll("'", "''")}'!$1:$${String(top)}`);
  const name = `<definedName name="_xlnm.Print_Titles" localSheetId="0">${rows}</definedName>`;
  return utility.replaceElement(xml, names, `<definedNames>${name}</definedNames>`);
}
