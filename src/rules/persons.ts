import type { Item } from '../model/materials.ts';

/** Whose work it is, as far as the config says. */
export interface Persons {
  readonly org?: string;
  /** Of the contact person. */
  readonly contact?: string;
}

export function authorsOf({ info }: Item): readonly string[] {
  return [info?.fields.authors ?? []].flat();
}
