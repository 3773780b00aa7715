/** After it nothing more is looked at, and what was seen is reported. */
export interface Deadline {
  readonly seconds: number;
  passed(): boolean;
}

export function deadlineIn(seconds: number): Deadline {
  const end = performance.now() + seconds * 1_000;
  return { seconds, passed: () => performance.now() > end };
}
