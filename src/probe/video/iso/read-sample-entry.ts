import type { ByteView } from '../byte-view.ts';
import { childrenOf, type Box } from './iso-boxes.ts';

/** What a track's samples are, by the first of its sample entries (ISO/IEC 14496-12 §8.5.2). */
export interface SampleEntry {
  /** Four characters, e.g. `avc1`, `mp4a`. */
  readonly codec: string;
  /** Counts from 1. */
  readonly dataReference: number;
  /** Where a sample is a chain of NAL units: the bytes of each one's length, and whose units they are. */
  readonly nal?: { readonly lengthBytes: number; readonly standard: 'avc' | 'hevc' };
}

const AVC = ['avc1', 'avc3', 'dva1', 'dvav'];
const HEVC = ['hvc1', 'hev1', 'dvh1', 'dvhe'];
/** Size and type, then the fixed fields of a VisualSampleEntry (§12.1.3). */
const VISUAL_ENTRY_BYTES = 86;

export function readSampleEntry(view: ByteView, descriptions: Box | undefined): SampleEntry | undefined {
  if (!descriptions) return undefined;
  const entries = childrenOf(view, descriptions.body + 8, descriptions.end);
  const [first] = entries;
  if (!first) return undefined;
  const codec = first.type;
  const plain = { codec, dataReference: view.u16(first.body + 6) };
  // Samples described in several ways would each need its own rule; only one is judged.
  const nal = entries.length === 1 ? nalFraming(view, first) : undefined;
  return nal ? { ...plain, nal } : plain;
}

/** ISO/IEC 14496-15 §5.3.3.1 (`avcC`) and §8.3.3.1 (`hvcC`): lengthSizeMinusOne. */
function nalFraming(view: ByteView, entry: Box): SampleEntry['nal'] {
  const standard = AVC.includes(entry.type) ? 'avc' : HEVC.includes(entry.type) ? 'hevc' : undefined;
  if (!standard || entry.start + VISUAL_ENTRY_BYTES > entry.end) return undefined;
  const boxes = childrenOf(view, entry.start + VISUAL_ENTRY_BYTES, entry.end);
  const configuration = boxes.find((box) => box.type === (standard === 'avc' ? 'avcC' : 'hvcC'));
  if (!configuration) return undefined;
  const lengthBytes = (view.u8(configuration.body + (standard === 'avc' ? 4 : 21)) & 3) + 1;
  return { lengthBytes, standard };
}
