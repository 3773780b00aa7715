import type { FileLink, PersonNeed, PlannedArchive, PlannedFile, PlannedMail } from '../model/bundle.ts';
import { DEFAULT_MAIL_LIMIT, encodedBytes } from '../model/mail-size.ts';
import type { InfoLink, Item } from '../model/materials.ts';

/** What each link of 作品信息.yaml stands for in the bundle: one of its files, or the archive of the work. */
export function planLinks(
  items: readonly Item[],
  files: readonly PlannedFile[],
  archives: readonly PlannedArchive[],
): readonly FileLink[] {
  return items.flatMap((item) => {
    const own = files.filter((file) => file.item === item.path);
    const archive = archives.find((one) => one.item === item.path);
    return (item.info?.links ?? []).flatMap((link): FileLink[] => {
      const meant = meantBy(link, own, archive);
      const { url, code, expires } = link;
      return meant
        ? [
            {
              name: meant.name,
              url,
              ...(code !== undefined && { code }),
              ...(expires !== undefined && { expires }),
            },
          ]
        : [];
    });
  });
}

/** Where no file is named: the archive, which goes as a whole, else the largest file. */
function meantBy(
  { file: wanted }: InfoLink,
  files: readonly PlannedFile[],
  archive: PlannedArchive | undefined,
): { readonly name: string } | undefined {
  if (wanted !== undefined) {
    if (archive && isNamed(archive.name, wanted)) return archive;
    return files.find(({ source }) => isNamed(source, wanted));
  }
  if (archive) return archive;
  return files.reduce<PlannedFile | undefined>(
    (largest, file) => (largest && largest.bytes >= file.bytes ? largest : file),
    undefined,
  );
}

function isNamed(source: string, wanted: string): boolean {
  const [one, other] = [source.normalize('NFC'), wanted.normalize('NFC').replaceAll('\\', '/')];
  return one === other || one.endsWith(`/${other}`);
}

interface Going {
  readonly files: readonly PlannedFile[];
  readonly archives: readonly PlannedArchive[];
  readonly links: readonly FileLink[];
}

/** Files and archives that no mail of this route takes, and that nobody has put on a net disk yet. */
export function linkNeeds(going: Going, mail: PlannedMail | undefined): readonly PersonNeed[] {
  if (!mail || mail.attach === 'none') return [];
  const limit = Math.min(mail.limit ?? DEFAULT_MAIL_LIMIT, DEFAULT_MAIL_LIMIT);
  return piecesOf(going)
    .filter(
      ({ bytes, name }) => encodedBytes(bytes) > limit && !going.links.some((link) => link.name === name),
    )
    .map(({ path, bytes }) => ({ kind: 'link', path, bytes, limit }));
}

interface Piece {
  readonly name: string;
  /** What a person knows it by: the file, or the folder of the work. */
  readonly path: string;
  readonly bytes: number;
}

/** What a mail would carry one by one. An archive is stored, not compressed: it is as large as what it holds. */
function piecesOf({ files, archives }: Going): readonly Piece[] {
  const packed = new Map(archives.map(({ item }) => [item, 0]));
  const loose: Piece[] = [];
  for (const { name, source, bytes, item } of files) {
    const sum = packed.get(item);
    if (sum === undefined) loose.push({ name, path: source, bytes });
    else packed.set(item, sum + bytes);
  }
  return [
    ...archives.map(({ name, item }) => ({ name, path: item, bytes: packed.get(item) ?? 0 })),
    ...loose,
  ];
}
