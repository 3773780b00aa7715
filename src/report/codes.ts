import type { Code } from '../model/check.ts';
import { catalogueZh } from './zh/catalogue-zh.ts';

function isCode(name: string): name is Code {
  return Object.hasOwn(catalogueZh, name);
}

/** Every code, in the catalogue's order: files, videos, photos and scans, texts, works, the notice itself. */
export const CODES: readonly Code[] = Object.keys(catalogueZh).filter(isCode);
