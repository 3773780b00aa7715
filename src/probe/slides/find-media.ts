import { MOST_LINKED, type LinkedMedia } from '../../model/slides-facts.ts';
import type { OfficePackage } from '../word/open-package.ts';
import type { Relationship } from '../../model/relationship.ts';
import type { ShownBlip } from './read-slide.ts';

const LONGEST_NAME = 120;
const NETWORK = /^(?:https?|rtmp|rtsp|mms):/i;

/** What one slide shows and plays. */
export interface SlideMedia {
  readonly relationships: readonly Relationship[];
  readonly blips: readonly ShownBlip[];
  /** From 1. */
  readonly slide: number;
}

/** Keys of what lies in the file, by kind; and what does not. */
export interface FoundMedia {
  readonly pictures: Set<string>;
  readonly films: Set<string>;
  readonly sounds: Set<string>;
  readonly linked: LinkedMedia[];
}

export function noMedia(): FoundMedia {
  return { pictures: new Set(), films: new Set(), sounds: new Set(), linked: [] };
}

/**
 * Adds what a slide shows and plays to what was found before. A film stands in the relationships twice, as `video` for
 * old programs and as `media` for new ones ([MS-PPTX] 2.1.2): it is told once.
 */
export function findMedia(shown: SlideMedia, from: OfficePackage, found: FoundMedia): void {
  const byId = new Map(shown.relationships.map((one) => [one.id, one]));
  for (const { embed, link } of shown.blips) {
    const inside = embed === undefined ? undefined : byId.get(embed);
    const outside = link === undefined ? undefined : byId.get(link);
    // Where a copy lies in the file, the link is of no matter.
    const one = inside ?? outside;
    if (one) add('picture', one, shown.slide, from, found);
  }
  const played = shown.relationships.flatMap((one) => {
    const kind = kindOf(one);
    return kind ? [{ one, kind }] : [];
  });
  const told = new Set<string>();
  for (const { one, kind } of played.sort(
    (a, b) => Number(a.one.kind === 'media') - Number(b.one.kind === 'media'),
  )) {
    if (told.has(one.target)) continue;
    told.add(one.target);
    add(kind, one, shown.slide, from, found);
  }
}

function kindOf({ kind, target }: Relationship): 'film' | 'sound' | undefined {
  if (kind === 'video') return 'film';
  if (kind === 'audio') return 'sound';
  if (kind !== 'media') return undefined;
  return /\.(?:mp3|m4a|wav|wma|aac|mid|midi|aiff?|ogg)$/i.test(target) ? 'sound' : 'film';
}

function add(
  kind: LinkedMedia['kind'],
  { external, target }: Relationship,
  slide: number,
  from: OfficePackage,
  found: FoundMedia,
): void {
  const part = external ? undefined : from.parts.get(target);
  const inside = { picture: found.pictures, film: found.films, sound: found.sounds }[kind];
  if (part) inside.add(`${String(part.crc32)}-${String(part.bytes)}`);
  else if (found.linked.length < MOST_LINKED) {
    const place = external ? (NETWORK.test(target) ? 'web' : 'file') : 'missing';
    found.linked.push({ kind, slide, place, name: nameOfLink(target) });
  }
}

/** Of an address all of it, of a path the last step: folders tell whose computer it was. PowerPoint writes NULL for what it has lost. */
export function nameOfLink(target: string): string {
  if (NETWORK.test(target)) return target.slice(0, LONGEST_NAME);
  const last = decoded(target).split(/[/\\]/).at(-1) ?? '';
  return last.toUpperCase() === 'NULL' ? '' : last.slice(-LONGEST_NAME);
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target; // A bare % in a name: taken as it stands.
  }
}
