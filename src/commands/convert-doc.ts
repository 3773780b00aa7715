import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileError, type Environment, type System } from '../system/system.ts';

const LIMITS = { seconds: 60, outputBytes: 1024 * 1024 };
const MOST_BYTES = 50 * 1024 * 1024;

/**
 * An old Word document (.doc) as .docx, made by LibreOffice. Undefined where there is none or where it cannot. It works
 * on a copy, in a folder and with a profile of its own: beside the file it would leave a lock, and a LibreOffice that
 * the user has open would swallow the request.
 */
export async function convertDoc(doc: Uint8Array, system: System): Promise<Uint8Array | undefined> {
  const office = await system.tools.soffice();
  if (!office) return undefined;
  const folder = path.join(temporaryFolder(system.environment), `four-ones-${randomUUID()}`);
  try {
    return await convertIn(folder, { doc, office: office.path }, system);
  } finally {
    await system.storage.removeFolder(folder);
  }
}

async function convertIn(
  folder: string,
  { doc, office }: { readonly doc: Uint8Array; readonly office: string },
  { files, storage, processes, interrupted }: System,
): Promise<Uint8Array | undefined> {
  const made = path.join(folder, 'made');
  const source = path.join(folder, 'form.doc');
  await storage.makeFolder(made);
  await files.writeAtomically(source, doc);
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  const outcome = await processes.run(
    office,
    [
      ...[`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--nolockcheck'],
      ...['--convert-to', 'docx:MS Word 2007 XML', '--outdir', made, source],
    ],
    LIMITS,
  );
  // Ended by the user, not by the form: then that is what is said.
  interrupted.throwIfAborted();
  return outcome.kind === 'ended' ? readMade(path.join(made, 'form.docx'), files) : undefined;
}

/** LibreOffice ends well even where it could not read the file: then there is nothing. */
async function readMade(file: string, files: System['files']): Promise<Uint8Array | undefined> {
  try {
    return await files.readWhole(file, MOST_BYTES);
  } catch (error) {
    if (error instanceof FileError && (error.kind === 'missing' || error.kind === 'too-large'))
      return undefined;
    throw error;
  }
}

function temporaryFolder({ variables }: Environment): string {
  const named = ['TMPDIR', 'TEMP', 'TMP'].map((name) => variables[name]);
  const usual = process.platform === 'win32' ? String.raw`C:\Windows\Temp` : '/tmp';
  return named.find((folder) => folder !== undefined && path.isAbsolute(folder)) ?? usual;
}
