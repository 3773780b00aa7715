/** One line of `manifest-sha256.txt`, as `sha256sum -c` reads it. */
export interface Checksum {
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** A file, and what it holds where it is an archive. */
export interface Listed extends Checksum {
  readonly holds?: readonly Checksum[];
}

/** Before lines of what lies in an archive: `sha256sum -c` and `shasum -c` pass over them, having no such file. */
const INSIDE = '# ';
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/** GNU coreutils' form: two spaces for text, a backslash in front of a line whose name needed escaping. */
export function formatChecksums(entries: readonly Listed[]): string {
  return entries
    .map((entry) => lineOf(entry) + (entry.holds ?? []).map((one) => INSIDE + lineOf(one)).join(''))
    .join('');
}

function lineOf({ name, sha256 }: Checksum): string {
  const escaped = name.replace(/[\\\n\r]/g, (character) => ESCAPES[character] ?? character);
  return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`;
}

/** No system has longer paths (Linux: PATH_MAX, 4096 bytes); with the checksum in front. */
const LONGEST_LINE = 4200;
const GNU = /^(\\?)([0-9a-f]{64}) [ *](.+)$/i;
const BSD = /^(\\?)SHA256 \((.+)\) = ([0-9a-f]{64})$/i;

export interface ChecksumList {
  readonly entries: readonly Checksum[];
  /** Of files within archives, if that is what their names say; a remark of somebody else's may look like one. */
  readonly inside: readonly Checksum[];
  readonly malformed: number;
}

/** What somebody else wrote is read too: `--tag`, binary marks, CRLF. Lines that are none of it are counted. */
export function parseChecksums(text: string): ChecksumList {
  const entries: Checksum[] = [];
  const inside: Checksum[] = [];
  let malformed = 0;
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const remark = line.startsWith('#');
    const entry = parseLine(remark ? line.slice(INSIDE.length) : line);
    if (entry) (remark ? inside : entries).push(entry);
    else if (!remark) malformed += 1;
  }
  return { entries, inside, malformed };
}

function parseLine(line: string): Checksum | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const gnu = GNU.exec(line);
  if (gnu) return entryOf(gnu[1], gnu[3], gnu[2]);
  const bsd = BSD.exec(line);
  return bsd ? entryOf(bsd[1], bsd[2], bsd[3]) : undefined;
}

function entryOf(escaped = '', name = '', sha256 = ''): Checksum {
  const plain = escaped === '' ? name : name.replace(/\\([\\nr])/g, (_, mark: string) => unescaped(mark));
  return { name: plain.replace(/^\.\//, ''), sha256: sha256.toLowerCase() };
}

function unescaped(mark: string): string {
  return mark === 'n' ? '\n' : mark === 'r' ? '\r' : '\\';
}
