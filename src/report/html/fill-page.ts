import type { Markup } from './markup.ts';

export const PAGE_SLOTS = [
  'lang',
  'title',
  'styleHash',
  'scriptHash',
  'style',
  'script',
  'skip',
  'header',
  'todo',
  'schedule',
  'decisions',
  'filters',
  'results',
  'byHand',
  'strays',
  'footer',
] as const;
export type PageSlot = (typeof PAGE_SLOTS)[number];

export type Page =
  | { readonly kind: 'filled'; readonly text: string }
  /** `missing`: without it the page would keep something from its reader; `unknown`: nobody knows what belongs there. */
  | {
      readonly kind: 'misshapen';
      readonly missing: readonly PageSlot[];
      readonly unknown: readonly string[];
    };

/** With the white space around it, which would count in the digests of style and script. */
const SLOT = /\s*\{\{\s*([A-Za-z]+)\s*\}\}\s*/g;

/** Puts each part where the page has `{{its name}}`. In one go: what is put in is not searched again. */
export function fillPage(template: string, slots: Readonly<Record<PageSlot, Markup>>): Page {
  const named = new Set([...template.matchAll(SLOT)].map((match) => match[1] ?? ''));
  const missing = PAGE_SLOTS.filter((slot) => !named.has(slot));
  const unknown = [...named].filter((name) => !isSlot(name));
  if (missing.length > 0 || unknown.length > 0) return { kind: 'misshapen', missing, unknown };
  const text = template.replace(SLOT, (_, name: string) => (isSlot(name) ? slots[name].toString() : ''));
  return { kind: 'filled', text };
}

function isSlot(name: string): name is PageSlot {
  return PAGE_SLOTS.some((slot) => slot === name);
}
