import { buildBundle, request, world } from './make-plan.ts';

/** A process of its own that builds, to be killed at any moment: folder, then `replace` or nothing, then the files. */
const [root = '', mode = '', ...names] = process.argv.slice(2);

async function build(): Promise<void> {
  process.stdout.write('started\n');
  await buildBundle(await request(root, names, { replace: mode === 'replace' }), world());
  process.stdout.write('done\n');
}
void build();
