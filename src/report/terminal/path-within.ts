/** A path as seen from a folder; as it is where it lies elsewhere. */
export function pathWithin(folder: string, path: string): string {
  return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}
