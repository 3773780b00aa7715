import { APART, buildBundle, request, world } from './make-plan.ts';

/** A process of its own that builds, to be killed at any moment: folder, `replace` or `new`, `apart` or `together`, files. */
const [root = '', mode = '', lying = '', ...names] = process.argv.slice(2);

async function build(): Promise<void> {
  process.stdout.write('started\n');
  const own = lying === 'apart' ? APART : {};
  await buildBundle(await request(root, names, { replace: mode === 'replace' }, own), world());
  process.stdout.write('done\n');
}
void build();
