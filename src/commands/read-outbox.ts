import path from 'node:path';
import { contentKey } from '../mail/content-key.ts';
import { allFiles, type BundleManifest } from '../model/bundle.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import { FileError, type System } from '../system/system.ts';

const RECORD_TAIL = '.bundle.json';

/** A bundle that lies ready, as its record says. */
export interface OutboxBundle {
  readonly manifest: BundleManifest;
  /** What tells this content and its way from any other: `contentKey`. */
  readonly content: string;
}

export interface Outbox {
  /** Absolute. */
  readonly folder: string;
  /** By name. */
  readonly bundles: readonly OutboxBundle[];
  /** Names of records that nobody can read: what they stand for is not sent. */
  readonly unreadable: readonly string[];
}

/** Every bundle of an outbox, without its older versions. Throws a `UsageError` where there is no such folder. */
export async function readOutbox(folder: string, shown: string, system: System): Promise<Outbox> {
  const bundles: OutboxBundle[] = [];
  const unreadable: string[] = [];
  for (const name of await recordsIn(folder, shown, system)) {
    const manifest = await readRecord(path.join(folder, name), system);
    const stem = name.slice(0, -RECORD_TAIL.length).normalize('NFC');
    if (!manifest) unreadable.push(name);
    // An older version keeps the name of the bundle it was.
    else if (manifest.bundle.normalize('NFC') === stem) bundles.push({ manifest, content: keyOf(manifest) });
  }
  return { folder, bundles, unreadable };
}

/** Of a bundle as it goes by its own route, or to another mailbox. */
export function keyOf({ files, route, mail }: BundleManifest, to = mail?.to): string {
  return contentKey({
    files,
    ...(route !== undefined && { route }),
    ...(to !== undefined && { to }),
    ...(mail && { attach: mail.attach, fields: mail.fields }),
  });
}

async function readRecord(file: string, { files }: System): Promise<BundleManifest | undefined> {
  try {
    // Loaded where there is a record to read: a project that has packed nothing does without.
    const { MOST_MANIFEST_BYTES, parseBundleManifest } = await import('../bundle/bundle-manifest.ts');
    const manifest = parseBundleManifest(await files.readWhole(file, MOST_MANIFEST_BYTES));
    return manifest && allFiles(manifest.files).every(({ name }) => isInside(name)) ? manifest : undefined;
  } catch (error) {
    // Gone since it was listed, held by another program, no plain file: told with the others that cannot be read.
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

/** What a record names lies in its bundle, in a folder or an archive of a work at most: no step of it leads out. */
function isInside(name: string): boolean {
  return name.split('/').every((step) => !step.includes('\\') && !['', '.', '..'].includes(step));
}

async function recordsIn(folder: string, shown: string, { files }: System): Promise<readonly string[]> {
  try {
    const names = (await files.list(folder)).flatMap(({ name }) => (name === undefined ? [] : [name]));
    return names.filter((name) => name.endsWith(RECORD_TAIL)).sort();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.kind === 'missing' || error.kind === 'not-a-folder') throw noOutbox(shown);
    throw new EnvironmentError(
      { zh: `读不了发件文件夹 ${shown}`, en: `the outbox ${shown} cannot be read` },
      {
        zh: '请确认您有权限打开它，U盘或网盘已连接',
        en: 'make sure that you may open it and that the drive is connected',
      },
      { cause: error },
    );
  }
}

function noOutbox(shown: string): UsageError {
  return new UsageError({
    zh: `找不到发件文件夹“${shown}”；请先打包：four-ones pack --org 单位名称，或写明文件夹：four-ones send 文件夹`,
    en: `no outbox “${shown}”; pack first: four-ones pack --org NAME, or name the folder: four-ones send FOLDER`,
  });
}
