import type { BrokenCause } from '../../model/facts.ts';
import { ByteReader } from './byte-reader.ts';
import { corrupt } from './image-structure.ts';
import type { ImageStructure } from './image-structure.ts';

const HEADER_BYTES = 13;

interface GifWalk {
  readonly frames: number;
  readonly broken?: BrokenCause;
}

/** GIF 89a: blocks up to the trailer 3B. */
export function readGif(bytes: Uint8Array): ImageStructure {
  const reader = new ByteReader(bytes);
  const { frames, broken } = walkBlocks(reader);
  const fault = broken ?? (frames === 0 ? { kind: 'nothing-inside' as const } : undefined);
  const stored = { width: reader.u16(6, 'little'), height: reader.u16(8, 'little') };
  return {
    decoding: 'stream',
    ...(reader.has(0, HEADER_BYTES) && {
      header: { stored, frames: Math.max(1, frames), color: 'srgb' as const },
    }),
    ...(fault && { broken: fault }),
  };
}

function walkBlocks(reader: ByteReader): GifWalk {
  let at = HEADER_BYTES + colorTableBytes(reader.u8(10));
  let frames = 0;
  while (at < reader.length) {
    const introducer = reader.u8(at);
    if (introducer === 0x3b) return { frames };
    if (introducer === 0x21) at = skipSubBlocks(reader, at + 2);
    else if (introducer === 0x2c) {
      frames++;
      at = skipSubBlocks(reader, at + 11 + colorTableBytes(reader.u8(at + 9)));
    } else if (introducer === 0) {
      // Some old programs leave an empty block between two others; every decoder passes over it.
      at++;
    } else return { frames, broken: corrupt('no block where one should begin') };
  }
  return { frames, broken: { kind: 'ends-early' } };
}

/** Bit 7: there is a table; bits 0–2: its size. */
function colorTableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Each sub-block is one length byte and so many bytes; length 0 ends them. */
function skipSubBlocks(reader: ByteReader, from: number): number {
  let at = from;
  while (at < reader.length) {
    const size = reader.u8(at);
    at += size + 1;
    if (size === 0) return at;
  }
  return at;
}
