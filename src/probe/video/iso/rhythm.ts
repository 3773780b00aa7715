/** Different lengths that are told apart; a film with more has no steady rhythm in any case. */
const LENGTHS_LIMIT = 10_000;
/** Of a hundred samples one may last otherwise (the last one, a dropped one). */
const IRREGULAR_SHARE = 0.01;

/** How long a track's samples last, in the track's timescale. */
export class Rhythm {
  samples = 0;
  duration = 0;
  readonly #samplesByLength = new Map<number, number>();

  add(samples: number, each: number): void {
    this.samples += samples;
    this.duration += samples * each;
    const known = this.#samplesByLength.get(each);
    if (known === undefined && this.#samplesByLength.size >= LENGTHS_LIMIT) return;
    this.#samplesByLength.set(each, (known ?? 0) + samples);
  }

  merge(other: Rhythm): void {
    for (const [each, samples] of other.#samplesByLength) this.add(samples, each);
  }

  /** Nearly all samples last as long as the commonest; rounding to ticks is no difference. */
  get isConstant(): boolean {
    const [commonest] = [...this.#samplesByLength].reduce(
      (best, next) => (next[1] > best[1] ? next : best),
      [0, 0],
    );
    const tolerance = Math.max(1, commonest * 0.02);
    let regular = 0;
    for (const [each, samples] of this.#samplesByLength) {
      if (Math.abs(each - commonest) <= tolerance) regular += samples;
    }
    return this.samples > 0 && this.samples - regular <= Math.max(1, this.samples * IRREGULAR_SHARE);
  }
}
