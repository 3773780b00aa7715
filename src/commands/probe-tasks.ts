import type { TaskHandlers } from '../system/serve-tasks.ts';
import type { Files } from '../system/system.ts';

/** What the isolated threads can do; each probe is loaded when first asked for. */
export function probeTasks(files: Files): TaskHandlers {
  return {
    pdf: async ({ path }) => {
      const { probePdf } = await import('../probe/pdf/probe-pdf.ts');
      return probePdf(path, files);
    },
    word: async ({ path, format }) => {
      const { probeWord } = await import('../probe/word/probe-word.ts');
      return probeWord(path, format, files);
    },
    slides: async ({ path, format }) => {
      const { probeSlides } = await import('../probe/slides/probe-slides.ts');
      return probeSlides(path, format, files);
    },
    sheet: async ({ path, format }) => {
      const { probeSheet } = await import('../probe/sheet/probe-sheet.ts');
      return probeSheet(path, format, files);
    },
    form: async ({ path }) => {
      const { seeBlanks } = await import('./see-blanks.ts');
      const form = await seeBlanks(path, files);
      return form ? { form } : {};
    },
    prose: async ({ path, format }) => {
      const { readProse } = await import('../probe/read-prose.ts');
      return readProse(path, format, files);
    },
    pages: async ({ path, format }) => {
      const { probePages } = await import('../probe/scan/probe-pages.ts');
      return probePages(path, format, files);
    },
    layout: async ({ path, format }) => {
      const { probeLayout } = await import('../probe/layout/probe-layout.ts');
      return probeLayout(path, format, files);
    },
    seek: async ({ path, format, words = [] }) => {
      const { seekWords } = await import('../probe/word/seek-words.ts');
      return seekWords(path, format, words, files);
    },
  };
}
