// Still pictures of which the clips are made: landscapes, rooms with people, slides, desktops.
import sharp from 'sharp';
import { briefly, heading, spoken } from './words.mjs';

/** Smooth random height over the picture, in several octaves, like clouds, leaves or walls. */
function clouds(random, width, height, octaves, fall) {
  const sum = new Float32Array(width * height);
  let weight = 1;
  for (let octave = 0; octave < octaves; octave++) {
    const cells = 3 * 2 ** octave;
    const grid = Float32Array.from({ length: (cells + 2) ** 2 }, () => random.next() - 0.5);
    for (let y = 0; y < height; y++) {
      const gy = (y / height) * cells;
      const y0 = Math.floor(gy);
      const fy = gy - y0;
      for (let x = 0; x < width; x++) {
        const gx = (x / width) * cells;
        const x0 = Math.floor(gx);
        const fx = gx - x0;
        const at = y0 * (cells + 2) + x0;
        const top = grid[at] * (1 - fx) + grid[at + 1] * fx;
        const low = grid[at + cells + 2] * (1 - fx) + grid[at + cells + 3] * fx;
        sum[y * width + x] += weight * (top * (1 - fy) + low * fy);
      }
    }
    weight *= fall;
  }
  return sum;
}

const color = (random, low = 20, high = 235) =>
  `rgb(${random.whole(low, high)},${random.whole(low, high)},${random.whole(low, high)})`;

/** Things with edges: houses with windows, trunks, people with faces. */
function things(random, width, height, count) {
  const parts = [];
  for (let n = 0; n < count; n++) {
    const x = random.between(0, width);
    const y = random.between(height * 0.2, height);
    const size = random.between(height * 0.06, height * 0.4);
    const kind = random.whole(0, 4);
    if (kind === 0) {
      parts.push(
        `<rect x="${x}" y="${y - size}" width="${size * 0.8}" height="${size * 1.5}" fill="${color(random)}"/>`,
      );
      const step = size / random.whole(4, 8);
      const pane = color(random);
      for (let row = 0; row < 6; row++)
        for (let column = 0; column < 4; column++)
          parts.push(
            `<rect x="${x + step * (0.5 + column * 1.1)}" y="${y - size + step * (0.5 + row * 1.2)}" width="${step * 0.6}" height="${step * 0.7}" fill="${pane}"/>`,
          );
    } else if (kind === 1) {
      for (let twig = 0; twig < 40; twig++) {
        const a = random.between(0, 6.3);
        const r = random.between(size * 0.2, size);
        parts.push(
          `<line x1="${x}" y1="${y}" x2="${x + r * Math.cos(a)}" y2="${y + r * Math.sin(a)}" stroke="${color(random, 10, 140)}" stroke-width="${random.between(1, 6)}"/>`,
        );
      }
    } else if (kind === 2) {
      const id = `f${n}`;
      parts.push(
        `<radialGradient id="${id}"><stop offset="0" stop-color="rgb(${random.whole(200, 250)},${random.whole(160, 200)},${random.whole(130, 170)})"/><stop offset="1" stop-color="rgb(150,100,80)"/></radialGradient>`,
        `<ellipse cx="${x}" cy="${y}" rx="${size * 0.35}" ry="${size * 0.45}" fill="url(#${id})"/>`,
        `<ellipse cx="${x}" cy="${y - size * 0.3}" rx="${size * 0.36}" ry="${size * 0.25}" fill="rgb(30,24,20)"/>`,
        `<rect x="${x - size * 0.6}" y="${y + size * 0.42}" width="${size * 1.2}" height="${size}" rx="${size * 0.3}" fill="${color(random)}"/>`,
      );
    } else if (kind === 3) {
      parts.push(
        `<polygon points="${Array.from({ length: 5 }, () => `${x + random.between(-size, size)},${y + random.between(-size, size)}`).join(' ')}" fill="${color(random)}" opacity="${random.between(0.4, 1)}"/>`,
      );
    } else {
      const gap = random.between(4, 18);
      for (let bar = 0; bar < 14; bar++)
        parts.push(
          `<rect x="${x + bar * gap}" y="${y}" width="${gap * 0.4}" height="${size}" fill="${color(random)}"/>`,
        );
    }
  }
  return parts.join('');
}

const svg = (width, height, body) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`);

const label = (text, { x, y, size, font, fill, weight = 'normal', anchor = 'start', extra = '' }) =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="${font}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}" ${extra}>${text}</text>`;

/** A photograph-like picture; `signs`: boards with writing stand in the scene. */
export async function photograph(
  random,
  width,
  height,
  { signs = 0, font = 'Noto Sans CJK SC', rough = 0.62 } = {},
) {
  const w = Math.round(width / 3);
  const h = Math.round(height / 3);
  const light = clouds(random, w, h, 7, rough);
  const tint = clouds(random, w, h, 3, 0.5);
  const base = [random.between(60, 190), random.between(60, 190), random.between(60, 190)];
  const raw = Buffer.alloc(w * h * 3);
  const contrast = random.between(90, 190);
  for (let at = 0; at < w * h; at++)
    for (let c = 0; c < 3; c++)
      raw[at * 3 + c] = Math.max(0, Math.min(255, base[c] + contrast * light[at] + 80 * tint[at] * (c - 1)));
  const boards = [];
  for (let n = 0; n < signs; n++) {
    const size = random.between(height * 0.03, height * 0.08);
    const text = briefly(random);
    const x = random.between(width * 0.1, width * 0.65);
    const y = random.between(height * 0.3, height * 0.92);
    boards.push(
      `<g transform="rotate(${random.between(-4, 4)} ${x} ${y})"><rect x="${x - size * 0.4}" y="${y - size * 1.1}" width="${size * (text.length + 0.8)}" height="${size * 1.6}" fill="${random.pick(['rgb(170,20,20)', 'rgb(20,60,150)', 'white', 'rgb(20,100,50)'])}"/>${label(text, { x, y: y + size * 0.1, size, font, fill: random.pick(['rgb(250,220,60)', 'white', 'rgb(30,30,30)']), weight: 'bold' })}</g>`,
    );
  }
  return sharp(raw, { raw: { width: w, height: h, channels: 3 } })
    .resize(width, height, { kernel: 'cubic' })
    .composite([
      { input: svg(width, height, things(random, width, height, random.whole(8, 26)) + boards.join('')) },
    ])
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** A lecture slide; `shown`: how many of its lines stand there yet. `bottom`: a full line of text at its foot. */
export async function slide(
  random,
  width,
  height,
  { font, dark, lines, shown = lines.length, bottom, title },
) {
  const ink = dark ? 'white' : 'rgb(30,30,40)';
  const ground = dark
    ? `rgb(${random.whole(10, 40)},${random.whole(20, 50)},${random.whole(60, 110)})`
    : 'rgb(248,248,244)';
  const size = height * 0.05;
  const body = [
    `<rect width="100%" height="100%" fill="${ground}"/>`,
    `<rect y="${height * 0.15}" width="100%" height="4" fill="rgb(180,40,30)"/>`,
    label(title, {
      x: width * 0.06,
      y: height * 0.115,
      size: size * 1.5,
      font,
      fill: dark ? 'rgb(255,220,90)' : 'rgb(160,20,20)',
      weight: 'bold',
    }),
    ...lines
      .slice(0, shown)
      .map((line, n) =>
        label(`• ${line}`, { x: width * 0.09, y: height * (0.27 + n * 0.105), size, font, fill: ink }),
      ),
    bottom
      ? label(bottom, {
          x: width / 2,
          y: height * 0.93,
          size: size * 0.95,
          font,
          fill: ink,
          anchor: 'middle',
          weight: 'bold',
        })
      : '',
  ];
  return sharp(svg(width, height, body.join('')))
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
}

export const slideWords = (random, count) => ({
  title: heading(random),
  lines: Array.from({ length: count }, () => spoken(random)),
  bottom: spoken(random),
});

/** A desktop with an editor: `typed` lines of a text stand in it; a task bar below. */
export async function desktop(random, width, height, { lines, typed, font, clock, scroll = 0 }) {
  const bar = height * 0.042;
  const size = height * 0.024;
  const rows = lines.slice(scroll, typed);
  const icons = Array.from(
    { length: 9 },
    (_, n) =>
      `<rect x="${width * 0.02 + n * bar * 1.3}" y="${height - bar * 0.85}" width="${bar * 0.7}" height="${bar * 0.7}" rx="4" fill="hsl(${n * 40},60%,55%)"/>`,
  );
  const body = [
    `<rect width="100%" height="100%" fill="rgb(40,90,130)"/>`,
    `<rect x="${width * 0.04}" y="${height * 0.04}" width="${width * 0.9}" height="${height * 0.88}" fill="white"/>`,
    `<rect x="${width * 0.04}" y="${height * 0.04}" width="${width * 0.9}" height="${height * 0.05}" fill="rgb(220,224,230)"/>`,
    label('文档 1 - 编辑', { x: width * 0.05, y: height * 0.075, size, font, fill: 'black' }),
    ...rows.map((line, n) =>
      label(line, { x: width * 0.06, y: height * (0.14 + n * 0.042), size, font, fill: 'rgb(20,20,20)' }),
    ),
    `<rect y="${height - bar}" width="100%" height="${bar}" fill="rgb(25,28,36)"/>`,
    ...icons,
    label('文档 1 - 编辑   资料   浏览器', {
      x: width * 0.3,
      y: height - bar * 0.3,
      size: bar * 0.5,
      font,
      fill: 'white',
    }),
    label(clock, {
      x: width * 0.985,
      y: height - bar * 0.3,
      size: bar * 0.5,
      font,
      fill: 'white',
      anchor: 'end',
    }),
  ];
  return sharp(svg(width, height, body.join('')))
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** Somebody who moves in front: cut out, for laying over the scene. */
export async function figure(random, height) {
  const size = Math.round(height * random.between(0.5, 0.8));
  const skin = `rgb(${random.whole(190, 240)},${random.whole(150, 190)},${random.whole(120, 160)})`;
  const coat = color(random);
  const folds = Array.from(
    { length: 12 },
    () =>
      `<line x1="${random.between(size * 0.1, size * 0.9)}" y1="${size * 0.5}" x2="${random.between(size * 0.1, size * 0.9)}" y2="${size}" stroke="${color(random)}" stroke-width="${random.between(1, 5)}" opacity="0.5"/>`,
  );
  const body = `<rect x="${size * 0.1}" y="${size * 0.48}" width="${size * 0.8}" height="${size * 0.6}" rx="${size * 0.15}" fill="${coat}"/>${folds.join('')}<ellipse cx="${size / 2}" cy="${size * 0.28}" rx="${size * 0.17}" ry="${size * 0.23}" fill="${skin}"/><ellipse cx="${size / 2}" cy="${size * 0.12}" rx="${size * 0.18}" ry="${size * 0.12}" fill="rgb(25,20,20)"/><circle cx="${size * 0.44}" cy="${size * 0.27}" r="${size * 0.015}"/><circle cx="${size * 0.56}" cy="${size * 0.27}" r="${size * 0.015}"/><rect x="${size * 0.46}" y="${size * 0.38}" width="${size * 0.08}" height="${size * 0.02}" fill="rgb(150,50,50)"/>`;
  return sharp(svg(size, size, body))
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** A line of thin writing on nothing, for fonts that are not installed: the edge eats into the strokes. */
export async function thinLine(text, width, height, { size, y, font }) {
  return sharp(
    svg(
      width,
      height,
      label(text, {
        x: width / 2,
        y,
        size,
        font,
        fill: 'white',
        anchor: 'middle',
        extra: `stroke="rgba(0,0,0,0.75)" stroke-width="${size * 0.035}"`,
      }),
    ),
  )
    .png({ compressionLevel: 1 })
    .toBuffer();
}
