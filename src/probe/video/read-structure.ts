import type { Format } from '../../model/format.ts';
import type { Files, OpenFile } from '../../system/system.ts';
import { ByteReader } from './byte-reader.ts';
import { Malformed } from './byte-view.ts';
import { readIsoStructure } from './iso/read-iso-structure.ts';
import { readAsfStructure } from './read-asf-structure.ts';
import { readFlvStructure } from './read-flv-structure.ts';
import { readMatroskaStructure } from './read-matroska-structure.ts';
import { readProgramStructure, readTransportStructure } from './read-mpeg-structure.ts';
import { readRealStructure } from './read-real-structure.ts';
import { readRiffStructure } from './read-riff-structure.ts';
import { corrupt, OPEN_ENDED, type Structure } from './structure.ts';

export type StructureReader = (reader: ByteReader) => Promise<Structure>;

const READERS: Partial<Record<Format, StructureReader>> = {
  mp4: readIsoStructure,
  mov: readIsoStructure,
  m4v: readIsoStructure,
  '3gp': readIsoStructure,
  m4a: readIsoStructure,
  mkv: readMatroskaStructure,
  webm: readMatroskaStructure,
  avi: readRiffStructure,
  wav: readRiffStructure,
  wmv: readAsfStructure,
  wma: readAsfStructure,
  flv: readFlvStructure,
  ts: readTransportStructure,
  mpg: readProgramStructure,
  rmvb: readRealStructure,
};

/** What the container's bookkeeping says; a format without any leaves its end open. Throws a `FileError` alone. */
export async function readStructure(
  path: string,
  format: Format,
  files: Pick<Files, 'open'>,
  read: StructureReader | undefined = READERS[format],
): Promise<Structure> {
  if (!read) return { integrity: OPEN_ENDED };
  const file = await files.open(path);
  try {
    return await readHonestly(file, read);
  } finally {
    await file.close();
  }
}

async function readHonestly(file: OpenFile, read: StructureReader): Promise<Structure> {
  try {
    return await read(new ByteReader(file));
  } catch (error) {
    if (error instanceof Malformed) return { integrity: corrupt(error.message) };
    throw error;
  }
}
