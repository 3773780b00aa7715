import type { PrintSize } from '../model/media-rules.ts';

export const PAPER_NAMES = ['A0', 'A1', 'A2', 'A3', 'A4', 'A5', 'B5', '16K', '16开'] as const;

/** Millimetres, upright. ISO 216; 16开 as Word's list has it. */
const PAPERS: Readonly<Record<string, PrintSize>> = {
  A0: { width: 841, height: 1189 },
  A1: { width: 594, height: 841 },
  A2: { width: 420, height: 594 },
  A3: { width: 297, height: 420 },
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  B5: { width: 176, height: 250 },
  '16K': { width: 184, height: 260 },
};

/** A sheet by its name, in capitals or not. */
export function paperNamed(name: string): PrintSize | undefined {
  const key = name.trim().toUpperCase().replace('开', 'K');
  return Object.hasOwn(PAPERS, key) ? PAPERS[key] : undefined;
}
