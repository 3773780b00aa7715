import type { OfficePackage, PackagePart } from './open-package.ts';
import { relationshipsOf } from './relationships.ts';
import { broken } from './unfit.ts';

/** The package says which part holds the document; where it forgets to, the one of the usual name. Throws `Unfit`. */
export async function mainPart(from: OfficePackage, usual = 'word/document.xml'): Promise<PackagePart> {
  const named = (await relationshipsOf(from, '')).find(
    ({ kind, external }) => kind === 'officeDocument' && !external,
  );
  const part = from.parts.get(named?.target ?? usual) ?? from.parts.get(usual);
  if (!part) throw broken({ kind: 'nothing-inside' });
  return part;
}
