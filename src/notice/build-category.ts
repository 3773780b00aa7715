import type { Attestation, InfoField, InfoRule, Step, WorkDates } from '../model/notice.ts';
import type { Ruled } from '../model/ruled.ts';
import { buildAllYear, buildDeadline, buildDue, buildWorkDates, type Years } from './build-days.ts';
import { buildMedia, buildPartMedia } from './build-media.ts';
import type { StatedAttestation, StatedStep } from './hand-schema.ts';
import type { KeyMap } from './key-maps.ts';
import type { CategoryLayer, LayerSource, Overlay, PartLayer, Reference } from './layer.ts';
import { placedSummary } from './locate-template.ts';
import type { StatedCategory } from './notice-schema.ts';
import type { StatedPart } from './part-schema.ts';
import { present } from './present.ts';
import type { Stated } from './stated.ts';
import { clauseOf, weigh, weighRange, weighRanges, within, type Defaults } from './weigh.ts';

/** One category of one notice; its own level and section go down to each of its rules. */
export function buildCategory(
  id: string,
  stated: StatedCategory,
  outer: Defaults,
  years: Years,
  source: LayerSource,
): CategoryLayer {
  const defaults = within(outer, stated);
  const path = ['categories', id];
  return present<CategoryLayer>({
    name: stated.name,
    aliases: stated.aliases,
    accepts: stated.accepts,
    quota: weighRanges(stated.quota, defaults),
    naming: weigh(stated.naming, defaults),
    packing: weigh(stated.packing, defaults),
    summary: weigh(placedSummary(stated.summary, source), defaults),
    deadlines: eachOf(stated.deadlines, (deadline, index) =>
      buildDeadline(deadline, years, defaults, source, [...path, 'deadlines', index]),
    ),
    allYear: buildAllYear(stated.deadlines, years, defaults, source, [...path, 'deadlines']),
    attestations: buildAttestations(stated.attestations, defaults),
    steps: buildSteps(stated.steps, years, defaults, source, path),
    parts: overlay(stated.parts, (id, part) => part && buildPart(id, part, defaults)),
    choices: each(stated.choices, (rule) => weigh(rule, defaults)),
    workSize: weighRanges(stated.workSize, defaults),
    workDates: buildWindow(stated, defaults, years, source, path),
    info: overlay(
      stated.info,
      (field, rules) => rules?.map((rule) => buildInfo(field, rule, defaults)) ?? null,
    ),
    forms: buildForms(stated, defaults, source, path),
    routes: buildRoutes(stated, source, path),
    media: stated.media === undefined ? undefined : buildMedia(stated.media, defaults),
  });
}

/** `path`: of the block that the steps stand in. */
export function buildSteps(
  steps: readonly StatedStep[] | null | undefined,
  years: Years,
  defaults: Defaults,
  source: LayerSource,
  path: Path,
) {
  return each(steps, ({ text, clause, ...due }, index): Step => {
    const day = buildDue(due, years, source, [...path, 'steps', index]);
    return { text, ...day, clause: clauseOf(clause, defaults) };
  });
}

/** What a person vouches for is advice unless the notice makes it a must. */
export function buildAttestations(list: readonly StatedAttestation[] | null | undefined, defaults: Defaults) {
  return each(list, ({ id, text, level, clause }): Attestation => ({
    id,
    text,
    level: level ?? 'should',
    clause: clauseOf(clause, defaults),
  }));
}

/** What is asked of a named part by the way is laid over its role's rules when the category is settled. */
function buildPart(id: string, { role, range, named }: StatedPart, defaults: Defaults): PartLayer {
  const { value, ...weight } = weighRange(range, defaults);
  if (!named) return { rule: { ...weight, value: { role, ...value } } };
  const { name, words = [name], media } = named;
  // Where the notice speaks of the part, it speaks of what is asked of it.
  const { section } = weight.clause;
  const inside = { ...defaults, ...(section !== undefined && { section }) };
  return {
    rule: { ...weight, value: { role, ...value, named: { id, name, words, media: {} } } },
    ...(media && { media: buildPartMedia(media, inside) }),
  };
}

function buildWindow(
  { workDates }: StatedCategory,
  defaults: Defaults,
  years: Years,
  source: LayerSource,
  path: Path,
): Ruled<WorkDates> | null | undefined {
  if (!workDates) return workDates;
  const value = buildWorkDates(workDates.value, years, source, [...path, 'workDates']);
  return weigh({ ...workDates, value }, defaults);
}

function buildInfo(
  field: InfoField,
  rule: Stated<Omit<InfoRule, 'field'>>,
  defaults: Defaults,
): Ruled<InfoRule> {
  return weigh({ ...rule, value: { field, ...rule.value } }, defaults);
}

type Path = readonly (string | number)[];

function buildForms({ forms }: StatedCategory, defaults: Defaults, source: LayerSource, path: Path) {
  return each(forms, (form, index): Reference<Ruled<string>> | null => {
    return form && { to: weigh(form, defaults), place: source.placeOf([...path, 'forms', index]) };
  })?.filter((form) => form !== null);
}

function buildRoutes(
  stated: StatedCategory,
  source: LayerSource,
  path: Path,
): readonly Reference<string>[] | null | undefined {
  if (stated.route !== undefined) {
    return stated.route === null ? null : [{ to: stated.route, place: source.placeOf([...path, 'route']) }];
  }
  return each(stated.routes, (to, index) => ({ to, place: source.placeOf([...path, 'routes', index]) }));
}

export function each<T, R>(
  list: readonly T[] | null | undefined,
  change: (entry: T, index: number) => R,
): readonly R[] | null | undefined {
  return list?.map(change) ?? (list === null ? null : undefined);
}

/** The same, where one entry may come to several. */
function eachOf<T, R>(
  list: readonly T[] | null | undefined,
  change: (entry: T, index: number) => readonly R[],
): readonly R[] | null | undefined {
  return list === null ? null : list?.flatMap(change);
}

/** A keyed block as an overlay; the block's own `null` resets it. */
export function overlay<K, S, V>(
  map: KeyMap<K, S> | null | undefined,
  build: (key: K, entry: S) => V | null,
): Overlay<K, V> | undefined {
  if (map === undefined) return undefined;
  const entries = [...(map ?? [])].map(([key, entry]): [K, V | null] => [
    key,
    entry === null ? null : build(key, entry),
  ]);
  return { reset: map === null, entries: new Map(entries) };
}
