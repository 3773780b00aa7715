import { escapePattern } from '../../model/escape-pattern.ts';
import type { ListedSheet } from './open-workbook.ts';

/** Whether a formula or a name speaks of cells of this sheet: 汇总表!$A$1, '汇总 表'!A1. ECMA-376-1, 18.17.2.2 */
export function refersTo({ name }: Pick<ListedSheet, 'name'>, formula: string): boolean {
  if (formula.includes(`'${name.replaceAll("'", "''")}'!`)) return true;
  return new RegExp(`(?<![\\p{L}\\p{N}_.'])${escapePattern(name)}!`, 'u').test(formula);
}
