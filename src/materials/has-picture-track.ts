import type { OpenFile } from '../system/system.ts';
import { childBoxes, type Box } from './read-iso-boxes.ts';
import { asciiAt } from './read-bytes.ts';

const MOST_BOXES = 64;

/** Whether any track of an ISO media file is a film; undefined where the index (moov) is not found. */
export async function hasPictureTrack(file: OpenFile): Promise<boolean | undefined> {
  const top = await childBoxes(file, 0, file.bytes, MOST_BOXES);
  const moov = top.find((box) => box.type === 'moov');
  if (!moov) return undefined;
  const tracks = (await inside(file, moov)).filter((box) => box.type === 'trak');
  for (const track of tracks) {
    if ((await handlerOf(file, track)) === 'vide') return true;
  }
  return tracks.length > 0 ? false : undefined;
}

/** trak → mdia → hdlr, whose handler_type stands after version and pre_defined (ISO/IEC 14496-12, 8.4.3). */
async function handlerOf(file: OpenFile, track: Box): Promise<string | undefined> {
  const media = (await inside(file, track)).find((box) => box.type === 'mdia');
  const handler = media && (await inside(file, media)).find((box) => box.type === 'hdlr');
  return handler && asciiAt(await file.read(handler.payload + 8, 4), 0, 4);
}

function inside(file: OpenFile, box: Box): Promise<readonly Box[]> {
  return childBoxes(file, box.payload, box.end, MOST_BOXES);
}
