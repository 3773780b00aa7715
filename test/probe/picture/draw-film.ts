import type { FrameRequest, FramesOutcome } from '../../../src/system/system.ts';

/** A line of writing laid over the scene. `seed` makes its letters, `middle` says where it stands (share of width). */
export interface Writing {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** Foot of the line, share of the height. */
  readonly foot: number;
  readonly letters: number;
  readonly middle?: number;
  /** Pixels a second to the left. */
  readonly speed?: number;
}

export interface Film {
  readonly seconds: number;
  readonly writing: readonly Writing[];
  /** Whether the scene moves. */
  readonly moves?: boolean;
}

const LETTER = 14;

/** A stand-in for the decoder that draws: a scene of soft and hard shapes, and writing over it. */
export function drawFilm({ seconds, writing, moves = true }: Film) {
  return {
    sampleFrames: (_: unknown, request: FrameRequest): Promise<FramesOutcome> => {
      const { from, length, rate, width, height } = request;
      const count = Math.max(0, Math.floor(Math.min(length, seconds - from) * rate));
      const frames = Array.from({ length: count }, (__, index) => {
        const at = from + index / rate;
        const pixels = scene(width, height, moves ? at * 31 : 0);
        for (const one of writing) if (at >= one.from && at < one.to) write(pixels, width, height, one, at);
        return { at, width, height, pixels };
      });
      return Promise.resolve({ kind: 'sampled', frames });
    },
  };
}

/** Wide enough for a scene that moves by: drawn once, shown from another place each time. */
const SPAN = 4096;
const drawn = new Map<number, Uint8Array>();

function scene(width: number, height: number, shift: number): Uint8Array {
  const wide = drawn.get(height) ?? drawWide(height);
  drawn.set(height, wide);
  const pixels = new Uint8Array(width * height);
  const from = Math.round(shift) % (SPAN - width);
  for (let y = 0; y < height; y++)
    pixels.set(wide.subarray(y * SPAN + from, y * SPAN + from + width), y * width);
  return pixels;
}

function drawWide(height: number): Uint8Array {
  const pixels = new Uint8Array(SPAN * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < SPAN; x++) {
      const soft = 90 + 40 * Math.sin(x / 37) + 30 * Math.cos(y / 23 + x / 61);
      const bars = Math.floor(x / 5) % 29 < 2 && y % 90 < 60 ? 70 : 0;
      pixels[y * SPAN + x] = Math.round(soft + bars);
    }
  return pixels;
}

/** Letters of upright and level strokes, two pixels wide, white with a black edge. */
function write(pixels: Uint8Array, width: number, height: number, writing: Writing, at: number): void {
  const { seed, foot, letters, middle = 0.5, speed = 0, from } = writing;
  const left = Math.round(width * middle - (letters * LETTER) / 2 - speed * (at - from));
  const top = Math.round(height * foot) - LETTER;
  const put = (x: number, y: number, value: number) => {
    if (x >= 0 && x < width && y >= 0 && y < height) pixels[y * width + x] = value;
  };
  for (let y = -1; y <= LETTER; y++)
    for (let x = -1; x < letters * LETTER; x++) {
      const letter = Math.floor(x / LETTER);
      const [u, v] = [x - letter * LETTER, y];
      const kind = (seed * 7 + letter * 13) % 5;
      const isUpright = u % (kind + 4) < 2 && u < LETTER - 2;
      const isLevel = v % (((kind + seed) % 3) + 5) < 2 && u < LETTER - 2;
      put(left + x, top + y, v >= 0 && v < LETTER && u >= 0 && (isUpright || isLevel) ? 245 : 12);
    }
}
