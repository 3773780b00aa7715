import type { OpenFile } from '../../system/system.ts';
import { CompoundFile } from '../word/compound-file.ts';
import { legible, lookInProperties } from '../word/seek-in-doc.ts';
import type { WordSeeker } from '../word/word-seeker.ts';
import { openPpt } from './open-ppt.ts';

/** PowerPoint 97–2003: all that the document says, slides, notes, masters, comments and what was there before too. */
export async function seekInPpt(file: OpenFile, seeker: WordSeeker): Promise<void> {
  const compound = await CompoundFile.open(file);
  await lookInProperties(compound, seeker);
  const { bytes } = await openPpt(compound);
  // Text stands at even and at odd places, in two bytes a character or, where that does, in one.
  for (const at of [0, 1]) seeker.look(legible(bytes.subarray(at), 'utf-16le'), 'text');
  seeker.look(legible(bytes, 'latin1'), 'text');
}
