import { familyOf, type Format } from '../model/format.ts';

/** Films and recordings, which `--deep` decodes from end to end; everything else is read whole as it is. */
export function mayBeDecoded(format: Format): boolean {
  return ['video', 'audio'].includes(familyOf(format));
}
