import type { CalendarDate } from '../model/calendar-date.ts';
import type { Content, ContentSums } from './bundle-contents.ts';
import { addBytes, packBytes, packFile, packSource, packWritten, type PackWorld } from './pack-file.ts';
import { writeArchive } from './write-archive.ts';

interface Place {
  /** Absolute. */
  readonly target: string;
  /** By source: what it was when the work began. */
  readonly identities: ReadonlyMap<string, string>;
  readonly date: CalendarDate;
}

/** One file of the bundle into its folder and its zip: copied, made, or an archive that is written first. */
export async function packContent(content: Content, place: Place, world: PackWorld): Promise<ContentSums> {
  const { made, holds } = content;
  if (holds) return packArchive(content, place, world);
  const piece = { ...content, target: place.target, identity: identityOf(content, place) };
  return made ? packBytes(piece, made, world) : packFile(piece, world);
}

/**
 * Every source goes into the archive and nowhere else, read once; what then goes into the bundle's zip is the archive
 * as it lies on the disk. Streamed: memory does not grow with the films.
 */
async function packArchive(archive: Content, place: Place, world: PackWorld): Promise<ContentSums> {
  const { target, date } = place;
  const file = await world.storage.createFile(target);
  try {
    const holds = await writeArchive(archive, file, date, (content, name, zip) =>
      addToArchive(content, name, place, { ...world, zip }),
    );
    await file.flush();
    return { ...(await packWritten({ ...archive, target }, world)), holds };
  } finally {
    await file.close();
  }
}

function addToArchive(content: Content, name: string, place: Place, world: PackWorld): Promise<ContentSums> {
  const { made } = content;
  if (made) return addBytes(name, true, made, world);
  return packSource({ ...content, name, stored: true, identity: identityOf(content, place) }, world);
}

function identityOf({ source }: Content, { identities }: Place): string {
  return identities.get(source) ?? '';
}
