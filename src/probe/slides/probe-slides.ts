import type { Format } from '../../model/format.ts';
import type { Files } from '../../system/system.ts';
import { probeOpen } from '../word/probe-open.ts';
import { unknown } from '../word/unfit.ts';
import { probePpt } from './probe-ppt.ts';
import { probePptx } from './probe-pptx.ts';
import type { SlidesProbe } from './slides-probe.ts';

/** Looks into a deck of slides, by its true format. A bad file is a fact, never an exception. */
export async function probeSlides(path: string, format: Format, files: Files): Promise<SlidesProbe> {
  return await probeOpen<SlidesProbe>(path, files, async (file) => {
    if (format === 'pptx') return await probePptx(file);
    if (format === 'ppt') return await probePpt(file);
    throw unknown({ kind: 'no-prober' });
  });
}
