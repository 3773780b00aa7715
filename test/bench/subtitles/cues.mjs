// Writing laid over the picture, as an ASS script: subtitles, name plates, tickers, marks.
import { briefly, english, person, spoken } from './words.mjs';

const stamp = (seconds) => {
  const cents = Math.round(seconds * 100);
  const two = (n) => String(n).padStart(2, '0');
  return `${Math.floor(cents / 360000)}:${two(Math.floor(cents / 6000) % 60)}:${two(Math.floor(cents / 100) % 60)}.${two(cents % 100)}`;
};

const line = (from, to, style, text) => `Dialogue: 0,${stamp(from)},${stamp(to)},${style},,0,0,0,,${text}`;

/** Colours are &HAABBGGRR. `border` 1: edge and shadow; 3: a box. `align` as on a numeric pad. */
const style = (name, s) =>
  `Style: ${name},${s.font},${s.size},${s.fill},&H000000FF,${s.edge ?? '&H00000000'},${s.back ?? '&H80000000'},${s.bold ? -1 : 0},${s.italic ? -1 : 0},0,0,100,100,${s.spacing ?? 0},0,${s.border ?? 1},${s.outline ?? 0},${s.shadow ?? 0},${s.align ?? 2},${s.side ?? 20},${s.side ?? 20},${s.margin},1`;

export function assScript([width, height], styles, events) {
  return `[Script Info]
ScriptType: v4.00+
PlayResX: ${width}
PlayResY: ${height}
WrapStyle: 2

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
${Object.entries(styles)
  .map(([name, s]) => style(name, s))
  .join('\n')}

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
${events.join('\n')}
`;
}

/** When somebody speaks: from, to and what, with short pauses between. */
export function schedule(random, from, to, talkative = 0.75) {
  const cues = [];
  let at = from + random.between(0, 1.5);
  while (at < to - 1) {
    const end = Math.min(to, at + random.between(1.2, 4.2));
    cues.push({ from: at, to: end });
    at = end + (random.chance(talkative) ? random.between(0, 0.15) : random.between(0.5, 2.5));
  }
  return cues;
}

const WHITE = '&H00FFFFFF';
const YELLOW = '&H0020E0FF';

/** How subtitles look, as fractions of the shorter side of the picture. */
export function subtitleLook(random, kind, side, font) {
  const size = Math.round(side * random.between(0.058, 0.075));
  const base = { font, size, fill: WHITE, outline: Math.max(1.5, size * 0.06), margin: 0 };
  switch (kind) {
    case 'yellow':
      return { ...base, fill: YELLOW };
    case 'box':
      return { ...base, border: 3, outline: size * 0.18, edge: random.pick(['&H00000000', '&H60000000']) };
    case 'small':
      return { ...base, size: Math.round(side * 0.043), outline: Math.max(1, side * 0.0025) };
    case 'large':
      return { ...base, size: Math.round(side * 0.1), bold: true, outline: side * 0.006 };
    case 'shadow':
      return { ...base, outline: 0, shadow: size * 0.06, back: '&H20000000' };
    case 'italic':
      return { ...base, italic: true, spacing: size * 0.06 };
    default:
      return base;
  }
}

export function subtitles(random, cues, { kind, width }) {
  return cues.map(({ from, to }) => {
    const fit = (text, size = 0.05) =>
      text.slice(0, Math.max(6, Math.floor((0.9 * width.across) / (width.size * (1 + size)))));
    const fade = kind === 'fading' ? '{\\fad(250,250)}' : '';
    const first = fit(random.chance(0.3) ? briefly(random) : spoken(random));
    if (kind === 'two-lines') return line(from, to, 'Sub', `${fade}${first}\\N${fit(spoken(random))}`);
    if (kind === 'bilingual')
      return line(
        from,
        to,
        'Sub',
        `${first}\\N{\\fs${Math.round(width.size * 0.6)}}${english(random).slice(0, Math.floor((1.9 * width.across) / (width.size * 0.6)))}`,
      );
    return line(from, to, 'Sub', `${fade}${first}`);
  });
}

export const namePlates = (spans, random) =>
  spans.map(({ from, to }) => {
    const { name, post } = person(random);
    return line(from, to, 'Plate', `${name}  ${post}`);
  });

/** One line that runs through from right to left, again and again. */
export function ticker(random, seconds, [width], size, y) {
  const text = Array.from({ length: 6 }, () => spoken(random)).join('    ');
  const long = text.length * size;
  const speed = random.between(0.07, 0.16) * width;
  return [
    line(
      0,
      seconds,
      'Ticker',
      `{\\move(${width},${y},${Math.round(width - speed * seconds)},${y})\\an7}${text}${long > 0 ? '' : ''}`,
    ),
  ];
}

export const standing = (name, from, to, text) => line(from, to, name, text);

/** A counter that changes every second. */
export const timer = (seconds, name) =>
  Array.from({ length: Math.floor(seconds) }, (_, n) =>
    line(
      n,
      n + 1,
      name,
      `2020-07-15 09:${String(10 + Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`,
    ),
  );

export const rolling = (random, seconds, [width, height], size) => {
  const names = Array.from({ length: 24 }, () => Object.values(person(random)).join('    ')).join('\\N');
  return [
    line(
      0,
      seconds,
      'Roll',
      `{\\an8\\move(${width / 2},${height},${width / 2},${Math.round(height - seconds * size * 1.6)})}${names}`,
    ),
  ];
};
