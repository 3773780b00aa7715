// Prints every package that is shipped or installed with the program, with its licence, as the lockfile says:
// `node .config/list-licences.mjs [--json]`. Ends with 1 where one of them is not on the list of those allowed.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));

/** Of what is linked into the program. */
const ALLOWED = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Unlicense',
  ],
  // libvips, beside sharp as a library of its own that anybody may exchange.
  ...['LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later AND MIT'],
]);

/** Programs of their own, started and never linked: their licence stays with them. */
const PROGRAMS = /^@ff(?:mpeg|probe)-installer\//;
const PROGRAM_LICENCES = new Set([
  ...['LGPL-2.1', 'GPL-3.0', 'GPLv3'],
  // What the package for Macs with Apple's processors says instead of a name.
  'https://git.ffmpeg.org/gitweb/ffmpeg.git/blob_plain/HEAD:/LICENSE.md',
]);

/** Every package of the lockfile that is not for development alone. */
export function listLicences() {
  const lock = JSON.parse(readFileSync(path.join(home, 'package-lock.json'), 'utf8'));
  const packages = Object.entries(lock.packages).filter(([place, { dev }]) => place !== '' && dev !== true);
  const found = packages.map(([place, { version, license }]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = license ?? installedLicence(place) ?? 'unknown';
    const allowed = PROGRAMS.test(name) ? PROGRAM_LICENCES : ALLOWED;
    return { name, version, licence, allowed: allowed.has(licence) };
  });
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** As the package itself says, where it is installed. */
function installedLicence(place) {
  const file = path.join(home, place, 'package.json');
  if (!existsSync(file)) return undefined;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
  return license ?? licenses?.[0]?.type;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const list = listLicences();
  if (process.argv.includes('--json')) console.log(JSON.stringify(list, undefined, 2));
  else
    for (const { name, version, licence, allowed } of list)
      console.log(`${allowed ? ' ' : '!'} ${name}@${version}  ${licence}`);
  if (!list.every(({ allowed }) => allowed)) process.exitCode = 1;
}
