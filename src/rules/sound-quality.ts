import type { Check } from '../model/check.ts';
import type { Part } from '../model/materials.ts';
import type { RuledRanges } from '../model/ruled.ts';
import { finding, judge, judgeRanges, subjectOfPart, type PartCase, type Rule } from './rule.ts';

const KILO = 1000;

/** Codec, samples per second and channels of a film's sound, or of a recording. */
export const soundQuality: Rule<PartCase> = (input) => {
  const track = trackOf(input.part);
  const { sampleRate, channels } = input.media;
  return [
    ...codec(input, track),
    ...figures(input, 'sound.sample-rate', sampleRate, track?.sampleRate),
    ...figures(input, 'sound.channels', channels, track?.channels),
    ...bitRate(input, track),
  ];
};

interface Track {
  readonly codec?: string;
  readonly sampleRate?: number;
  readonly channels?: number;
  readonly bitRate?: number;
}

function trackOf({ facts }: Part): Track | undefined {
  return facts.audio ?? facts.video?.sound;
}

/** What is asked of a sound track, a film without one has not. */
function isMute({ part }: PartCase): boolean {
  return part.facts.video?.sound.silence.state === 'no-track';
}

function codec(input: PartCase, track: Track | undefined): readonly Check[] {
  const { soundCodecs } = input.media;
  if (!soundCodecs) return [];
  const allowed = soundCodecs.value;
  if (isMute(input))
    return [finding('sound.codec', soundCodecs, subjectOfPart(input), 'fail', { allowed, mute: true })];
  return [
    judge(input, 'sound.codec', soundCodecs, {
      fact: track?.codec,
      holds: (actual) => allowed.includes(actual),
      args: { allowed, ...(track?.codec !== undefined && { actual: track.codec }) },
    }),
  ];
}

function figures(
  input: PartCase,
  code: 'sound.sample-rate' | 'sound.channels' | 'sound.bitrate',
  ranges: RuledRanges | undefined,
  actual: number | undefined,
): readonly Check[] {
  if (!isMute(input))
    return judgeRanges(input, code, ranges, actual, (range) => ({
      range,
      ...(actual !== undefined && { actual }),
    }));
  return (ranges ?? []).map((rule) =>
    finding(code, rule, subjectOfPart(input), 'fail', { range: rule.value, mute: true }),
  );
}

/** A film's own bit rate is its picture's. */
function bitRate(input: PartCase, track: Track | undefined): readonly Check[] {
  const { bitRate: own, soundBitRate } = input.media;
  const ranges = input.part.role === 'audio' ? own : soundBitRate;
  // Encoders end a hair beneath the figure they were given, and no finer one is told.
  const actual = track?.bitRate === undefined ? undefined : Math.round(track.bitRate / KILO) * KILO;
  return figures(input, 'sound.bitrate', ranges, actual);
}
