import path from 'node:path';
import { verifyBundle } from '../bundle/verify-bundle.ts';
import type { BundleVerification } from '../model/bundle.ts';
import { UsageError } from '../model/problems.ts';
import type { System } from '../system/system.ts';

/** Reads a bundle again, a folder or a zip, and says whether it is complete, unchanged and safe to unpack. */
export async function verify(bundle: string, system: System): Promise<BundleVerification> {
  const { files, interrupted, environment } = system;
  const target = path.resolve(environment.workingFolder, bundle);
  if (!(await files.exists(target))) {
    throw new UsageError({ zh: `找不到包 ${bundle}`, en: `there is no bundle at ${bundle}` });
  }
  return verifyBundle(target, { files, interrupted });
}
