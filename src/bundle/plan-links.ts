import type { FileLink, PersonNeed, PlannedFile, PlannedMail } from '../model/bundle.ts';
import { DEFAULT_MAIL_LIMIT, encodedBytes } from '../model/mail-size.ts';
import type { InfoLink, Item } from '../model/materials.ts';

/** Which file of the bundle each link of 作品信息.yaml stands for. */
export function planLinks(items: readonly Item[], files: readonly PlannedFile[]): readonly FileLink[] {
  return items.flatMap((item) => {
    const own = files.filter((file) => file.item === item.path);
    return (item.info?.links ?? []).flatMap((link): FileLink[] => {
      const file = meant(link, own);
      const { url, code, expires } = link;
      return file
        ? [
            {
              name: file.name,
              url,
              ...(code !== undefined && { code }),
              ...(expires !== undefined && { expires }),
            },
          ]
        : [];
    });
  });
}

function meant({ file: wanted }: InfoLink, files: readonly PlannedFile[]): PlannedFile | undefined {
  if (wanted !== undefined) return files.find(({ source }) => isNamed(source, wanted));
  return files.reduce<PlannedFile | undefined>(
    (largest, file) => (largest && largest.bytes >= file.bytes ? largest : file),
    undefined,
  );
}

function isNamed(source: string, wanted: string): boolean {
  const [one, other] = [source.normalize('NFC'), wanted.normalize('NFC').replaceAll('\\', '/')];
  return one === other || one.endsWith(`/${other}`);
}

/** Files that no mail of this route takes, and that nobody has put on a net disk yet. */
export function linkNeeds(
  files: readonly PlannedFile[],
  links: readonly FileLink[],
  mail: PlannedMail | undefined,
): readonly PersonNeed[] {
  if (!mail || mail.attach === 'none') return [];
  const limit = Math.min(mail.limit ?? DEFAULT_MAIL_LIMIT, DEFAULT_MAIL_LIMIT);
  return files
    .filter(({ bytes, name }) => encodedBytes(bytes) > limit && !links.some((link) => link.name === name))
    .map(({ source, bytes }) => ({ kind: 'link', path: source, bytes, limit }));
}
