import { compoundEntry as entry, compoundHeader, END, NONE, SECTOR } from '../../materials/compound-file.ts';

const IN_TABLE = 0xffff_fffd;

/** A compound file of these streams, each in whole sectors of its own. [MS-CFB] 2.2 */
export function makeCompound(streams: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(streams);
  const directorySectors = Math.ceil((1 + names.length) / 4);
  const table: number[] = [IN_TABLE, ...chain(1, directorySectors)];
  const bodies: Buffer[] = [];
  const entries = [entry('Root Entry', 5, { child: 1 })];
  for (const [index, name] of names.entries()) {
    const data = streams[name] ?? Buffer.alloc(0);
    const sectors = Math.ceil(data.length / SECTOR);
    const right = index + 1 < names.length ? index + 2 : NONE;
    entries.push(entry(name, 2, { right, start: sectors > 0 ? table.length : END, bytes: data.length }));
    table.push(...chain(table.length, sectors));
    // Of the last sector no more than is used, as WPS writes it: whatever is cut off is missed.
    const padding = index + 1 < names.length ? sectors * SECTOR - data.length : 0;
    bodies.push(data, Buffer.alloc(padding));
  }
  const words = Buffer.alloc(SECTOR, 0xff);
  for (const [index, next] of table.entries()) words.writeUInt32LE(next, index * 4);
  const directory = Buffer.concat(entries);
  return Buffer.concat([
    compoundHeader(1),
    words,
    directory,
    Buffer.alloc(directorySectors * SECTOR - directory.length),
    ...bodies,
  ]);
}

function chain(from: number, sectors: number): readonly number[] {
  return Array.from({ length: sectors }, (_, index) => (index + 1 < sectors ? from + index + 1 : END));
}

/** A record of [MS-PPT] 2.3.1; of other records, where it is a container. */
export function record(type: number, data: Buffer | readonly Buffer[], instance = 0): Buffer {
  const body = Buffer.isBuffer(data) ? data : Buffer.concat(data);
  const made = Buffer.alloc(8);
  made.writeUInt16LE((instance << 4) | (Buffer.isBuffer(data) ? 0 : 0xf), 0);
  made.writeUInt16LE(type, 2);
  made.writeUInt32LE(body.length, 4);
  return Buffer.concat([made, body]);
}

export function words(...values: readonly number[]): Buffer {
  const made = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) made.writeUInt32LE(value >>> 0, index * 4);
  return made;
}

export interface OldSlide {
  /** In the document's own list, as the text of placeholders is. */
  readonly listed?: string;
  /** In a box of the slide. */
  readonly text?: string;
  readonly hidden?: boolean;
  /** Numbers of what is played there. */
  readonly plays?: readonly number[];
  /** Its picture is linked, and not saved. */
  readonly linkedPicture?: boolean;
}

export interface OldDeck {
  readonly slides?: readonly OldSlide[];
  readonly notes?: string;
  /** Paths of films, by their numbers. */
  readonly films?: Readonly<Record<number, string>>;
  /** Saved once more behind the first time, with this slide instead of the first. */
  readonly saved?: OldSlide;
  readonly encrypted?: boolean;
  readonly author?: string;
  readonly pictures?: Buffer;
}

const utf16 = (text: string) => record(0x0fa0, Buffer.from(text, 'utf16le'));

/** A PowerPoint 97–2003 file: as much of each record as programs that look inside go by. [MS-PPT] 2.1.2 */
export function makePpt(deck: OldDeck = {}): Buffer {
  const { slides = [{ text: '课件' }], notes, saved, encrypted = false, author = '', pictures } = deck;
  const objects = [
    documentOf(deck),
    ...slides.map(slideOf),
    ...(notes === undefined ? [] : [notesOf(notes)]),
  ];
  let stream = Buffer.alloc(0);
  const places = objects.map((object) => {
    const at = stream.length;
    stream = Buffer.concat([stream, object]);
    return at;
  });
  let edit = 0;
  const save = (ids: Buffer) => {
    const directory = stream.length;
    const earlier = edit;
    const end = [0, 0, earlier, directory, 1, 9, 0, ...(encrypted ? [5] : [])];
    stream = Buffer.concat([stream, record(0x1772, ids)]);
    edit = stream.length;
    stream = Buffer.concat([stream, record(0x0ff5, words(...end))]);
  };
  save(words((places.length << 20) | 1, ...places));
  if (saved) {
    const at = stream.length;
    stream = Buffer.concat([stream, slideOf(saved)]);
    save(words((1 << 20) | 2, at));
  }
  const user = record(0x0ff6, words(20, encrypted ? 0xf3d1c4df : 0xe391c05f, edit, 0, 0));
  const about = Buffer.concat([Buffer.alloc(48), Buffer.from(author, 'utf16le'), Buffer.alloc(40)]);
  return makeCompound({
    'Current User': user,
    'PowerPoint Document': stream,
    '\u0005SummaryInformation': about,
    ...(pictures && { Pictures: pictures }),
  });
}

function documentOf({ slides = [{ text: '课件' }], notes, films = {} }: OldDeck): Buffer {
  const persist = (id: number) => record(0x03f3, words(id, 0, 0, 255 + id, 0));
  const list = slides.flatMap(({ listed }, index) => [
    persist(index + 2),
    ...(listed === undefined ? [] : [record(0x0f9f, words(0)), utf16(listed)]),
  ]);
  const objects = Object.entries(films).map(([id, path]) =>
    record(0x1006, [
      record(0x1005, [record(0x1004, words(Number(id), 0)), record(0x0fba, Buffer.from(path, 'utf16le'))]),
    ]),
  );
  return record(0x03e8, [
    record(0x03e9, words(5760, 4320, 4320, 5760, 0, 0, 0, 0, 0, 0)),
    ...(objects.length > 0 ? [record(0x0409, objects)] : []),
    record(0x0ff0, list),
    ...(notes === undefined ? [] : [record(0x0ff0, [persist(slides.length + 2)], 2)]),
  ]);
}

function slideOf({ text = '', hidden = false, plays = [], linkedPicture = false }: OldSlide): Buffer {
  const shown = Buffer.alloc(16);
  if (hidden) shown[10] = 4;
  const flags = Buffer.alloc(6);
  flags.writeUInt16LE(0x0106, 0);
  flags.writeUInt32LE(0x0e, 2);
  return record(0x03ee, [
    record(0x03ef, words(0, 0, 0, 0, 0, 0)),
    record(0x03f9, shown),
    record(0x040c, [
      record(0xf004, [
        record(0xf00d, [utf16(text)]),
        record(
          0xf011,
          plays.map((id) => record(0x0bc1, words(id))),
        ),
        ...(linkedPicture ? [record(0xf00b, flags, 1)] : []),
      ]),
    ]),
  ]);
}

function notesOf(text: string): Buffer {
  return record(0x03f0, [record(0x040c, [record(0xf00d, [utf16(text)])])]);
}
