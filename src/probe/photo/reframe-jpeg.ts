import type { JpegFrame } from './jpeg-frame.ts';

/** The largest edge the decoder takes. */
const LONGEST_EDGE = 65_500;
/** The decoder reads at an eighth, in strips of so many lines. */
const STRIP_LINES = 8;
/** A picture is sampled once in so many pixels; its width is a multiple where the sample counts. */
const SAMPLE = 16;
/** Units that must be free behind the picture's end, for seeing what should not be there. */
const ROOM = 8;

/** Of a frame header, as far as it changes (T.81, B.2.2). */
const HEADER_BYTES = 8;

/** Another shape for the same sequence of coded units. */
export interface Reframing {
  readonly width: number;
  readonly height: number;
  /** Units in a row, and rows in a strip. */
  readonly columns: number;
  readonly rowsPerStrip: number;
  /** Units of the real picture that lie in the last strip; the rest of it is empty. */
  readonly spare: number;
}

/** `strict`: as little as possible of the picture in the last strip. `seen`: its end where sampling sees it. */
export type ReframingAim = 'strict' | 'seen';

/**
 * A shape in which the picture's last coded unit ends a strip, or nearly so, and one strip follows that is empty
 * but for those few. The units are coded one after the other without regard to rows, so any shape decodes alike.
 * It is needed because the decoder tells what went wrong in a strip only when asked for the next one: in its own
 * shape, up to 64 lines at the bottom would go unjudged. Undefined where no shape fits.
 */
export function planReframing({ width, height, unit }: JpegFrame, aim: ReframingAim): Reframing | undefined {
  const rowsPerStrip = (STRIP_LINES * 8) / unit.height;
  if (!Number.isInteger(rowsPerStrip)) return undefined;
  const units = Math.ceil(width / unit.width) * Math.ceil(height / unit.height);
  const fewest = Math.ceil(units / (Math.floor(LONGEST_EDGE / unit.height) - rowsPerStrip));
  const most = Math.min(Math.floor(LONGEST_EDGE / unit.width), Math.floor(units / rowsPerStrip));
  let best: { columns: number; spare: number; excess: number } | undefined;
  // Wide shapes first: fewer strips decode faster.
  for (let columns = most; columns >= Math.max(SAMPLE / unit.width, fewest); columns--) {
    const spare = units % (rowsPerStrip * columns);
    const excess = aim === 'strict' ? spare : excessOf(spare, columns, unit);
    if (excess !== undefined && (!best || excess < best.excess)) best = { columns, spare, excess };
  }
  if (!best) return undefined;
  const { columns, spare } = best;
  const rows = ((units - spare) / (rowsPerStrip * columns) + 1) * rowsPerStrip;
  return { columns, spare, rowsPerStrip, width: columns * unit.width, height: rows * unit.height };
}

/**
 * Units beyond the fewest with which the picture's end is seen. Of units as small as a pixel at an eighth only
 * every second row and column is: then one full row and two units more must stand in the last strip, and the
 * second row must have room behind them.
 */
function excessOf(spare: number, columns: number, unit: JpegFrame['unit']): number | undefined {
  if ((columns * unit.width) % SAMPLE !== 0) return undefined;
  if (unit.height !== 8) return spare;
  const seen = spare > columns + 1 && spare < 2 * columns - ROOM;
  return seen ? spare - columns - 2 : undefined;
}

/**
 * Has something done with the picture in its new shape: only the two numbers in the frame header change. In the very
 * bytes, as copies of large photos cost more than they seem; afterwards they are as they were.
 */
export async function inShape<T>(
  jpeg: Uint8Array,
  frame: JpegFrame,
  { width, height }: Reframing,
  work: () => Promise<T>,
): Promise<T> {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  const header = bytes.subarray(frame.at, frame.at + HEADER_BYTES);
  const before = Buffer.from(header);
  header.writeUInt16BE(height, 1);
  header.writeUInt16BE(width, 3);
  // One component is coded block by block: its sampling must not make two rows of one.
  if (frame.components === 1) header.writeUInt8(0x11, 7);
  try {
    return await work();
  } finally {
    before.copy(header);
  }
}
