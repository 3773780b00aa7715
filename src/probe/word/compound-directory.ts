const ENTRY_BYTES = 128;
const NO_ENTRY = 0xffffffff;

/** [MS-CFB] 2.6 */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'none' | 'storage' | 'stream' | 'root';
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly bytes: number;
}

export function parseDirectory(bytes: Uint8Array): readonly DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / ENTRY_BYTES) }, (_, index) => {
    const at = index * ENTRY_BYTES;
    const nameBytes = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2));
    return {
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + nameBytes)),
      kind: kindOf(view.getUint8(at + 66)),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      // The upper half of the length is not to be trusted in files with sectors of 512 bytes.
      bytes: view.getUint32(at + 120, true),
    };
  });
}

function kindOf(value: number): DirectoryEntry['kind'] {
  return value === 1 ? 'storage' : value === 2 ? 'stream' : value === 5 ? 'root' : 'none';
}

/** Numbers of the entries directly inside a storage; a tree that loops ends where it meets itself. */
export function childrenOf(storage: DirectoryEntry, entries: readonly DirectoryEntry[]): readonly number[] {
  const found = new Set<number>();
  const waiting = [storage.child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = index === NO_ENTRY ? undefined : entries[index];
    if (!entry || found.has(index)) continue;
    found.add(index);
    waiting.push(entry.left, entry.right);
  }
  return [...found];
}
