import path from 'node:path';
import { LIST_NAME, type BundledFile } from '../model/bundle.ts';
import type { BuildRequest } from './build-request.ts';
import { isStored } from './write-zip.ts';

/** One file of a bundle to be: copied from a source, or made in memory. */
export interface Content {
  readonly name: string;
  readonly bytes: number;
  readonly stored: boolean;
  /** Absolute; empty for what was made. */
  readonly source: string;
  readonly shown: string;
  readonly made?: Uint8Array;
  readonly entry: Omit<BundledFile, 'sha256' | 'bytes'>;
}

/** In the order of folder listing, zip and checksums: materials, forms, tables, list. */
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
  return [...copies, ...forms, ...summaries, madeContent(made, { name: LIST_NAME, role: 'list' })];
}

function madeContent(made: BuildRequest['made'], entry: Omit<BundledFile, 'sha256' | 'bytes'>): Content {
  const { name } = entry;
  const content = made.get(name);
  if (!content) throw new Error(`nothing was made for ${name}`);
  return { name, bytes: content.length, stored: false, source: '', shown: name, made: content, entry };
}
