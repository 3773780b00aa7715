import { LIST_NAME, MANIFEST_NAME, type Clash, type PlannedBundle } from '../model/bundle.ts';
import { keysOfBundle } from './name-bundle.ts';
import { nameKey } from './safe-text.ts';

/** Names of the outbox that no bundle may take. */
const OUTBOX_OWN = ['ledger.jsonl', 'preview'];

/** Whatever would bear one name on some system: two files of a bundle, a file and what every bundle holds, two bundles. */
export function findClashes(bundles: readonly PlannedBundle[]): readonly Clash[] {
  const inside = bundles.flatMap((bundle) =>
    sharedNames(namesIn(bundle)).map((clash) => ({ bundle: bundle.name, ...clash })),
  );
  const outside = sharedNames([
    ...OUTBOX_OWN.map((name) => ({ name, key: nameKey(name), owner: name })),
    ...bundles.flatMap(({ name, route }) => {
      const owner = route ? `${name} (${route.id})` : name;
      return keysOfBundle(name).map((key) => ({ name, key, owner }));
    }),
  ]);
  return [...inside, ...outside];
}

interface Owned {
  readonly name: string;
  readonly key: string;
  readonly owner: string;
}

function namesIn({ files, forms, summaries }: PlannedBundle): readonly Owned[] {
  const own = [LIST_NAME, MANIFEST_NAME].map((name) => ({ name, owner: name }));
  const materials = files.map(({ name, source }) => ({ name, owner: source }));
  const filled = forms.map(({ name, form, item }) => ({ name, owner: `form ${form}: ${item}` }));
  const tables = summaries.map(({ name, title }) => ({ name, owner: title }));
  const inside = [...own, ...materials, ...filled, ...tables];
  const folders = foldersOf(inside.map(({ name }) => name)).map((name) => ({ name, owner: `${name}/` }));
  return [...inside, ...folders].map((entry) => ({ ...entry, key: nameKey(entry.name) }));
}

/** Folders that lead to these names, each once: a file must not be called as one of them. */
function foldersOf(names: readonly string[]): readonly string[] {
  const folders = names.flatMap((name) => {
    const steps = name.split('/').slice(0, -1);
    return steps.map((_, depth) => steps.slice(0, depth + 1).join('/'));
  });
  return [...new Map(folders.map((folder) => [nameKey(folder), folder])).values()];
}

function sharedNames(entries: readonly Owned[]): readonly Clash[] {
  const byKey = new Map<string, Owned[]>();
  for (const entry of entries) byKey.set(entry.key, [...(byKey.get(entry.key) ?? []), entry]);
  return [...byKey.values()]
    .filter((sharing) => sharing.length > 1)
    .map((sharing) => ({ name: sharing[0]?.name ?? '', between: sharing.map(({ owner }) => owner) }));
}
