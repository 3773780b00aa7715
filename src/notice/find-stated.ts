import type { Place } from '../model/problems.ts';
import type { Layer } from './layer.ts';

type Block = 'categories' | 'forms' | 'routes';

/** Where the nearest notice that speaks of an entry does so. */
export function placeOfEntry(layers: readonly Layer[], block: Block, id: string): Place | undefined {
  return layers.find((layer) => layer[block]?.entries.has(id))?.source.placeOf([block, id]);
}

/** Where an entry was taken away with `null`, if it was. */
export function placeOfRemoval(layers: readonly Layer[], block: Block, id: string): Place | undefined {
  const speaking = layers.find((layer) => layer[block]?.entries.has(id));
  return speaking?.[block]?.entries.get(id) === null ? speaking.source.placeOf([block, id]) : undefined;
}
