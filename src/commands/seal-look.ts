import path from 'node:path';
import type { System } from '../system/system.ts';
import { showPages } from './draw-scan.ts';
import type { CloserLook } from './look-closer.ts';

const LIMITS = { seconds: 60, megabytes: 1024 };

/** What the pages of a scan show, where the notice wants a seal on it: drawing pages takes its time. */
export function sealLook({ isolation }: System): CloserLook {
  return {
    isAsked: ({ pages, pdf, photo }, { seal }) =>
      seal !== undefined && !pages && (pdf ? pdf.lock !== 'password' : photo !== undefined),
    look: async (file, facts, _, { root, drawn }) => {
      const absolute = path.join(root, ...file.path.split('/'));
      const outcome = await isolation.run('pages', { path: absolute, format: facts.format }, LIMITS);
      if (outcome.kind === 'done') drawn?.keep(file.path, showPages(outcome.result));
      const pages =
        outcome.kind === 'done' ? outcome.result.facts : { pages: 0, looked: [], cause: outcome.cause };
      return { ...facts, pages };
    },
  };
}
