import { summaryDocument } from '../bundle/summary-document.ts';
import { drawSheet } from '../document/draw-sheet.ts';
import { drawWord } from '../document/draw-word.ts';
import type { FilledSummary } from './fill-summaries.ts';

/** Every 汇总表 as the file it is to be, by name. */
export async function drawSummaries(
  summaries: readonly FilledSummary[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawn = summaries.map(async ({ planned: { name, format }, table, filled }) => {
    if (filled) return [name, filled.bytes] as const;
    const bytes = await (format === 'xlsx' ? drawSheet(table) : drawWord(summaryDocument(table)));
    return [name, bytes] as const;
  });
  return new Map(await Promise.all(drawn));
}
