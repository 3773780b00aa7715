import type { DrawingStep } from '../open-pdf.ts';

export type Paint = 'text' | 'graphics' | 'none';

const WHITE = '#ffffff';
const BLACK = '#000000';
const FILLS = new Set(['fill', 'eoFill', 'rawFillPath']);
const STROKES = new Set(['stroke', 'closeStroke']);
const BOTH = new Set(['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']);
const TEXT = new Set(['showText', 'showSpacedText', 'nextLineShowText', 'nextLineSetSpacingShowText']);
const SAVES = new Set(['save', 'paintFormXObjectBegin', 'beginGroup', 'beginAnnotation']);
const RESTORES = new Set(['restore', 'paintFormXObjectEnd', 'endGroup', 'endAnnotation']);

interface Ink {
  readonly fill: string;
  readonly stroke: string;
}

/** What the steps leave on white paper. White on white is nothing; a hatching or shading counts as something. */
export function findPaint(steps: readonly DrawingStep[]): Paint {
  let ink: Ink = { fill: BLACK, stroke: BLACK };
  const saved: Ink[] = [];
  let paint: Paint = 'none';
  for (const step of steps) {
    if (SAVES.has(step.name)) saved.push(ink);
    else if (RESTORES.has(step.name)) ink = saved.pop() ?? ink;
    else if (TEXT.has(step.name) && hasGlyphs(step)) return 'text';
    else if (paints(step, ink)) paint = 'graphics';
    else ink = dip(ink, step);
  }
  return paint;
}

function paints(step: DrawingStep, ink: Ink): boolean {
  if (FILLS.has(step.name)) return ink.fill !== WHITE;
  if (STROKES.has(step.name)) return ink.stroke !== WHITE;
  if (BOTH.has(step.name)) return ink.fill !== WHITE || ink.stroke !== WHITE;
  return step.name === 'shadingFill' || /^paint(?!FormXObject)/.test(step.name);
}

/** Colours arrive as `#rrggbb`, whatever they were; a pattern as anything else. */
function dip(ink: Ink, step: DrawingStep): Ink {
  const [color] = step.args;
  const named = typeof color === 'string' ? color.toLowerCase() : 'pattern';
  if (/^setFill(?:Color|RGB|Gray|CMYK|Transparent)/.test(step.name)) return { ...ink, fill: named };
  if (/^setStroke(?:Color|RGB|Gray|CMYK|Transparent)/.test(step.name)) return { ...ink, stroke: named };
  return ink;
}

function hasGlyphs(step: DrawingStep): boolean {
  return step.args.some((arg) => Array.isArray(arg) && arg.some((glyph: unknown) => isVisibleGlyph(glyph)));
}

function isVisibleGlyph(glyph: unknown): boolean {
  if (typeof glyph !== 'object' || glyph === null) return false;
  return !('isSpace' in glyph && glyph.isSpace === true);
}
