import path from 'node:path';
import { LIST_NAME, type BundledFile, type PlannedArchive } from '../model/bundle.ts';
import type { BuildRequest } from './build-request.ts';
import type { Packed } from './sums.ts';
import { isStored } from './write-zip.ts';

/** One file of a bundle to be: copied from a source, made in memory, or an archive of such files. */
export interface Content {
  readonly name: string;
  /** Of an archive, those of what it holds. */
  readonly bytes: number;
  readonly stored: boolean;
  /** Absolute; empty for what was made. */
  readonly source: string;
  readonly shown: string;
  readonly made?: Uint8Array;
  readonly entry: Omit<BundledFile, 'sha256' | 'bytes' | 'holds'>;
  /** In the order in which they lie in the archive; their names begin with its own. */
  readonly holds?: readonly Content[];
}

/** In the order of folder listing, zip and checksums: archives, materials, forms, tables, list. */
export function contentsOf({ bundle, materials, made }: BuildRequest): readonly Content[] {
  const copies = bundle.files.map(({ name, source, role, bytes, format }): Content => ({
    name,
    bytes,
    stored: isStored(format),
    source: path.join(materials, ...source.split('/')),
    shown: source,
    entry: { source, name, role },
  }));
  const forms = bundle.forms.map(({ form, name }) => madeContent(made, { form, name, role: 'form' }));
  const summaries = bundle.summaries.map(({ name }) => madeContent(made, { name, role: 'summary' }));
  const works = [...copies, ...forms];
  const items = [...bundle.files, ...bundle.forms].map(({ item }) => item);
  const archives = archiveContents(bundle.archives, works, items);
  const packed = new Set(archives.flatMap(({ holds = [] }) => holds));
  const loose = works.filter((content) => !packed.has(content));
  return [...archives, ...loose, ...summaries, madeContent(made, { name: LIST_NAME, role: 'list' })];
}

/** What an archive holds is stored, and so is the archive: nothing is compressed twice. `items`: of each content. */
function archiveContents(
  archives: readonly PlannedArchive[],
  works: readonly Content[],
  items: readonly string[],
): readonly Content[] {
  const byItem = new Map(archives.map(({ item }) => [item, new Array<Content>()]));
  for (const [index, content] of works.entries()) byItem.get(items[index] ?? '')?.push(content);
  return archives.map(({ name, item }) => {
    const holds = byItem.get(item) ?? [];
    const bytes = holds.reduce((sum, content) => sum + content.bytes, 0);
    return { name, bytes, stored: true, source: '', shown: name, entry: { name, role: 'archive' }, holds };
  });
}

function madeContent(made: BuildRequest['made'], entry: Omit<BundledFile, 'sha256' | 'bytes'>): Content {
  const { name } = entry;
  const content = made.get(name);
  if (!content) throw new Error(`nothing was made for ${name}`);
  return { name, bytes: content.length, stored: false, source: '', shown: name, made: content, entry };
}

/** What packing a content told: its own sums, and those of what it holds, in the same order. */
export interface ContentSums extends Packed {
  readonly holds?: readonly ContentSums[];
}

/** What was packed, as the record tells it. */
export function bundledFiles(
  contents: readonly Content[],
  sums: readonly ContentSums[],
): readonly BundledFile[] {
  return contents.map(({ name, entry, holds }, index) => {
    const packed = sums[index];
    if (!packed) throw new Error(`nothing was packed for ${name}`);
    const { bytes, sha256 } = packed;
    return { ...entry, bytes, sha256, ...(holds && { holds: bundledFiles(holds, packed.holds ?? []) }) };
  });
}
