import type { Format } from '../../model/format.ts';
import type { LayoutSight } from '../../model/layout.ts';
import { FileError, type Files, type OpenFile } from '../../system/system.ts';
import { OfficePackage } from '../word/open-package.ts';
import { Unfit } from '../word/unfit.ts';
import { groupBlocks, MOST_BLOCKS } from './group-blocks.ts';
import { readLayoutParts } from './read-parts.ts';
import { settleSections } from './settle-sections.ts';

/** How a Word document is set. A bad file is a fact, never an exception. */
export async function probeLayout(path: string, format: Format, files: Files): Promise<LayoutSight> {
  if (format !== 'docx' && format !== 'docm' && format !== 'dotx') return { state: 'other-format' };
  try {
    const file = await files.open(path);
    try {
      return await readLayout(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Unfit && error.integrity.state !== 'whole')
      return { state: 'unread', cause: error.integrity.cause };
    if (error instanceof FileError)
      return { state: 'unread', cause: { kind: 'unreadable', detail: error.kind } };
    throw error;
  }
}

async function readLayout(file: OpenFile): Promise<LayoutSight> {
  const { document, numbers, settings } = await readLayoutParts(await OfficePackage.open(file));
  const grouped = groupBlocks(document.paragraphs);
  const complete =
    grouped.blocks.length < MOST_BLOCKS && grouped.strays.length < MOST_BLOCKS && !document.moreSections;
  return {
    state: 'read',
    layout: {
      sections: settleSections(document.sections, numbers, settings),
      ...grouped,
      paragraphs: document.count,
      looked: complete
        ? document.paragraphs.length
        : Math.min(document.paragraphs.length, document.count - 1),
      inTables: document.inTables,
    },
  };
}
