import type { PagePlace, SealSight } from '../../model/page-facts.ts';
import { findCenters } from './find-centers.ts';
import { findClusters, type Cluster } from './find-clusters.ts';
import { mapInks, type InkMap } from './ink-map.ts';
import { measureRing, type Ring, type RingSearch } from './measure-ring.ts';
import type { PageImage } from './page-image.ts';

/** Below this a ring's line is thinner than a pixel. */
const SMALLEST_PIXELS_PER_MM = 1.5;
/** Official seals measure 38 to 50 mm across (国发〔1999〕25号); where the paper's size is a guess, more is let pass. */
const SEAL_MM = { known: { min: 30, max: 58 }, guessed: { min: 22, max: 80 } } as const;
const SEARCH_MM = { min: 22, max: 80 };
/** Ink of a good stamp, and of the faintest that an eye still sees. */
const CLEAR_RED = 26;
const FAINT_RED = 8;
const DARK = 90;
/** Red things smaller than this are no seal, longer ones are headings, frames and pictures. */
const CLUSTER_MM = { min: 22, max: 90 };

/**
 * Whether a red seal is on a page: a thin, clean ring of a seal's size, with red writing along it inside. Red that
 * could be one and is not clearly one is left to a person; so is a round shape on a grey copy.
 */
export function findSeal(image: PageImage): SealSight {
  const { pixelsPerMm } = image;
  if (pixelsPerMm < SMALLEST_PIXELS_PER_MM) return { state: 'unclear', reason: 'too-small' };
  const inks = mapInks(image);
  if (!inks.hasColor) return findCopiedSeal(inks.dark, image);
  const rings = ringsOf(inks.red, image, CLEAR_RED);
  const seal = rings.find((ring) => isSeal(ring, image) && isOnPaper(ring, inks.otherColor));
  if (seal) return { state: 'present', place: placeOf(seal, image) };
  const doubtful = rings.find((ring) => isRingLike(ring)) ?? faintRing(inks.red, image);
  if (doubtful) return { state: 'unclear', reason: 'red', place: placeOf(doubtful, image) };
  const cluster = findClusters(inks.red, CLEAR_RED, pixelsPerMm).find(hasSealSize);
  return cluster
    ? { state: 'unclear', reason: 'red', place: placeOfCluster(cluster, image) }
    : { state: 'absent' };
}

function searchIn({ pixelsPerMm }: PageImage, threshold: number): RingSearch {
  const radius = (diameter: number) => (diameter / 2) * pixelsPerMm;
  return { radii: { min: radius(SEARCH_MM.min), max: radius(SEARCH_MM.max) }, threshold, pixelsPerMm };
}

/** Best first. */
function ringsOf(map: InkMap, image: PageImage, threshold: number): readonly Ring[] {
  const search = searchIn(image, threshold);
  return findCenters(map, search.radii)
    .flatMap((center) => measureRing(map, center, search) ?? [])
    .sort((one, other) => other.coverage * other.clean - one.coverage * one.clean);
}

function isSeal(ring: Ring, { pixelsPerMm, sizeKnown }: PageImage): boolean {
  const diameter = (2 * ring.radius) / pixelsPerMm;
  const { min, max } = SEAL_MM[sizeKnown ? 'known' : 'guessed'];
  return (
    diameter >= min &&
    diameter <= max &&
    ring.onPage >= 0.6 &&
    ring.coverage >= 0.62 &&
    ring.clean >= 0.6 &&
    ring.stray <= 0.022 &&
    ring.filling >= 0.05 &&
    ring.filling <= 0.6 &&
    ring.spread >= 0.5
  );
}

/** Drawn by hand, worn, half off the page, empty inside: something round all the same. */
function isRingLike({ coverage, clean, onPage }: Ring): boolean {
  return onPage >= 0.25 && coverage >= 0.5 && coverage * clean >= 0.38;
}

/** Of what can hardly be seen, the mean of neighbours tells more than each pixel. */
function softened({ width, height, ink }: InkMap): InkMap {
  const soft = new Uint8Array(ink.length);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let sum = 0;
      for (let at = (y - 1) * width + x; at <= (y + 1) * width + x; at += width) {
        sum += (ink[at - 1] ?? 0) + (ink[at] ?? 0) + (ink[at + 1] ?? 0);
      }
      soft[y * width + x] = sum / 9;
    }
  }
  return { width, height, ink: soft };
}

function faintRing(red: InkMap, image: PageImage): Ring | undefined {
  return ringsOf(softened(red), image, FAINT_RED).find(({ coverage, clean, onPage }) => {
    return onPage >= 0.3 && coverage >= 0.55 && clean >= 0.55;
  });
}

/** Inside the ring hardly anything has another colour: a picture of a red thing is no stamp on paper. */
function isOnPaper({ x, y, radius }: Ring, { width, height, ink }: InkMap): boolean {
  let [pixels, colored] = [0, 0];
  for (let row = Math.max(0, Math.ceil(y - radius)); row <= Math.min(height - 1, y + radius); row++) {
    for (
      let column = Math.max(0, Math.ceil(x - radius));
      column <= Math.min(width - 1, x + radius);
      column++
    ) {
      if (Math.hypot(column - x, row - y) > radius) continue;
      pixels++;
      if ((ink[row * width + column] ?? 0) > 0) colored++;
    }
  }
  return colored <= 0.12 * pixels;
}

/** A black-and-white copy of a stamped page: only a person can say whether that will do. */
function findCopiedSeal(dark: InkMap, image: PageImage): SealSight {
  const copy = ringsOf(dark, image, DARK).find(({ coverage, clean, onPage }) => {
    return onPage >= 0.5 && coverage >= 0.6 && clean >= 0.4;
  });
  return copy ? { state: 'unclear', reason: 'no-color', place: placeOf(copy, image) } : { state: 'absent' };
}

function hasSealSize({ width, height }: Cluster): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return short >= CLUSTER_MM.min && long <= CLUSTER_MM.max && long <= 2.5 * short;
}

function placeOf({ x, y, radius }: Ring, { width, height }: PageImage): PagePlace {
  const margin = radius * 1.08;
  return within({
    left: (x - margin) / width,
    top: (y - margin) / height,
    right: (x + margin) / width,
    bottom: (y + margin) / height,
  });
}

function placeOfCluster(cluster: Cluster, { width, height, pixelsPerMm }: PageImage): PagePlace {
  return within({
    left: (cluster.left * pixelsPerMm) / width,
    top: (cluster.top * pixelsPerMm) / height,
    right: ((cluster.left + cluster.width) * pixelsPerMm) / width,
    bottom: ((cluster.top + cluster.height) * pixelsPerMm) / height,
  });
}

/** Cut to the page, with three decimals: facts are kept and printed. */
function within(box: Record<'left' | 'top' | 'right' | 'bottom', number>): PagePlace {
  const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
  const [left, top] = [share(box.left), share(box.top)];
  return { left, top, width: share(share(box.right) - left), height: share(share(box.bottom) - top) };
}
