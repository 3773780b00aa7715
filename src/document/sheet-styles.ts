/** Places in `cellXfs` below. */
export const STYLE = { heading: 1, above: 2, head: 3, cell: 4 } as const;

const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;

function font(name: string, size: number, bold = false): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${name}"/><charset val="134"/></font>`;
}

function format(fontId: number, borderId: number, alignment: string): string {
  return (
    `<xf numFmtId="49" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" ` +
    `applyBorder="1" applyAlignment="1"><alignment vertical="center" ${alignment}/></xf>`
  );
}

/** Styles of a table (ECMA-376-1, 18.8): format 49 is text, so that what is typed into it later stays as typed. */
export function sheetStyles(namespace: string): string {
  return (
    `<styleSheet xmlns="${namespace}">` +
    `<fonts count="4">${font('宋体', 11)}${font('方正小标宋简体', 18)}${font('仿宋_GB2312', 12)}${font('黑体', 12)}</fonts>` +
    `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>` +
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    format(1, 0, 'horizontal="center"') +
    format(2, 0, 'horizontal="left"') +
    format(3, 1, 'horizontal="center" wrapText="1"') +
    format(2, 1, 'horizontal="left" wrapText="1"') +
    `</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  );
}
