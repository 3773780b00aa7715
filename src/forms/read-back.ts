import type { ReadBackProblem } from '../model/form.ts';
import { readPackage, unpackPart, type PackedPart } from './form-package.ts';
import { bare, readTexts, type Texts } from './read-texts.ts';

/** Where a value was written, so that it can be looked for. */
export interface Written {
  readonly part: string;
  readonly label: string;
  readonly value: string;
  /** Index among the cells, else among the paragraphs outside of tables. */
  readonly cell?: number;
  readonly paragraph?: number;
  readonly placeholder?: string;
}

/** Reads the written bytes anew: each value in its place, all other text and parts as before. */
export function readBack(
  before: readonly PackedPart[],
  bytes: Uint8Array,
  written: readonly Written[],
): readonly ReadBackProblem[] {
  const after = new Map(readPackage(bytes).map((part) => [part.name, part]));
  const changed = new Set(written.map((entry) => entry.part));
  return before.flatMap((part) => {
    const now = after.get(part.name);
    if (!now) return [{ kind: 'part-changed', part: part.name } as const];
    if (!changed.has(part.name)) return sameBytes(part, now);
    return compareTexts(
      part,
      now,
      written.filter((entry) => entry.part === part.name),
    );
  });
}

function sameBytes(before: PackedPart, after: PackedPart): readonly ReadBackProblem[] {
  const same = before.crc === after.crc && Buffer.compare(before.packed, after.packed) === 0;
  return same ? [] : [{ kind: 'part-changed', part: before.name }];
}

function compareTexts(
  before: PackedPart,
  after: PackedPart,
  written: readonly Written[],
): readonly ReadBackProblem[] {
  // What the editor took for XML may be none to a stricter reader: then nothing can be proven.
  const old = textsOf(() => decoded(before));
  const now = textsOf(() => unpackPart(after));
  if (typeof old === 'string') return [{ kind: 'not-a-document', detail: old }];
  if (typeof now === 'string') return [{ kind: 'not-a-document', detail: now }];
  return [...written.flatMap((entry) => findValue(entry, now)), ...findChanges(old, now, written)];
}

function decoded(part: PackedPart): Uint8Array {
  const bytes = unpackPart(part);
  const wide = bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : undefined;
  return wide ? new TextEncoder().encode(new TextDecoder(wide).decode(bytes)) : bytes;
}

function textsOf(bytes: () => Uint8Array): Texts | string {
  try {
    return readTexts(bytes());
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}

function findValue(entry: Written, now: Texts): readonly ReadBackProblem[] {
  const place = entry.cell === undefined ? now.paragraphs[entry.paragraph ?? -1] : now.cells[entry.cell];
  const text = bare(place ?? '');
  const { label } = entry;
  if (!text.includes(bare(entry.value))) return [{ kind: 'value-missing', label }];
  const left =
    entry.placeholder !== undefined && text.replace(bare(entry.value), '').includes(bare(entry.placeholder));
  return left ? [{ kind: 'placeholder-left', label }] : [];
}

function findChanges(old: Texts, now: Texts, written: readonly Written[]): readonly ReadBackProblem[] {
  const cells = new Set(written.flatMap((entry) => entry.cell ?? []));
  const paragraphs = new Set(
    written.flatMap((entry) => (entry.cell === undefined ? (entry.paragraph ?? []) : [])),
  );
  return [
    ...differences(old.cells, now.cells, cells),
    ...differences(old.paragraphs, now.paragraphs, paragraphs),
  ];
}

function differences(
  old: readonly string[],
  now: readonly string[],
  touched: ReadonlySet<number>,
): readonly ReadBackProblem[] {
  const length = Math.max(old.length, now.length);
  return Array.from({ length }, (_, index) => index).flatMap((index) => {
    const before = old[index];
    const after = now[index];
    if (before !== undefined && after !== undefined && (touched.has(index) || before === after)) return [];
    return [{ kind: 'text-changed', before: before ?? '', after: after ?? '' } as const];
  });
}
