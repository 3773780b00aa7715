/** From one part of an Office package to another, or to the outside. ECMA-376 Part 2, clause 9 */
export interface Relationship {
  readonly id: string;
  /** Last step of the type's address: the same in transitional and strict documents. */
  readonly kind: string;
  readonly external: boolean;
  /** Name of a part; the address itself where it is external. */
  readonly target: string;
}

/** The part that a target means, as seen from a folder of the package: with `/` at its end, or empty. */
export function resolvePart(folder: string, target: string): string {
  const steps: string[] = [];
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  for (const step of decoded(path).replace(/\\/g, '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // A bare % in a name: taken as it stands.
  }
}
