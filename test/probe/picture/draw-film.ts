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
  /** Seconds from and to which it is black all over. */
  readonly black?: readonly [number, number];
  /** Seconds from and to which the scene stops. */
  readonly stops?: readonly [number, number];
  /** Seconds from and to which a picture of another scene is shown. */
  readonly still?: readonly [number, number];
  /** Shares of the width and of the height, on each side, that are black; `from`: seconds when they begin. */
  readonly bars?: { readonly across: number; readonly down: number; readonly from?: number };
  /** A light figure before a black ground, and nothing else. */
  readonly darkRoom?: boolean;
}

const LETTER = 14;

/** A stand-in for the decoder that draws: a scene of soft and hard shapes, and writing over it. */
export function drawFilm(film: Film) {
  const { seconds, writing } = film;
  return {
    sampleFrames: (_: unknown, request: FrameRequest): Promise<FramesOutcome> => {
      const { from, length, rate, width, height } = request;
      const count = Math.max(0, Math.floor(Math.min(length, seconds - from) * rate));
      const frames = Array.from({ length: count }, (__, index) => {
        const at = from + index / rate;
        const pixels =
          film.darkRoom === true ? figure(width, height, at) : scene(width, height, shiftAt(film, at));
        cover(pixels, width, height, film, at);
        for (const one of writing) if (at >= one.from && at < one.to) write(pixels, width, height, one, at);
        return { at, width, height, pixels };
      });
      return Promise.resolve({ kind: 'sampled', frames });
    },
  };
}

/** Pixels by which the scene has moved. */
function shiftAt({ moves = true, stops, still }: Film, at: number): number {
  if (isWithin(still, at)) return 2600;
  const time = isWithin(stops, at) ? (stops?.[0] ?? 0) : at;
  return moves ? time * 31 : 0;
}

function isWithin(span: readonly [number, number] | undefined, at: number): boolean {
  return span !== undefined && at >= span[0] && at < span[1];
}

/** Black bars, or black all over. */
function cover(pixels: Uint8Array, width: number, height: number, { black, bars }: Film, at: number): void {
  if (isWithin(black, at)) pixels.fill(3);
  if (!bars || at < (bars.from ?? 0)) return;
  const [across, down] = [Math.round(bars.across * width), Math.round(bars.down * height)];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (x < across || x >= width - across || y < down || y >= height - down) pixels[y * width + x] = 2;
}

/** Someone before a black curtain, who sways a little. */
function figure(width: number, height: number, at: number): Uint8Array {
  const pixels = new Uint8Array(width * height).fill(6);
  const middle = width / 2 + 8 * Math.sin(at);
  for (let y = Math.round(height * 0.2); y < height; y++) {
    const half = (width / 4) * ((y - height * 0.2) / height) + 6;
    for (let x = Math.round(middle - half); x < middle + half; x++)
      pixels[y * width + x] = 120 + ((x * y) % 60);
  }
  return pixels;
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
