import path from 'node:path';
import pLimit from 'p-limit';
import type { Evidence, PartEvidence } from '../model/evidence.ts';
import { familyOf } from '../model/format.ts';
import type { Materials, Part } from '../model/materials.ts';
import type { System } from '../system/system.ts';
import { drawFilm } from './draw-film.ts';
import { drawPhoto } from './draw-photo.ts';
import { drawScan } from './draw-scan.ts';
import type { DrawnAlready } from './drawn-already.ts';
import { bytesOfEvidence } from './evidence-bytes.ts';
import type { PictureCache } from './picture-cache.ts';
import type { DrawnPart } from './to-picture.ts';

export interface EvidenceRequest {
  /** Absolute folder of the materials. */
  readonly root: string;
  readonly materials: Materials;
  /** By path: what each file was when it was looked at. */
  readonly identities: ReadonlyMap<string, string>;
  readonly jobs: number;
  readonly cache: PictureCache;
  readonly drawn?: DrawnAlready;
  readonly limits?: Partial<EvidenceLimits>;
  readonly onProgress?: (progress: {
    readonly done: number;
    readonly total: number;
    readonly path: string;
  }) => void;
}

export interface EvidenceLimits {
  /** For all pictures together; what is not begun by then is left out. */
  readonly seconds: number;
  /** Of all pictures, as they stand in the report. */
  readonly bytes: number;
  readonly files: number;
}

/** A report stays small enough for the mail and for an office computer. */
const LIMITS: EvidenceLimits = { seconds: 180, bytes: 10 * 1024 * 1024, files: 500 };

interface Drawer {
  readonly kind: PartEvidence['kind'];
  readonly draw: (drawn: DrawnPart, system: System) => Promise<PartEvidence>;
}

const [PHOTO, FILM, SCAN]: readonly [Drawer, Drawer, Drawer] = [
  { kind: 'photo', draw: drawPhoto },
  { kind: 'film', draw: drawFilm },
  { kind: 'scan', draw: drawScan },
];

/**
 * Pictures of everything that can be looked at. A file that cannot be drawn says so, and never keeps the others from
 * being drawn; what goes beyond the limits is left out, last files first.
 */
export async function gatherEvidence(request: EvidenceRequest, system: System): Promise<Evidence> {
  const limits = { ...LIMITS, ...request.limits };
  const drawable = request.materials.items
    .flatMap(({ parts }) => parts)
    .flatMap((part) => {
      const drawer = drawerOf(part);
      return drawer ? [{ part, drawer }] : [];
    });
  const end = system.now().getTime() + limits.seconds * 1000;
  let [done, bytes] = [0, 0];
  try {
    const drawn = await pLimit(request.jobs).map(drawable, async ({ part, drawer }, index) => {
      system.interrupted.throwIfAborted();
      request.onProgress?.({ done: done++, total: drawable.length, path: part.path });
      const isOver = index >= limits.files || bytes > limits.bytes || system.now().getTime() > end;
      const evidence = isOver ? LEFT_OUT : await drawOnce(part, drawer, request, system);
      bytes += bytesOfEvidence(evidence);
      return [part.path, evidence] as const;
    });
    return new Map(withinBytes(drawn, limits.bytes));
  } finally {
    await system.isolation.close();
    await request.cache.save();
  }
}

const LEFT_OUT: PartEvidence = { kind: 'none', reason: 'left-out' };

/** Undefined: of a kind that is not shown. */
function drawerOf({ role, facts }: Part): Drawer | undefined {
  switch (familyOf(facts.format)) {
    case 'image':
      return role === 'scan' ? SCAN : PHOTO;
    case 'video':
      return FILM;
    case 'pdf':
      return SCAN;
    case 'audio':
    case 'word':
    case 'slides':
    case 'sheet':
    case 'subtitles':
    case 'design':
    case 'archive':
    case 'plain':
    case 'other':
      return undefined;
  }
}

async function drawOnce(
  part: Part,
  { kind, draw }: Drawer,
  { root, identities, cache, drawn }: EvidenceRequest,
  system: System,
): Promise<PartEvidence> {
  const key = { path: part.path, identity: identities.get(part.path) ?? '', of: variantOf(part) };
  const known = cache.find(key);
  if (known) return known;
  const evidence =
    drawn?.find(part.path, kind) ??
    (await draw({ part, path: path.join(root, ...part.path.split('/')) }, system));
  if (evidence.kind !== 'none') cache.keep(key, evidence);
  return evidence;
}

/** What the pictures depend on besides the file: where subtitles stand in it. */
function variantOf({ role, facts }: Part): string {
  const found = facts.video?.burnedSubtitles;
  return JSON.stringify([role, found?.band ?? null, found?.evidence ?? null]);
}

/** The limit holds whatever the order in which they were finished. */
function* withinBytes(
  drawn: readonly (readonly [string, PartEvidence])[],
  limit: number,
): Generator<readonly [string, PartEvidence]> {
  let bytes = 0;
  for (const [name, evidence] of drawn) {
    const own = bytesOfEvidence(evidence);
    const fits = bytes + own <= limit;
    if (fits) bytes += own;
    yield [name, fits ? evidence : LEFT_OUT];
  }
}
