import type { OfficePackage, PackagePart } from './open-package.ts';
import { relationshipsOf } from './relationships.ts';
import { broken } from './unfit.ts';

/** The package says which part holds the document; where it forgets to, the one of the usual name. Throws `Unfit`. */
export async function mainPart(from: OfficePackage): Promise<PackagePart> {
  const named = (await relationshipsOf(from, '')).find(
    ({ kind, external }) => kind === 'officeDocument' && !external,
  );
  const part = from.parts.get(named?.target ?? 'word/document.xml') ?? from.parts.get('word/document.xml');
  if (!part) throw broken({ kind: 'nothing-inside' });
  return part;
}
