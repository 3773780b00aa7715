import path from 'node:path';
import type { Facts } from '../model/facts.ts';
import type { LayoutSight } from '../model/layout.ts';
import type { System } from '../system/system.ts';
import type { CloserLook } from './look-closer.ts';

const LIMITS = { seconds: 30, megabytes: 1024 };

/** How a text is set, where the notice asks for a layout: other notices pay nothing for it. */
export function layoutLook(system: System): CloserLook {
  return {
    isAsked: (known, { layout }) => layout !== undefined && !known.layout,
    look: async (file, known, _, { root }) => ({
      ...known,
      layout: await sightOf(path.join(root, ...file.path.split('/')), known, system),
    }),
  };
}

async function sightOf(
  absolute: string,
  { format, integrity }: Facts,
  { isolation }: System,
): Promise<LayoutSight> {
  if (integrity.state === 'broken') return { state: 'unread', cause: integrity.cause };
  const outcome = await isolation.run('layout', { path: absolute, format }, LIMITS);
  return outcome.kind === 'done' ? outcome.result : { state: 'unread', cause: outcome.cause };
}
