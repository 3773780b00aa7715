import {
  between,
  bodyText,
  glyph,
  oneOf,
  photograph,
  randomFrom,
  seal,
  writing,
  type PaperLook,
  type Random,
  type SealLook,
} from './make-page.ts';

export interface LabelledPage {
  readonly name: string;
  readonly truth: 'present' | 'absent';
  readonly jpeg: Buffer;
}

type Draw = (random: Random) => { readonly drawing: string; readonly look?: PaperLook };

const REDS = ['#c8161d', '#d7262b', '#b3202a', '#e03a2a', '#c42b4a'] as const;
const red = (random: Random) => oneOf(random, REDS);

function sealAt(random: Random, more: Partial<SealLook> = {}): string {
  return seal(random, {
    x: between(random, 110, 165),
    y: between(random, 190, 245),
    diameter: oneOf(random, [38, 40, 42, 42, 45, 50]),
    color: red(random),
    opacity: between(random, 0.65, 1),
    letters: Math.floor(between(random, 8, 18)),
    bottom: random() < 0.4,
    ...more,
  });
}

function paperOf(random: Random): PaperLook {
  return {
    paper: oneOf(random, ['#fff', '#fdfcf8', '#f4f1e6', '#ece6d3', '#f2f2f4']),
    noise: between(random, 0, 9),
    blur: random() < 0.5 ? 0.3 + random() * 0.8 : 0,
    quality: Math.floor(between(random, 45, 88)),
    dpi: oneOf(random, [100, 130, 150]),
  };
}

function letterhead(random: Random): string {
  const color = red(random);
  const count = Math.floor(between(random, 8, 13));
  const size = 150 / count / 1.08;
  return `${writing(random, { x: 30 + size / 2, y: 40, size, count, color })}<rect x="25" y="58" width="160" height="0.8" fill="${color}"/>`;
}

/** A wobbly ring around a word, as drawn with a red pen. */
function penCircle(random: Random): string {
  const [x, y, radius] = [between(random, 80, 140), between(random, 120, 200), between(random, 14, 26)];
  const phase = random() * 6;
  const points = Array.from({ length: 41 }, (_, n) => {
    const angle = (n / 38) * 2 * Math.PI + phase;
    const far = radius * (1 + 0.09 * Math.sin(angle * 2 + phase) + 0.04 * Math.sin(angle * 3.3) + n * 0.0016);
    return `${x + Math.cos(angle) * far * 1.15},${y + Math.sin(angle) * far}`;
  });
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${red(random)}" stroke-width="${between(random, 0.5, 1)}"/>`;
}

/** A photograph: soft areas of many colours, some of them red and round. */
function picture(random: Random): string {
  const blobs = Array.from({ length: 40 }, () => {
    const color = `hsl(${Math.floor(random() * 360)} ${Math.floor(between(random, 15, 60))}% ${Math.floor(between(random, 20, 75))}%)`;
    return `<circle cx="${between(random, 30, 180)}" cy="${between(random, 90, 200)}" r="${between(random, 5, 30)}" fill="${color}"/>`;
  });
  const balloon = `<circle cx="${between(random, 60, 150)}" cy="${between(random, 110, 180)}" r="${between(random, 14, 24)}" fill="${red(random)}"/>`;
  return `<rect x="30" y="90" width="150" height="110" fill="#567"/><g clip-path="inset(0)">${blobs.join('')}</g>${random() < 0.6 ? balloon : ''}`;
}

export const KINDS: Readonly<Record<string, { readonly truth: LabelledPage['truth']; readonly draw: Draw }>> =
  {
    'seal beside the signature': {
      truth: 'present',
      draw: (random) => ({ drawing: bodyText(random, 60, 180) + sealAt(random), look: paperOf(random) }),
    },
    'seal over writing': {
      truth: 'present',
      draw: (random) => ({ drawing: bodyText(random) + sealAt(random), look: paperOf(random) }),
    },
    'seal under a red letterhead': {
      truth: 'present',
      draw: (random) => ({
        drawing: letterhead(random) + bodyText(random, 70) + sealAt(random),
        look: paperOf(random),
      }),
    },
    'pale seal': {
      truth: 'present',
      draw: (random) => ({
        drawing: bodyText(random) + sealAt(random, { opacity: between(random, 0.3, 0.5) }),
        look: paperOf(random),
      }),
    },
    'very faint seal': {
      truth: 'present',
      draw: (random) => ({
        drawing: bodyText(random) + sealAt(random, { opacity: between(random, 0.16, 0.25) }),
        look: { ...paperOf(random), paper: '#fff' },
      }),
    },
    'worn seal': {
      truth: 'present',
      draw: (random) => ({
        drawing: bodyText(random, 60, 200) + sealAt(random, { worn: between(random, 0.2, 0.6) }),
        look: paperOf(random),
      }),
    },
    'seal cut by the edge of the page': {
      truth: 'present',
      draw: (random) => ({
        drawing: bodyText(random, 60, 200) + sealAt(random, { x: between(random, 192, 209) }),
        look: paperOf(random),
      }),
    },
    'seal photographed aslant': {
      truth: 'present',
      draw: (random) => ({
        drawing: bodyText(random) + sealAt(random, { squeeze: between(random, 0.9, 0.97) }),
        look: paperOf(random),
      }),
    },
    'oval seal': {
      truth: 'present',
      draw: (random) => ({
        drawing: bodyText(random) + sealAt(random, { squeeze: 0.7, diameter: 45 }),
        look: paperOf(random),
      }),
    },
    'grey copy of a sealed page': {
      truth: 'present',
      draw: (random) => ({
        drawing: bodyText(random, 60, 190) + sealAt(random, { opacity: 1 }),
        look: { ...paperOf(random), grey: true },
      }),
    },
    'two seals': {
      truth: 'present',
      draw: (random) => ({
        drawing:
          bodyText(random, 60, 180) + sealAt(random, { x: 60, y: 215 }) + sealAt(random, { x: 150, y: 225 }),
        look: paperOf(random),
      }),
    },
    'only writing': {
      truth: 'absent',
      draw: (random) => ({ drawing: bodyText(random), look: paperOf(random) }),
    },
    'only writing, grey': {
      truth: 'absent',
      draw: (random) => ({ drawing: bodyText(random), look: { ...paperOf(random), grey: true } }),
    },
    'red letterhead': {
      truth: 'absent',
      draw: (random) => ({ drawing: letterhead(random) + bodyText(random, 70), look: paperOf(random) }),
    },
    'red underlines': {
      truth: 'absent',
      draw: (random) => ({
        drawing:
          bodyText(random) +
          Array.from(
            { length: 6 },
            (_, n) =>
              `<rect x="${between(random, 28, 90)}" y="${64 + n * 30}" width="${between(random, 20, 80)}" height="0.7" fill="${red(random)}"/>`,
          ).join(''),
        look: paperOf(random),
      }),
    },
    'red writing': {
      truth: 'absent',
      draw: (random) => ({
        drawing:
          bodyText(random, 60, 150) +
          writing(random, { x: 28, y: 170, size: 6, count: 22, color: red(random) }) +
          writing(random, { x: 28, y: 200, size: 5, count: 26, color: red(random) }),
        look: paperOf(random),
      }),
    },
    'red table': {
      truth: 'absent',
      draw: (random) => ({
        drawing:
          bodyText(random, 40, 80) +
          `<path d="M25 100H185M25 130H185M25 160H185M25 220H185M25 100V220M75 100V220M185 100V220" stroke="${red(random)}" stroke-width="0.5" fill="none"/>`,
        look: paperOf(random),
      }),
    },
    'small red name seal': {
      truth: 'absent',
      draw: (random) => {
        const color = red(random);
        const square = `<rect x="140" y="220" width="13" height="13" fill="none" stroke="${color}" stroke-width="0.8"/>${glyph(random, 143.5, 223.5, 5, color)}${glyph(random, 149.5, 229.5, 5, color)}`;
        return { drawing: bodyText(random, 60, 200) + square, look: paperOf(random) };
      },
    },
    'red emblem in the head': {
      truth: 'absent',
      draw: (random) => ({
        drawing:
          seal(random, { x: 40, y: 30, diameter: 16, color: red(random), opacity: 1 }) + bodyText(random),
        look: paperOf(random),
      }),
    },
    'circle drawn by hand': {
      truth: 'absent',
      draw: (random) => ({ drawing: bodyText(random) + penCircle(random), look: paperOf(random) }),
    },
    'two circles drawn by hand over red writing': {
      truth: 'absent',
      draw: (random) => ({
        drawing:
          bodyText(random) +
          writing(random, { x: 60, y: 160, size: 6, count: 14, color: red(random) }) +
          penCircle(random) +
          penCircle(random),
        look: paperOf(random),
      }),
    },
    'red disc': {
      truth: 'absent',
      draw: (random) => ({
        drawing:
          bodyText(random) +
          `<circle cx="120" cy="200" r="${between(random, 15, 24)}" fill="${red(random)}"/>`,
        look: paperOf(random),
      }),
    },
    photograph: {
      truth: 'absent',
      draw: (random) => ({ drawing: bodyText(random, 220, 270) + picture(random), look: paperOf(random) }),
    },
    'blue round stamp': {
      truth: 'absent',
      draw: (random) => ({
        drawing: bodyText(random) + sealAt(random, { color: '#1d3fa5' }),
        look: paperOf(random),
      }),
    },
  };

/** So many pages of each kind. */
export async function* labelledPages(seed: number, each: number): AsyncGenerator<LabelledPage> {
  const random = randomFrom(seed);
  for (let n = 0; n < each; n++) {
    for (const [name, { truth, draw }] of Object.entries(KINDS)) {
      const { drawing, look } = draw(random);
      yield { name, truth, jpeg: await photograph(random, drawing, look) };
    }
  }
}
