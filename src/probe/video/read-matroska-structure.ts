import type { Integrity } from '../../model/facts.ts';
import type { ByteReader } from './byte-reader.ts';
import { corrupt, cutOff, ENDS_EARLY, hollow, OPEN_ENDED, WHOLE, type Structure } from './structure.ts';

/** An EBML element (RFC 8794 §5–6). `end` as declared; undefined: of unknown length, as live recordings write it. */
interface Element {
  readonly id: number;
  readonly body: number;
  readonly end: number | undefined;
}

/** RFC 9559 §5.1. */
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const ELEMENTS_LIMIT = 20_000;
const CLUSTERS_OPENED = 8;

/** Matroska and WebM. A segment of known length that the file holds in full is whole, unless there are holes in it. */
export async function readMatroskaStructure(reader: ByteReader): Promise<Structure> {
  const segment = (await elementsIn(reader, 0, reader.bytes)).elements.find(({ id }) => id === SEGMENT);
  if (!segment) return { integrity: ENDS_EARLY };
  const end = segment.end ?? reader.bytes;
  if (end > reader.bytes) return { integrity: cutOff(end, reader.bytes) };
  const walk = await elementsIn(reader, segment.body, end);
  if (walk.badAt !== undefined) return { integrity: await judgeBadPlace(reader, walk) };
  const beyond = Math.max(0, ...walk.elements.map((element) => element.end ?? 0));
  if (beyond > reader.bytes) return { integrity: cutOff(beyond, reader.bytes) };
  const holes = await findHoles(reader, walk.elements);
  return { integrity: holes ?? (segment.end === undefined ? OPEN_ENDED : WHOLE) };
}

interface Walk {
  readonly elements: readonly Element[];
  /** Where something stands that is no element. */
  readonly badAt?: number;
}

/** Elements one after the other; ends at one of unknown length, whose end cannot be jumped to. */
async function elementsIn(reader: ByteReader, start: number, end: number): Promise<Walk> {
  const elements: Element[] = [];
  let at = start;
  while (at < end && elements.length < ELEMENTS_LIMIT) {
    const element = await readElement(reader, at);
    if (!element) return { elements, badAt: at };
    elements.push(element);
    if (element.end === undefined) break;
    at = element.end;
  }
  return { elements };
}

async function readElement(reader: ByteReader, at: number): Promise<Element | undefined> {
  const head = await reader.at(at, 12);
  const idBytes = head.length > 0 ? Math.clz32(head.u8(0)) - 23 : 0;
  if (idBytes < 1 || idBytes > 4 || head.length <= idBytes) return undefined;
  let id = 0;
  for (let index = 0; index < idBytes; index++) id = id * 256 + head.u8(index);
  const sizeBytes = Math.clz32(head.u8(idBytes)) - 23;
  if (sizeBytes > 8 || head.length < idBytes + sizeBytes) return undefined;
  let size = head.u8(idBytes) & (0xff >> sizeBytes);
  let isUnknown = size === 0xff >> sizeBytes;
  for (let index = 1; index < sizeBytes; index++) {
    const byte = head.u8(idBytes + index);
    size = size * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  const body = at + idBytes + sizeBytes;
  return { id, body, end: isUnknown ? undefined : body + size };
}

async function judgeBadPlace(reader: ByteReader, { elements, badAt = 0 }: Walk): Promise<Integrity> {
  if (badAt + 12 > reader.bytes) return ENDS_EARLY;
  const isHole = (await reader.at(badAt, 12)).isZero();
  return isHole ? hollow(elements.length + 1, 1) : corrupt('an element of the container is not valid');
}

/** Walks through some clusters, the last one among them: the blocks in each must fill it. */
async function findHoles(reader: ByteReader, elements: readonly Element[]): Promise<Integrity | undefined> {
  const clusters = elements.filter(({ id }) => id === CLUSTER);
  const step = Math.max(1, clusters.length / CLUSTERS_OPENED);
  const chosen = clusters.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  const last = clusters.at(-1);
  const opened = last && !chosen.includes(last) ? [...chosen, last] : chosen;
  let broken = 0;
  for (const { body, end = reader.bytes } of opened) {
    const { badAt } = await elementsIn(reader, body, end);
    if (badAt !== undefined) broken++;
  }
  return broken > 0 ? hollow(opened.length, broken) : undefined;
}
