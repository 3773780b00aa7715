import type { ByteReader } from './byte-reader.ts';
import { corrupt, ENDS_EARLY, hollow, OPEN_ENDED, WHOLE, type Structure } from './structure.ts';

const SYNC = 0x47;
/** Plain packets, and those of camcorders with a time stamp in front (`at`: where the sync byte stands). */
const LAYOUTS = [
  { packet: 188, at: 0 },
  { packet: 192, at: 4 },
  { packet: 204, at: 0 },
] as const;
const SPOTS = 64;

/** MPEG transport stream (ITU-T H.222.0 §2.4.3): packets of one length, each with a sync byte; no end is declared. */
export async function readTransportStructure(reader: ByteReader): Promise<Structure> {
  const head = await reader.at(0, 1024);
  const layout = LAYOUTS.find(({ packet, at }) =>
    [0, 1, 2, 3].every((index) => at + index * packet < head.length && head.u8(at + index * packet) === SYNC),
  );
  if (!layout) return { integrity: corrupt('no packets of a transport stream') };
  const packets = Math.floor(reader.bytes / layout.packet);
  const checked = Math.min(SPOTS, packets);
  let broken = 0;
  for (let spot = 1; spot <= checked; spot++) {
    const packet = Math.ceil((packets * spot) / checked) - 1;
    if ((await reader.at(packet * layout.packet + layout.at, 1)).u8(0) !== SYNC) broken++;
  }
  if (broken > 0) return { integrity: hollow(checked, broken) };
  return { integrity: reader.bytes % layout.packet === 0 ? OPEN_ENDED : ENDS_EARLY };
}

/** MPEG program stream (ITU-T H.222.0 §2.5.3): whole where it ends with the end code. */
export async function readProgramStructure(reader: ByteReader): Promise<Structure> {
  const tail = await reader.at(Math.max(0, reader.bytes - 4), 4);
  return { integrity: tail.length === 4 && tail.u32(0) === 0x000001b9 ? WHOLE : OPEN_ENDED };
}
