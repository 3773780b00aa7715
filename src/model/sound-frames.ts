/** A stretch of sound that says itself how long it is. */
export interface SoundFrame {
  /** Header included. */
  readonly bytes: number;
  readonly seconds: number;
}

/** The frame whose header stands at `at`; bytes beyond the end count as 0. Undefined: no frame begins there. */
export type SoundFrameReader = (bytes: Uint8Array, at: number) => SoundFrame | undefined;

/** kbit/s of Layer III, by index (ISO/IEC 11172-3, 2.4.2.3; 13818-3 for the lower sampling rates). */
const BITRATES_V1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BITRATES_V2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLE_RATES_V1 = [44_100, 48_000, 32_000];

/** MPEG audio, Layer III; its length follows from bit rate and sampling rate. */
export function mp3Frame(bytes: Uint8Array, at: number): SoundFrame | undefined {
  const [first, second, third] = [byteOf(bytes, at), byteOf(bytes, at + 1), byteOf(bytes, at + 2)];
  const version = (second >> 3) & 3; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
  const isLayer3 = (second & 0xe0) === 0xe0 && ((second >> 1) & 3) === 1;
  if (first !== 0xff || !isLayer3 || version === 1) return undefined;
  const bitrate = (version === 3 ? BITRATES_V1 : BITRATES_V2)[third >> 4];
  const rate = SAMPLE_RATES_V1[(third >> 2) & 3];
  if (!bitrate || !rate) return undefined;
  const sampling = rate / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const samples = version === 3 ? 1152 : 576;
  const length = Math.floor(((samples / 8) * 1000 * bitrate) / sampling) + ((third >> 1) & 1);
  return { bytes: length, seconds: samples / sampling };
}

/** By index (ISO/IEC 14496-3, table 1.18). */
const ADTS_RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350,
];

/** AAC in ADTS (ISO/IEC 13818-7, 6.2): thirteen bits of length; one to four blocks of 1024 samples. */
export function adtsFrame(bytes: Uint8Array, at: number): SoundFrame | undefined {
  const isSync = byteOf(bytes, at) === 0xff && (byteOf(bytes, at + 1) & 0xf6) === 0xf0;
  const rate = ADTS_RATES[(byteOf(bytes, at + 2) >> 2) & 0xf];
  if (!isSync || rate === undefined) return undefined;
  const length =
    ((byteOf(bytes, at + 3) & 3) << 11) | (byteOf(bytes, at + 4) << 3) | (byteOf(bytes, at + 5) >> 5);
  if (length < 7) return undefined;
  return { bytes: length, seconds: (1024 * ((byteOf(bytes, at + 6) & 3) + 1)) / rate };
}

/** Bytes after the first, by the type of the frame (RFC 4867, 5.3; 3GPP TS 26.101 and 26.201, annex A). */
const AMR_LENGTHS = [12, 13, 15, 17, 19, 20, 26, 31, 5];
const AMR_WB_LENGTHS = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5];
const AMR_NO_DATA = 15;
const AMR_WB_LOST = 14;

export function amrFrame(bytes: Uint8Array, at: number): SoundFrame | undefined {
  const type = amrType(bytes, at);
  return amrOf(type === AMR_NO_DATA ? 0 : AMR_LENGTHS[type ?? -1]);
}

/** AMR wide band. */
export function amrWbFrame(bytes: Uint8Array, at: number): SoundFrame | undefined {
  const type = amrType(bytes, at);
  return amrOf(type === AMR_NO_DATA || type === AMR_WB_LOST ? 0 : AMR_WB_LENGTHS[type ?? -1]);
}

/** The first bit and the last two are padding and must be 0. */
function amrType(bytes: Uint8Array, at: number): number | undefined {
  const head = byteOf(bytes, at);
  return at < bytes.length && (head & 0x83) === 0 ? head >> 3 : undefined;
}

function amrOf(data: number | undefined): SoundFrame | undefined {
  return data === undefined ? undefined : { bytes: data + 1, seconds: 0.02 };
}

function byteOf(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
