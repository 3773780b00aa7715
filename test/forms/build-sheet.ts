import { makeZip } from '../probe/word/make-zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Numbers of the looks that every workbook made here has. */
export const LOOK = { plain: 0, title: 1, head: 2, line: 3, count: 4 } as const;

export interface MadeCell {
  readonly text?: string;
  readonly number?: number;
  readonly formula?: string;
  /** Runs of a text, as XML. */
  readonly rich?: string;
  readonly look?: number;
}

export interface MadeSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** A row each, from the first; `undefined`: no cell. */
  readonly rows: readonly (readonly (MadeCell | string | undefined)[])[];
  /** Attributes of rows, by their number. */
  readonly rowLooks?: Readonly<Record<number, string>>;
  /** What stands before the rows, and behind them. */
  readonly before?: string;
  readonly after?: string;
  /** Kind and target of what it refers to. */
  readonly relations?: readonly (readonly [string, string])[];
}

export interface MadeBook {
  readonly sheets: readonly MadeSheet[];
  /** Elements `definedName`. */
  readonly names?: string;
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

/** A workbook of these sheets. ECMA-376-1, 12.3 */
export function bookOf(book: MadeBook): Buffer {
  return makeZip(Object.entries(bookParts(book)).map(([name, data]) => ({ name, data })));
}

export function bookParts({ sheets, names, more = {} }: MadeBook): Record<string, string | Uint8Array> {
  const strings: string[] = [];
  const drawn = sheets.map((sheet) => sheetXml(sheet, strings));
  const listed = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const targets = sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const);
  return {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([
      ['officeDocument', 'xl/workbook.xml'],
      ['core-properties', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>某处</dc:creator></cp:coreProperties>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets>${names === undefined ? '' : `<definedNames>${names}</definedNames>`}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...targets,
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    ...Object.fromEntries(
      drawn.map((xml, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, xml]),
    ),
    ...Object.fromEntries(
      sheets.flatMap(({ relations: to }, index) =>
        to ? [[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relations(to)]] : [],
      ),
    ),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ...more,
  };
}

function sheetXml({ rows, rowLooks = {}, before = '', after = '' }: MadeSheet, strings: string[]): string {
  const drawn = rows.map((cells, index) => {
    const inside = cells.map((cell, column) =>
      cell === undefined
        ? ''
        : cellXml(typeof cell === 'string' ? { text: cell } : cell, index, column, strings),
    );
    const look = rowLooks[index + 1] ?? '';
    return inside.join('') === '' && look === ''
      ? ''
      : `<row r="${index + 1}"${look}>${inside.join('')}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${before}<sheetData>${drawn.join('')}</sheetData>${after}</worksheet>`;
}

function cellXml(cell: MadeCell, row: number, column: number, strings: string[]): string {
  const { text, number, formula, rich, look } = cell;
  const at = `r="${String.fromCharCode(65 + column)}${row + 1}"${look === undefined ? '' : ` s="${look}"`}`;
  if (formula !== undefined) return `<c ${at}><f>${formula}</f><v>${number ?? 0}</v></c>`;
  if (number !== undefined) return `<c ${at}><v>${number}</v></c>`;
  if (text === undefined && rich === undefined) return `<c ${at}/>`;
  strings.push(rich ?? `<t xml:space="preserve">${text ?? ''}</t>`);
  return `<c ${at} t="s"><v>${strings.length - 1}</v></c>`;
}

function relations(to: readonly (readonly [string, string])[]): string {
  const all = to.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${kind === 'core-properties' ? `${PACKAGE}/relationships/metadata` : RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = Array.from({ length: sheets }, (_, index): [string, string] => [
    `worksheets/sheet${index + 1}`,
    'worksheet',
  ]);
  const all = [
    ['workbook', 'sheet.main'],
    ['styles', 'styles'],
    ['sharedStrings', 'sharedStrings'],
    ...parts,
  ];
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${all
    .map(([name, type]) => `<Override PartName="/xl/${name}.xml" ContentType="${kind}.${type}+xml"/>`)
    .join('')}</Types>`;
}

const EDGE = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('');
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3">` +
  '<font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="18"/><name val="黑体"/></font>' +
  '<font><sz val="12"/><name val="仿宋_GB2312"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEEEEEE"/></patternFill></fill></fills>' +
  `<borders count="2"><border/><border>${EDGE}</border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf>' +
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf>' +
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="1" xfId="0"><alignment vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="1" fontId="2" fillId="0" borderId="1" xfId="0"><alignment horizontal="center"/></xf></cellXfs></styleSheet>';
