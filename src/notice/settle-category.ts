import { isRole, ROLES, type Role } from '../model/format.ts';
import type { Category, ChoiceRule, FormSpec, Naming, PartRule } from '../model/notice.ts';
import type { Ruled, RuledRanges } from '../model/ruled.ts';
import type { Packing } from '../model/packing.ts';
import { UsageError, type Place } from '../model/problems.ts';
import { isOfUnit, isPerPerson } from '../model/quota.ts';
import type { SummaryRule } from '../model/summary.ts';
import { placeOfEntry, placeOfRemoval } from './find-stated.ts';
import type { CategoryLayer, Layer, MediaOverlay, Overlay, PartLayer } from './layer.ts';
import { layOver, mergeMedia } from './merge-layers.ts';
import { present } from './present.ts';
import { choices } from './say.ts';
import { remaining, settleMedia } from './settle-media.ts';

/** What a category takes over from the notice it stands in. */
export interface Surroundings {
  readonly layers: readonly Layer[];
  readonly naming: Ruled<Naming> | null | undefined;
  readonly packing: Ruled<Packing> | null | undefined;
  readonly summary: Ruled<SummaryRule> | null | undefined;
  readonly workSize: RuledRanges | null | undefined;
  readonly media: Overlay<Role, MediaOverlay> | undefined;
  readonly forms: readonly FormSpec[];
  /** Settled after the categories, whose parts they may name. */
  readonly routes: readonly { readonly id: string }[];
}

/** A category in force: the notice's naming, packing, 汇总表 and media rules under its own, its references known to exist. */
export function settleCategory(id: string, category: CategoryLayer, around: Surroundings): Category {
  const { layers } = around;
  if (typeof category.name !== 'string') {
    const words = { zh: `类别“${id}”缺少名称（name）`, en: `the category “${id}” has no name` };
    throw new UsageError(words, placeOfEntry(layers, 'categories', id));
  }
  const forms = (category.forms ?? []).map(({ to, place }) => {
    checkReference('forms', to.value, around.forms, place, layers);
    return to;
  });
  const routes = (category.routes ?? []).map(({ to, place }) => {
    checkReference('routes', to, around.routes, place, layers);
    return to;
  });
  const overlays = layOver(around.media, category.media, mergeMedia);
  const naming = category.naming === undefined ? around.naming : category.naming;
  const packing = category.packing === undefined ? around.packing : category.packing;
  const workSize = category.workSize === undefined ? around.workSize : category.workSize;
  const summary = category.summary === undefined ? around.summary : category.summary;
  return present<Category>({
    id,
    name: category.name,
    aliases: category.aliases ?? [],
    accepts: acceptedRoles(category),
    quota: (category.quota ?? []).filter(isOfUnit),
    perPerson: (category.quota ?? []).filter(isPerPerson),
    parts: remaining(category.parts).map(([, part]) => settlePart(part, overlays)),
    choices: settleChoices(category, around),
    workSize: workSize ?? [],
    workDates: category.workDates ?? undefined,
    info: remaining(category.info).flatMap(([, rules]) => rules),
    forms,
    naming: naming ?? undefined,
    packing: packing ?? undefined,
    summary: summary ?? undefined,
    deadlines: category.deadlines ?? [],
    allYear: category.allYear ?? undefined,
    routes,
    attestations: category.attestations ?? [],
    steps: category.steps ?? [],
    media: settleMedia(overlays),
  });
}

/** A named part's own rules lie over those of its role. */
function settlePart(
  { rule, media }: PartLayer,
  overlays: Overlay<Role, MediaOverlay> | undefined,
): Ruled<PartRule> {
  const { named, role } = rule.value;
  if (!named) return rule;
  const own: Overlay<Role, MediaOverlay> | undefined = media && {
    reset: false,
    entries: new Map([[role, media]]),
  };
  const settled = settleMedia(layOver(overlays, own, mergeMedia))[role] ?? {};
  return { ...rule, value: { ...rule.value, named: { ...named, media: settled } } };
}

/** What is chosen from must exist: a role, or a named part of this category. */
function settleChoices(category: CategoryLayer, { layers }: Surroundings): readonly Ruled<ChoiceRule>[] {
  const named = remaining(category.parts).map(([id]) => id);
  for (const { value } of category.choices ?? []) {
    const stranger = value.of.flat().find((id) => !isRole(id) && !named.includes(id));
    if (stranger === undefined) continue;
    const { zh, en } = choices(stranger, [...named, ...ROLES]);
    const words = {
      zh: `choices 里没有部分“${stranger}”，${zh}`,
      en: `there is no part “${stranger}” to choose from; ${en}`,
    };
    throw new UsageError(words, layers.find(({ categories }) => categories)?.source.placeOf(['categories']));
  }
  return category.choices ?? [];
}

/** As stated; else the roles its parts name; else any kind of material. A form to hand in, and a film's subtitles, belong to it. */
function acceptedRoles(category: CategoryLayer): readonly Role[] {
  const stated = category.accepts ?? derivedRoles(category);
  if (stated.length === 0) return stated;
  const also: Role[] = [];
  if ((category.forms ?? []).length > 0) also.push('form');
  if (stated.includes('video')) also.push('subtitles');
  return [...new Set([...stated, ...also])];
}

function derivedRoles(category: CategoryLayer): readonly Role[] {
  const rules = remaining(category.parts).map(([, { rule }]) => rule.value);
  const chosen = (category.choices ?? []).flatMap(({ value }) => value.of.flat().filter(isRole));
  const named = [...rules.filter(({ max }) => max !== 0).map(({ role }) => role), ...chosen];
  const barred = rules.filter(({ max }) => max === 0).map(({ role }) => role);
  return named.length > 0 ? named : ROLES.filter((role) => role !== 'other' && !barred.includes(role));
}

const NAMES = {
  forms: { zh: '表格', en: 'form' },
  routes: { zh: '报送方式', en: 'route' },
} as const;

function checkReference(
  block: 'forms' | 'routes',
  id: string,
  known: readonly { readonly id: string }[],
  place: Place,
  layers: readonly Layer[],
): void {
  if (known.some((entry) => entry.id === id)) return;
  const noun = NAMES[block];
  const removal = placeOfRemoval(layers, block, id);
  if (removal) {
    const words = {
      zh: `${noun.zh}“${id}”还有类别在用（${place.key ?? ''}），不能取消`,
      en: `the ${noun.en} “${id}” is still used (${place.key ?? ''}) and cannot be removed`,
    };
    throw new UsageError(words, removal);
  }
  const { zh, en } = choices(id, known.map((entry) => entry.id)); // prettier-ignore
  throw new UsageError(
    { zh: `没有${noun.zh}“${id}”，${zh}`, en: `there is no ${noun.en} “${id}”; ${en}` },
    place,
  );
}
