import type { Notice } from '../model/notice.ts';
import { checkNames } from './check-names.ts';
import type { Layer } from './layer.ts';
import { mergeLayers, type Merged } from './merge-layers.ts';
import { present } from './present.ts';
import { settleCategory, type Surroundings } from './settle-category.ts';
import { settleQuotas } from './settle-quotas.ts';
import { checkCoverage } from './settle-pieces.ts';
import { remaining, settleMedia } from './settle-media.ts';
import { settleForm, settleRoute } from './settle-ways.ts';

/** Layers from the nearest to the farthest, as the one notice that is in force. */
export function settleNotice(nearest: Layer, farther: readonly Layer[]): Notice {
  const layers = [nearest, ...farther];
  const { title, year } = nearest;
  // From the farthest: a removal in between must take away what lies beneath it, before more is laid on top.
  const merged = layers.reduceRight<Merged>(mergeLayers, { title, year });
  const around: Surroundings = {
    layers,
    naming: merged.naming,
    packing: merged.packing,
    summary: merged.summary,
    workSize: merged.workSize,
    media: merged.media,
    forms: remaining(merged.forms).map(([id, form]) => settleForm(id, form, layers)),
    routes: remaining(merged.routes).map(([id]) => ({ id })),
  };
  const categories = remaining(merged.categories).map(([id, category]) =>
    settleCategory(id, category, around),
  );
  checkNames(categories, layers);
  const known = { categories, forms: around.forms };
  const routes = remaining(merged.routes).map(([id, route]) => settleRoute(id, route, known, layers));
  checkCoverage(routes, known, layers);
  return present<Notice>({
    id: nearest.source.id,
    title,
    issuer: nearest.issuer,
    submitter: merged.submitter,
    year,
    lineage: layers.map(({ source }) => source.id),
    media: settleMedia(merged.media),
    categories,
    ...settleQuotas(merged.quotas ?? [], categories, layers),
    forms: around.forms,
    routes,
    attestations: merged.attestations ?? [],
    steps: merged.steps ?? [],
  });
}
