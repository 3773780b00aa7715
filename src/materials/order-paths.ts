/** The folders above it, outermost first. */
export function foldersOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1);
}

/** By code units after NFC, so that disks of different spelling give one order; the raw spelling breaks ties. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compare(a.path.normalize('NFC'), b.path.normalize('NFC')) || compare(a.path, b.path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
