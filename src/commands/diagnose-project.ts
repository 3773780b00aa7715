import path from 'node:path';
import { walkMaterials } from '../materials/walk-materials.ts';
import { localCalendarDate } from '../model/calendar-date.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Notice } from '../model/notice.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import { FileError, type System } from '../system/system.ts';
import { loadConfig, type LoadedConfig } from './load-config.ts';
import { readNotice } from './notice.ts';
import { outboxFolder } from './outbox-folder.ts';
import { noticeRequest } from './settle-request.ts';

export interface DiagnosedProject {
  readonly diagnosis: Diagnosis;
  /** Undefined where the config, or the notice that it names, is not understood. */
  readonly loaded?: LoadedConfig;
  readonly notice?: Notice;
}

/** The config and the notice it names, read as every command reads them. */
export async function diagnoseConfig(named: string | undefined, system: System): Promise<DiagnosedProject> {
  try {
    const loaded = await loadConfig(named, system);
    const notice = await readNotice(noticeRequest({}, loaded), system);
    const { config, file } = loaded;
    const unset = [
      ...(config.org === undefined ? (['org'] as const) : []),
      ...(config.contact?.name === undefined || config.contact.phone === undefined
        ? (['contact'] as const)
        : []),
    ];
    const complete = file !== undefined && unset.length === 0;
    return {
      diagnosis: {
        subject: 'config',
        state: complete ? 'ok' : 'advice',
        ...(file !== undefined && { file }),
        unset,
      },
      loaded,
      notice,
    };
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof EnvironmentError)) throw error;
    const place = error instanceof UsageError ? error.place : undefined;
    return {
      diagnosis: {
        subject: 'config',
        state: 'lacking',
        problem: error.words,
        unset: [],
        ...(place && { place }),
      },
    };
  }
}

/** No certificate of a mail server was valid before this program was written. */
const FIRST_YEAR = 2025;

/** A wrong clock gives wrong dates in names and forms, and lets no mail server be trusted. */
export function diagnoseClock(notice: Notice | undefined, system: Pick<System, 'now'>): Diagnosis {
  const today = localCalendarDate(system.now());
  const year = Number(today.slice(0, 4));
  const state = year < FIRST_YEAR ? 'lacking' : notice && notice.year !== year ? 'advice' : 'ok';
  return { subject: 'clock', state, today, ...(notice && { noticeYear: notice.year }) };
}

const SPARE_BYTES = 100 * 1024 ** 2;

/** Bundles are written twice, as a folder and as a zip. */
export async function diagnoseDisk(loaded: LoadedConfig, system: System): Promise<Diagnosis> {
  const { folder: outbox } = outboxFolder(undefined, loaded, system.environment);
  const folder = await nearestFolder(outbox, system);
  const needed = 2 * (await materialBytes(loaded, system)) + SPARE_BYTES;
  const free = await system.storage.freeBytes(folder);
  const state = free === undefined ? 'unknown' : free < needed ? 'lacking' : 'ok';
  return { subject: 'disk', state, needed, folder, ...(free !== undefined && { free }) };
}

/** 0 where there are none yet, or too many to walk. */
async function materialBytes({ config, folder }: LoadedConfig, system: System): Promise<number> {
  const root = path.resolve(folder, config.materials ?? 'materials');
  try {
    const { files } = await walkMaterials(root, system.files);
    return files.reduce((sum, { bytes }) => sum + bytes, 0);
  } catch (error) {
    if (error instanceof FileError || error instanceof EnvironmentError) return 0;
    throw error;
  }
}

/** By writing and removing a file of our own, in the outbox or where it would be made. */
export async function diagnoseOutbox(loaded: LoadedConfig, system: System): Promise<Diagnosis> {
  const { folder } = outboxFolder(undefined, loaded, system.environment);
  const target = path.join(
    await nearestFolder(folder, system),
    `.four-ones-doctor-${system.storage.owner.pid}.tmp`,
  );
  try {
    const file = await system.storage.createFile(target);
    await file.close();
    await system.storage.removeFolder(target);
    return { subject: 'outbox', state: 'ok', folder };
  } catch (error) {
    if (error instanceof FileError) return { subject: 'outbox', state: 'lacking', folder };
    throw error;
  }
}

/** The folder itself, or the first one above it that is there. */
async function nearestFolder(folder: string, { files }: System): Promise<string> {
  for (let place = folder; ; place = path.dirname(place)) {
    try {
      if (path.dirname(place) === place || (await files.exists(place))) return place;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
    }
  }
}
