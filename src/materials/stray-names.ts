import type { StrayReason } from '../model/materials.ts';
import { extensionOf } from '../model/file-name.ts';

const LITTER = new Set(
  [
    '.DS_Store',
    'Thumbs.db',
    'ehthumbs.db',
    'desktop.ini',
    '__MACOSX',
    '$RECYCLE.BIN',
    'System Volume Information',
    'lost+found',
    '@eaDir',
    'Icon\r',
  ].map((name) => name.toLowerCase()),
);

/** Half-finished downloads and copies: browsers, 百度网盘, 迅雷, BitTorrent, WinSCP; editors' swap files. */
const TEMPORARY = new Set([
  'tmp',
  'temp',
  'crdownload',
  'part',
  'partial',
  'opdownload',
  'download',
  'downloading',
  'filepart',
  'aria2',
  'td',
  'xltd',
  '!ut',
  '!qb',
  'swp',
]);

/** What this program itself lays into a materials folder, apart from 说明.txt, which counts only in a category folder. */
const OWN = new Set(['four-ones.yaml', 'four-ones.yml']);

/** Why something of this name is no material, whatever it holds. */
export function strayReasonOf(name: string): StrayReason | undefined {
  const lower = name.normalize('NFC').toLowerCase();
  if (lower.startsWith('~$') || lower.startsWith('.~')) return 'office-lock';
  // iCloud Drive replaces a file that is not on this disk by `.name.icloud`.
  if (lower.startsWith('.') && lower.endsWith('.icloud')) return 'cloud-placeholder';
  if (TEMPORARY.has(extensionOf(lower))) return 'temporary';
  if (LITTER.has(lower) || lower.startsWith('.')) return 'system-litter';
  return OWN.has(lower) ? 'own-note' : undefined;
}
