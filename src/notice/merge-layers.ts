import type { CategoryLayer, FormLayer, Layer, MediaOverlay, Overlay } from './layer.ts';
import { mergeLayouts } from './merge-layouts.ts';
import { present } from './present.ts';

/** What is left of a layer once it is merged: the nearest notice's name over everybody's rules. */
export type Merged = Omit<Layer, 'source'>;

/** The nearer notice over the farther one. A rule or a list is replaced whole, `null` stays as a removal. */
export function mergeLayers(far: Merged, near: Merged): Merged {
  return present<Merged>({
    ...far,
    ...near,
    media: layOver(far.media, near.media, mergeMedia),
    forms: layOver(far.forms, near.forms, mergeForm),
    routes: layOver(far.routes, near.routes, mergeKeys),
    categories: layOver(far.categories, near.categories, mergeCategory),
  });
}

/** The nearer notice's entries come first, in its own order. */
export function layOver<K, V>(
  far: Overlay<K, V> | undefined,
  near: Overlay<K, V> | undefined,
  merge: (far: V, near: V) => V,
): Overlay<K, V> | undefined {
  if (!far || !near || near.reset) return near ?? far;
  const entries = new Map<K, V | null>();
  for (const [key, value] of near.entries) {
    const below = far.entries.get(key);
    entries.set(key, value !== null && below !== undefined && below !== null ? merge(below, value) : value);
  }
  for (const [key, value] of far.entries) if (!entries.has(key)) entries.set(key, value);
  return { reset: far.reset, entries };
}

export function mergeMedia(far: MediaOverlay, near: MediaOverlay): MediaOverlay {
  if (near.reset) return near;
  const [below, above] = [far.rules.layout, near.rules.layout];
  const layout = below && above && { layout: mergeLayouts(below, above) };
  return { reset: far.reset, rules: { ...far.rules, ...near.rules, ...layout } };
}

function mergeCategory(far: CategoryLayer, near: CategoryLayer): CategoryLayer {
  return present<CategoryLayer>({
    ...far,
    ...near,
    parts: layOver(far.parts, near.parts, replace),
    info: layOver(far.info, near.info, replace),
    media: layOver(far.media, near.media, mergeMedia),
  });
}

function mergeForm(far: FormLayer, near: FormLayer): FormLayer {
  const fields = layOver(far.fields, near.fields, replace);
  return { ...mergeKeys(far, near), ...(fields && { fields }) };
}

function mergeKeys<T extends object>(far: T, near: T): T {
  return { ...far, ...near };
}

function replace<T>(_: T, near: T): T {
  return near;
}
