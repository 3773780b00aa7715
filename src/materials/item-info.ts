import { baseName } from '../model/file-name.ts';
import type { InfoProblem, ItemInfo } from '../model/materials.ts';

export const ITEM_INFO_LIMIT = 256 * 1024;

/** 作品信息.yaml or .yml, whatever the disk's spelling. */
export function isItemInfo(path: string): boolean {
  return /^作品信息\.ya?ml$/i.test(baseName(path).normalize('NFC'));
}

export function isInfoProblem(info: ItemInfo | InfoProblem): info is InfoProblem {
  return 'problem' in info;
}
