export interface Edges {
  readonly short: number;
  readonly long: number;
}

/** The edges of a sheet or picture, whichever way up it is; in the unit it is given in. */
export function edgesOf({ width, height }: { readonly width: number; readonly height: number }): Edges {
  return { short: Math.min(width, height), long: Math.max(width, height) };
}
