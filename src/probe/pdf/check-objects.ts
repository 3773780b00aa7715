import type { Integrity } from '../../model/facts.ts';
import type { ByteSource } from './byte-source.ts';
import type { Deadline } from './deadline.ts';
import type { PdfIndex } from './read-index.ts';
import { readObject } from './read-object.ts';
import { PICTURE_LIMIT, UNPACKED_LIMIT, verifyStream, type StreamVerdict } from './verify-stream.ts';

/**
 * Looks at every object where the index says it lies, in the order of the file: it must be there, be that
 * object, and its data must unpack. This finds the holes that a broken-off copy leaves in the middle.
 */
export async function checkObjects(
  source: ByteSource,
  index: PdfIndex,
  deadline: Deadline,
): Promise<Integrity> {
  const places = [...index.offsets].sort((a, b) => a[1] - b[1]);
  const faults = new Map<string, number>();
  for (const [position, [number, offset]] of places.entries()) {
    if (deadline.passed())
      return { state: 'unknown', cause: { kind: 'timed-out', seconds: deadline.seconds } };
    const limit = places[position + 1]?.[1] ?? source.bytes;
    const verdict = await checkObject(source, number, offset, { index, limit });
    if (verdict === 'too-large') return tooLarge(UNPACKED_LIMIT);
    if (verdict === 'picture-too-large') return tooLarge(PICTURE_LIMIT);
    if (verdict !== 'whole') faults.set(verdict, (faults.get(verdict) ?? 0) + 1);
  }
  for (const container of index.containers) {
    if (!index.offsets.has(container)) faults.set('missing', (faults.get('missing') ?? 0) + 1);
  }
  return judge(faults, places.length);
}

async function checkObject(
  source: ByteSource,
  number: number,
  offset: number,
  place: { readonly index: PdfIndex; readonly limit: number },
): Promise<StreamVerdict | 'missing'> {
  const object = await readObject(source, offset);
  if (object.kind === 'zeros') return 'hollow';
  if (object.kind === 'none' || object.number !== number) return 'missing';
  if (object.stream === undefined || object.value.kind !== 'dict') return 'whole';
  return verifyStream(source, object.value, object.stream, place);
}

function judge(faults: ReadonlyMap<string, number>, checked: number): Integrity {
  const [first] = faults;
  if (!first) return { state: 'whole' };
  const hollow = faults.get('hollow');
  if (hollow !== undefined) return { state: 'broken', cause: { kind: 'hollow', checked, broken: hollow } };
  const detail = [...faults].map(([fault, count]) => `${count} objects ${fault}`).join(', ');
  return { state: 'broken', cause: { kind: 'corrupt', detail } };
}

function tooLarge(limit: number): Integrity {
  return { state: 'unknown', cause: { kind: 'too-large', what: 'unpacked', limit } };
}
