import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Format } from '../../../src/model/format.ts';
import { probePhoto } from '../../../src/probe/photo/probe-photo.ts';
import type { PhotoLimits, PhotoProbe } from '../../../src/probe/photo/probe-photo.ts';
import { nodeFiles } from '../../../src/system/node-files.ts';

/** Writes the bytes to a real file and probes that. */
export async function probeBytes(
  bytes: Uint8Array,
  format: Format = 'jpg',
  { name = 'photo', ...limits }: { readonly name?: string } & Partial<PhotoLimits> = {},
): Promise<PhotoProbe> {
  const folder = await mkdtemp(path.join(tmpdir(), 'photo-'));
  try {
    const file = path.join(folder, 'file');
    await writeFile(file, bytes);
    return await probePhoto(file, name, format, nodeFiles, { seconds: 20, ...limits });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The positions at which a cut would go unnoticed. */
export async function unnoticedCuts(
  bytes: Buffer,
  format: Format,
  positions: readonly number[],
): Promise<readonly number[]> {
  const missed: number[] = [];
  for (const at of positions) {
    const { integrity } = await probeBytes(bytes.subarray(0, at), format);
    if (integrity.state !== 'broken') missed.push(at);
  }
  return missed;
}

/** The same for zeros from a position to the end. */
export async function unnoticedZeros(
  bytes: Buffer,
  format: Format,
  positions: readonly number[],
): Promise<readonly number[]> {
  const missed: number[] = [];
  for (const at of positions) {
    const half = Buffer.from(bytes).fill(0, at);
    const { integrity } = await probeBytes(half, format);
    if (integrity.state !== 'broken') missed.push(at);
  }
  return missed;
}
