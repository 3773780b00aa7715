// What esbuild splits so finely that no start loads a line too much, put together again so that every start loads few
// files: for Node, finding, reading and linking a file costs more than the few lines in it.
import path from 'node:path';
import { build } from 'esbuild';

/**
 * Merges the chunks of a split program that the same of its `starts` load. `starts`: for each, the source files that
 * are loaded when it runs, dynamic imports included. Entry points keep their names and their exports; chunks that no
 * start loads are left alone. `from`: the folder of the split program; `metafile`: of its build.
 */
export async function mergeChunks({ from, to, metafile, starts, options }) {
  const pieces = readPieces(metafile);
  const groups = groupPieces(pieces, starts);
  const groupOf = new Map(groups.flatMap((group) => group.names.map((name) => [name, group])));
  await build({
    ...options,
    entryPoints: groups.map(({ file }) => ({ in: `merged:${file}`, out: path.parse(file).name })),
    outdir: to,
    plugins: [linking({ from, pieces, groups, groupOf })],
  });
}

/** By file name. */
function readPieces({ outputs }) {
  const pieces = new Map();
  for (const [file, { exports, entryPoint, imports }] of Object.entries(outputs)) {
    if (!file.endsWith('.js')) continue;
    const needs = imports
      .filter(({ kind, external }) => kind === 'import-statement' && !external)
      .map((one) => path.basename(one.path));
    pieces.set(path.basename(file), { exports, entryPoint, needs });
  }
  return pieces;
}

function groupPieces(pieces, starts) {
  const loadedBy = new Map([...pieces.keys()].map((name) => [name, []]));
  for (const [start, sources] of Object.entries(starts)) {
    for (const name of loadedWith(sources, pieces)) loadedBy.get(name).push(start);
  }
  const groups = new Map();
  for (const [name, { entryPoint }] of pieces) {
    const by = loadedBy.get(name);
    const alone = entryPoint !== undefined || by.length === 0;
    const file = alone ? name : `for-${by.join('-')}.js`;
    const group = groups.get(file) ?? { file, alone, names: [] };
    group.names.push(name);
    groups.set(file, group);
  }
  return [...groups.values()];
}

function loadedWith(sources, pieces) {
  const loaded = new Set();
  const load = (name) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const need of pieces.get(name).needs) load(need);
  };
  for (const source of sources) {
    const found = [...pieces].find(([, { entryPoint }]) => entryPoint === source);
    if (!found) throw new Error(`${source} is no longer loaded on its own; see the starts in build.mjs`);
    load(found[0]);
  }
  return loaded;
}

/** A merged file exports what its pieces do, each name with the piece's number; importers ask for it by that name. */
function linking({ from, pieces, groups, groupOf }) {
  const order = [...pieces.keys()];
  const publicName = (piece, name) => (groupOf.get(piece).alone ? name : `${name}_${order.indexOf(piece)}`);
  const reexport = (piece, source, renamed) => {
    const names = pieces.get(piece).exports.map((name) => renamed(name));
    return `export {${names.join(',')}} from ${JSON.stringify(source)};\n`;
  };
  return {
    name: 'merge-chunks',
    setup(building) {
      building.onResolve({ filter: /^merged:/ }, ({ path: name }) => ({
        path: name.slice('merged:'.length),
        namespace: 'merged',
      }));
      building.onLoad({ filter: /./, namespace: 'merged' }, ({ path: file }) => {
        const { names } = groups.find((group) => group.file === file);
        const lines = names.map((name) =>
          pieces.get(name).exports.length === 0
            ? `import ${JSON.stringify(`piece:${name}`)};\n`
            : reexport(name, `piece:${name}`, (one) => `${one} as ${publicName(name, one)}`),
        );
        return { contents: lines.join(''), resolveDir: from };
      });
      building.onResolve({ filter: /^piece:/ }, ({ path: name }) => ({
        path: path.join(from, name.slice('piece:'.length)),
      }));
      building.onResolve({ filter: /^\.\// }, ({ path: asked, kind, importer, namespace }) => {
        const name = path.basename(asked);
        if (kind === 'dynamic-import' || namespace === 'elsewhere') return { path: asked, external: true };
        const own = groupOf.get(path.basename(importer));
        if (own === groupOf.get(name)) return { path: path.join(from, name) };
        return { path: name, namespace: 'elsewhere' };
      });
      building.onLoad({ filter: /./, namespace: 'elsewhere' }, ({ path: name }) => {
        const { file } = groupOf.get(name);
        return {
          contents:
            pieces.get(name).exports.length === 0
              ? `import './${file}';\n`
              : reexport(name, `./${file}`, (one) => `${publicName(name, one)} as ${one}`),
          resolveDir: from,
        };
      });
    },
  };
}
