import sharp from 'sharp';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export type Random = () => number;

export function between(random: Random, min: number, max: number): number {
  return min + (max - min) * random();
}

export function oneOf<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

/** Millimetres of an A4 page; drawings are in these. */
export const PAGE = { width: 210, height: 297 } as const;

/** Something like a Chinese character, of strokes, so that no font is needed. Size in millimetres. */
export function glyph(random: Random, x: number, y: number, size: number, color: string, turn = 0): string {
  const strokes = Array.from({ length: 4 + Math.floor(random() * 5) }, () => {
    const along = random() < 0.5;
    const at = between(random, -0.42, 0.42) * size;
    const [from, to] = [between(random, -0.45, -0.1) * size, between(random, 0.1, 0.45) * size];
    const bend = between(random, -0.08, 0.08) * size;
    return along ? `M${from} ${at}L${to} ${at + bend}` : `M${at} ${from}L${at + bend} ${to}`;
  });
  return `<path transform="translate(${x} ${y}) rotate(${turn})" d="${strokes.join('')}" stroke="${color}" stroke-width="${size * 0.1}" fill="none"/>`;
}

/** A line of writing from the left. */
export function writing(
  random: Random,
  at: { x: number; y: number; size: number; count: number; color?: string },
): string {
  const { x, y, size, count, color = '#222' } = at;
  return Array.from({ length: count }, (_, n) =>
    random() < 0.04 ? '' : glyph(random, x + n * size * 1.08, y, size, color),
  ).join('');
}

/** A page of black writing with a margin. */
export function bodyText(random: Random, from = 60, to = 260): string {
  const lines: string[] = [];
  for (let y = from; y < to; y += 8.5) {
    const last = random() < 0.2;
    const count = last ? Math.floor(between(random, 5, 25)) : 30;
    lines.push(writing(random, { x: 28, y, size: 4.6, count }));
  }
  return lines.join('');
}

export interface SealLook {
  readonly x: number;
  readonly y: number;
  readonly diameter: number;
  readonly color: string;
  readonly opacity: number;
  /** Share of the ink that is missing, in specks. */
  readonly worn?: number;
  readonly letters?: number;
  readonly bottom?: boolean;
  readonly star?: boolean;
  readonly squeeze?: number;
}

/** A round seal as offices use it: ring, writing along it, a star in the middle. */
export function seal(random: Random, look: SealLook): string {
  const {
    x,
    y,
    diameter,
    color,
    opacity,
    worn = 0,
    letters = 12,
    bottom = false,
    star = true,
    squeeze = 1,
  } = look;
  const radius = diameter / 2;
  const ring = `<circle r="${radius - 0.6}" fill="none" stroke="${color}" stroke-width="${between(random, 0.9, 1.3)}"/>`;
  const span = Math.min(280, letters * 19);
  const size = Math.min(diameter * 0.15, (radius * 0.74 * span * Math.PI) / 180 / letters);
  const arc = Array.from({ length: letters }, (_, n) => {
    const angle = -90 - span / 2 + (span * (n + 0.5)) / letters;
    const radians = (angle * Math.PI) / 180;
    const [gx, gy] = [Math.cos(radians) * radius * 0.75, Math.sin(radians) * radius * 0.75];
    return glyph(random, gx, gy, size * 1.15, color, angle + 90);
  }).join('');
  const foot = bottom
    ? Array.from({ length: 5 }, (_, n) => glyph(random, (n - 2) * 3.6, radius * 0.5, 3.4, color)).join('')
    : '';
  const points = Array.from({ length: 10 }, (_, n) => {
    const [angle, far] = [((n * 36 - 90) * Math.PI) / 180, n % 2 === 0 ? radius * 0.3 : radius * 0.115];
    return `${Math.cos(angle) * far},${Math.sin(angle) * far}`;
  }).join(' ');
  const middle = star ? `<polygon points="${points}" fill="${color}"/>` : '';
  const specks = Array.from({ length: Math.round(worn * 900) }, () => {
    const [angle, far] = [random() * 2 * Math.PI, Math.sqrt(random()) * radius];
    return `<circle cx="${Math.cos(angle) * far}" cy="${Math.sin(angle) * far}" r="${between(random, 0.2, 0.7)}" fill="#fff"/>`;
  }).join('');
  const turn = between(random, -25, 25);
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(1 ${squeeze})" opacity="${opacity}" style="mix-blend-mode:multiply">${ring}${arc}${foot}${middle}${specks}</g>`;
}

export interface PaperLook {
  readonly paper?: string;
  readonly noise?: number;
  readonly blur?: number;
  readonly grey?: boolean;
  readonly quality?: number;
  readonly dpi?: number;
  /** Quarter turns clockwise. */
  readonly turned?: number;
}

/** The page as a scanner's JPEG; what is drawn is SVG in millimetres. */
export async function photograph(random: Random, drawing: string, look: PaperLook = {}): Promise<Buffer> {
  const { paper = '#fff', noise = 0, blur = 0, grey = false, quality = 75, dpi = 150, turned = 0 } = look;
  const [width, height] = [Math.round((PAGE.width / 25.4) * dpi), Math.round((PAGE.height / 25.4) * dpi)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${PAGE.width} ${PAGE.height}"><rect width="210" height="297" fill="${paper}"/>${drawing}</svg>`;
  let page = sharp(Buffer.from(svg)).flatten({ background: '#fff' });
  if (blur > 0) page = page.blur(blur);
  const { data, info } = await page.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  if (noise > 0) {
    for (let at = 0; at < data.length; at++) {
      data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + (random() - 0.5) * 2 * noise));
    }
  }
  const raw = { width: info.width, height: info.height, channels: 3 } as const;
  let result = sharp(data, { raw });
  if (turned !== 0) result = result.rotate(turned * 90);
  if (grey) result = result.greyscale();
  return result.withMetadata({ density: dpi }).jpeg({ quality }).toBuffer();
}
