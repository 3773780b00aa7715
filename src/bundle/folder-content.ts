import path from 'node:path';
import type { BundleFinding } from '../model/bundle-verification.ts';
import type { Files } from '../system/system.ts';
import { failing, remark, type BundleContent, type ContentEntry } from './bundle-content.ts';
import { readAhead } from './read-ahead.ts';
import { MOST_ENTRIES } from './read-zip.ts';
import { unsafeNameOf } from './unsafe-name.ts';

const DEEPEST = 32;

/** All files below a folder, in order of their names; links are named, never followed. */
export async function contentOfFolder(folder: string, files: Files): Promise<BundleContent> {
  const entries: ContentEntry[] = [];
  const findings: BundleFinding[] = [];
  const waiting: { readonly place: string; readonly inside: string; readonly depth: number }[] = [
    { place: folder, inside: '', depth: 0 },
  ];
  for (let here = waiting.pop(); here; here = waiting.pop()) {
    for (const { name, shownName, kind } of await files.list(here.place)) {
      const inside = here.inside + shownName;
      if (name === undefined) findings.push(failing({ kind: 'name-unreadable', shown: inside }));
      else if (kind === 'link' || kind === 'special') findings.push(failing({ kind, name: inside }));
      else if (kind === 'folder' && here.depth < DEEPEST) {
        waiting.push({ place: path.join(here.place, name), inside: `${inside}/`, depth: here.depth + 1 });
      } else if (kind === 'folder')
        findings.push(failing({ kind: 'unreadable', name: inside, detail: 'too deep' }));
      else entries.push(await entryOf(path.join(here.place, name), inside, files));
      const why = unsafeNameOf(inside);
      if (why) findings.push(remark({ kind: 'unsafe-name', name: inside, why }));
    }
    if (entries.length > MOST_ENTRIES) {
      findings.push(failing({ kind: 'too-many', limit: MOST_ENTRIES }));
      break;
    }
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { kind: 'folder', entries, findings };
}

async function entryOf(place: string, name: string, files: Files): Promise<ContentEntry> {
  const { bytes } = await files.stat(place);
  return { name, bytes, read: () => contentOf(place, files), open: () => files.open(place) };
}

async function* contentOf(place: string, files: Files): AsyncGenerator<Uint8Array> {
  const file = await files.open(place);
  try {
    yield* readAhead(file, 0, file.bytes);
  } finally {
    await file.close();
  }
}
