import type { Format } from '../../model/format.ts';
import type { Files } from '../../system/system.ts';
import { probeOpen } from '../word/probe-open.ts';
import { unknown } from '../word/unfit.ts';
import { probeXls } from './probe-xls.ts';
import { probeXlsx } from './probe-xlsx.ts';
import type { SheetProbe } from './sheet-probe.ts';

/** Looks into an Excel file, by its true format. A bad file is a fact, never an exception. */
export async function probeSheet(path: string, format: Format, files: Files): Promise<SheetProbe> {
  return await probeOpen<SheetProbe>(path, files, async (file) => {
    if (format === 'xlsx') return await probeXlsx(file);
    if (format === 'xls') return await probeXls(file);
    throw unknown({ kind: 'no-prober' });
  });
}
