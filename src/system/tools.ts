import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Tool, Tools } from './system.ts';

type ToolName = 'ffprobe' | 'ffmpeg' | 'quickFfmpeg' | 'soffice';

/**
 * Where the programs of others are. A path in FFPROBE_PATH or FFMPEG_PATH wins. ffprobe: the one shipped with this
 * program before the machine's own, so that everybody sees the same facts; ffmpeg: the machine's own before the
 * shipped one, which is of 2018 — but that one is a single file and starts in a fraction of the time.
 */
export function createTools(variables: Readonly<Record<string, string | undefined>>): Tools {
  const sources: Record<ToolName, (() => Promise<string | undefined>)[]> = {
    ffprobe: [() => given(variables['FFPROBE_PATH']), shippedFfprobe, () => onPath('ffprobe', variables)],
    ffmpeg: [() => given(variables['FFMPEG_PATH']), () => onPath('ffmpeg', variables), shippedFfmpeg],
    quickFfmpeg: [() => given(variables['FFMPEG_PATH']), shippedFfmpeg, () => onPath('ffmpeg', variables)],
    soffice: [
      () => onPath('soffice', variables),
      () => onPath('libreoffice', variables),
      ...usualOffices(variables).map((file) => () => Promise.resolve(file)),
    ],
  };
  const found = new Map<ToolName, Promise<Tool | undefined>>();
  const find = (name: ToolName) => {
    const known = found.get(name) ?? firstUsable(sources[name]);
    found.set(name, known);
    return known;
  };
  return {
    ffprobe: () => find('ffprobe'),
    ffmpeg: () => find('ffmpeg'),
    quickFfmpeg: () => find('quickFfmpeg'),
    soffice: () => find('soffice'),
  };
}

async function firstUsable(
  sources: readonly (() => Promise<string | undefined>)[],
): Promise<Tool | undefined> {
  for (const source of sources) {
    const file = await source();
    const tool = file === undefined ? undefined : await usable(file);
    if (tool) return tool;
  }
  return undefined;
}

async function usable(file: string): Promise<Tool | undefined> {
  try {
    await fs.access(file, constants.X_OK);
    const found = await fs.stat(file);
    if (!found.isFile()) return undefined;
    const { size, mtimeMs } = found;
    return { path: file, identity: `${size}:${mtimeMs}` };
  } catch {
    // Not there or not executable: the next source is asked.
    return undefined;
  }
}

/** Where the installers of LibreOffice put it; they leave PATH alone. Its .exe on Windows returns before it is done. */
function usualOffices(variables: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (process.platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  if (process.platform !== 'win32')
    return ['/usr/lib/libreoffice/program/soffice', '/opt/libreoffice/program/soffice'];
  return ['ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) => {
    const folder = variables[name];
    return folder === undefined || !path.isAbsolute(folder)
      ? []
      : [path.join(folder, 'LibreOffice', 'program', 'soffice.com')];
  });
}

function given(file: string | undefined): Promise<string | undefined> {
  return Promise.resolve(file === undefined || file === '' ? undefined : path.resolve(file));
}

async function onPath(
  name: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const file = process.platform === 'win32' ? `${name}.${name === 'soffice' ? 'com' : 'exe'}` : name;
  for (const folder of (variables['PATH'] ?? variables['Path'] ?? '').split(path.delimiter)) {
    // A relative entry would let a materials folder bring its own ffprobe.
    if (!path.isAbsolute(folder)) continue;
    const candidate = path.join(folder, file);
    if (await usable(candidate)) return candidate;
  }
  return undefined;
}

function shippedFfprobe(): Promise<string | undefined> {
  return shipped('@ffprobe-installer/ffprobe');
}

function shippedFfmpeg(): Promise<string | undefined> {
  return shipped('@ffmpeg-installer/ffmpeg');
}

/** Required, as `import` would first load a parser for what CommonJS exports: ten milliseconds of every check. */
function shipped(name: string): Promise<string | undefined> {
  try {
    const found: unknown = createRequire(import.meta.url)(name);
    const hasPath = typeof found === 'object' && found !== null && 'path' in found;
    return Promise.resolve(hasPath && typeof found.path === 'string' ? found.path : undefined);
  } catch {
    // Such a package throws on a platform it has no program for.
    return Promise.resolve(undefined);
  }
}
