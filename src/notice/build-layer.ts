import { buildAttestations, buildCategory, buildSteps, each, overlay } from './build-category.ts';
import type { FormFieldRule, Step } from '../model/notice.ts';
import type { Ruled } from '../model/ruled.ts';
import { buildDue, type Years } from './build-days.ts';
import { buildMedia } from './build-media.ts';
import type { StatedField, StatedForm, StatedRoute } from './hand-schema.ts';
import type { KeyMap } from './key-maps.ts';
import type { FormLayer, Layer, LayerSource, RouteLayer } from './layer.ts';
import type { StatedNotice } from './notice-schema.ts';
import { buildWays, labelOf } from './build-ways.ts';
import { placedSummary, templatePath } from './locate-template.ts';
import { present } from './present.ts';
import type { Stated } from './stated.ts';
import { clauseOf, weigh, weighRange, weighRanges, within, type Defaults } from './weigh.ts';

/** A stated notice as a layer: every rule complete in itself, every date in the year in force. */
export function buildLayer(stated: StatedNotice, source: LayerSource, years: Years): Layer {
  const defaults: Defaults = { notice: source.id, level: 'must' };
  return present<Layer>({
    source,
    title: stated.title,
    year: years.own + years.shift,
    issuer: stated.issuer,
    submitter: stated.submitter,
    naming: weigh(stated.naming, defaults),
    packing: weigh(stated.packing, defaults),
    summary: weigh(placedSummary(stated.summary, source), defaults),
    workSize: weighRanges(stated.workSize, defaults),
    media: stated.media === undefined ? undefined : buildMedia(stated.media, defaults),
    forms: overlay(stated.forms, (_, form) => buildForm(form, defaults, source)),
    routes: overlay(stated.routes, (id, route) => buildRoute(id, route, years, defaults, source)),
    categories: overlay(stated.categories, (id, category) =>
      buildCategory(id, category, defaults, years, source),
    ),
    quotas: buildQuotas(stated, defaults, source),
    attestations: buildAttestations(stated.attestations, defaults),
    steps: buildSteps(stated.steps, years, defaults, source, []),
  });
}

function buildQuotas(
  { quotas }: StatedNotice,
  defaults: Defaults,
  source: LayerSource,
): Layer['quotas'] | undefined {
  return each(quotas, ({ value: { of, ...quota }, ...weight }, index) => ({
    rule: weighRange({ ...weight, value: quota }, defaults),
    ...(of && { of }),
    place: source.placeOf(['quotas', index]),
  }));
}

/** Whoever only adds an alias to a form of a farther notice does not become its source. */
function buildForm(
  { name, annex, aliases, template, labels, fields, copies, clause }: StatedForm,
  outer: Defaults,
  { folder }: LayerSource,
): FormLayer {
  const defaults = within(outer, { ...(clause !== undefined && { clause }) });
  const isSource = name !== undefined || clause !== undefined;
  return present<FormLayer>({
    name,
    annex,
    aliases,
    template: typeof template === 'string' ? templatePath(template, folder) : template,
    labels: labels && withoutRemoved(labels),
    fields: overlay(fields, (field, rule) => rule && buildField(field, rule, defaults)),
    copies,
    clause: isSource ? clauseOf(clause, defaults) : undefined,
  });
}

/** About so many is advice, as with every soft number. */
function buildField(field: string, rule: Stated<StatedField>, defaults: Defaults): Ruled<FormFieldRule> {
  const soft = rule.value.chars?.about !== undefined && defaults.level === 'must';
  return weigh(
    { ...rule, value: { field, ...rule.value } },
    soft ? { ...defaults, level: 'should' } : defaults,
  );
}

function withoutRemoved<V>(map: KeyMap<string, V>): Readonly<Record<string, V>> {
  return Object.fromEntries([...map].flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}

/** What the ways come to, and what the notice says besides. */
function routeSteps(
  route: StatedRoute,
  years: Years,
  defaults: Defaults,
  source: LayerSource,
  path: readonly string[],
): readonly Step[] | null | undefined {
  const { due } = buildDue(route.paper ?? {}, years, source, [...path, 'paper']);
  const ways = buildWays(route, clauseOf(undefined, defaults), due);
  const steps = buildSteps(route.steps, years, defaults, source, path);
  return ways.length === 0 ? steps : [...ways, ...(steps ?? [])];
}

function buildRoute(
  id: string,
  route: StatedRoute,
  years: Years,
  outer: Defaults,
  source: LayerSource,
): RouteLayer {
  const defaults = within(outer, { ...(route.clause !== undefined && { clause: route.clause }) });
  const { mail } = route;
  return present<RouteLayer>({
    name: route.name,
    of: each(route.of, (to, index) => ({ to, place: source.placeOf(['routes', id, 'of', index]) })),
    mail: mail && { attach: 'bundle', ...mail, clause: clauseOf(mail.clause, defaults) },
    steps: routeSteps(route, years, defaults, source, ['routes', id]),
    label: labelOf(route),
    when: route.when?.size,
  });
}
