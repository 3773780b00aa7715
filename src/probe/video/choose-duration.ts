/** What is said of a film's length; seconds and bytes. */
export interface DurationSources {
  /** By the container's header, as ffprobe tells it. */
  readonly declared?: number | undefined;
  /** Summed from the index. */
  readonly measured?: number | undefined;
  readonly edited?: boolean | undefined;
  readonly bytes: number;
}

/** Below this no film holds even one picture a second. */
const LEAST_BITS_PER_SECOND = 50;
/** Headers round, and sound may run on a little. */
const TOLERANCE = 0.05;

/**
 * The header's word where it agrees with what is there; else what the index adds up to: a header may be absent,
 * nonsense, or wrong on purpose. Undefined: nobody can tell.
 */
export function chooseDuration({
  declared,
  measured,
  edited = false,
  bytes,
}: DurationSources): number | undefined {
  const plausible = isPlausible(declared, bytes) ? declared : undefined;
  if (measured === undefined || measured <= 0) return plausible;
  if (plausible === undefined) return isPlausible(measured, bytes) ? measured : undefined;
  const slack = 1 + measured * TOLERANCE;
  if (plausible > measured + slack) return measured;
  // An edit list may well show a part only.
  return plausible < measured - slack && !edited ? measured : plausible;
}

function isPlausible(seconds: number | undefined, bytes: number): boolean {
  return seconds !== undefined && seconds > 0 && (bytes * 8) / seconds >= LEAST_BITS_PER_SECOND;
}
