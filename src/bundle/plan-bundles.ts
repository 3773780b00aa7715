import {
  LIST_NAME,
  MANIFEST_NAME,
  type BundlePlan,
  type Contact,
  type PersonNeed,
  type Planned,
  type PlannedArchive,
  type PlannedBundle,
} from '../model/bundle.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Check } from '../model/check.ts';
import type { Item, Materials } from '../model/materials.ts';
import type { Category, FormSpec, Notice, Route } from '../model/notice.ts';
import { isToFill } from '../model/form-copies.ts';
import { fillVariables } from '../model/fill-variables.ts';
import { UsageError } from '../model/problems.ts';
import { openRoutes } from '../model/route-contents.ts';
import { variablesIn } from '../model/variables-in.ts';
import { findClashes } from './find-clashes.ts';
import { findLeftOut } from './find-left-out.ts';
import { goingWay } from './going-way.ts';
import type { FieldNames } from './mail-fields.ts';
import { missingValues } from './missing-values.ts';
import { nameBundle, routeMark } from './name-bundle.ts';
import { nameItems, type ItemGroups, type NamedItem } from './name-items.ts';
import { commonValues, DEFAULT_NAMING, type Values } from './name-values.ts';
import { personNeeds } from './person-needs.ts';
import { planDecisions, stepsLeft, type AboutDecision } from './plan-decisions.ts';
import { nameParts } from './part-labels.ts';
import { linkNeeds, planLinks } from './plan-links.ts';
import { planMail } from './plan-mail.ts';
import { placeWorks, type WorkPlace } from './place-works.ts';
import { planSummaries, planTableScans } from './plan-summaries.ts';
import { safeText } from './safe-text.ts';
import { numberWorks, type Numbered } from './sequence.ts';
import { sharedValues } from './shared-values.ts';
import { stampNeeds, tableStampNeeds } from './stamp-needs.ts';

export interface PlanInput {
  readonly notice: Notice;
  readonly materials: Materials;
  readonly org: string;
  readonly contact?: Contact;
  readonly date: CalendarDate;
  /** What a mail calls the fields of 作品信息.yaml. */
  readonly fieldNames: FieldNames;
  /** Ids of the forms that can be filled here; the others are a person's business. */
  readonly fillable: readonly string[];
  /** Of the report: what they leave open is named in the plan. */
  readonly checks: readonly Check[];
  /** What a bundle calls that about which a person decided. */
  readonly aboutOf: AboutDecision;
}

/**
 * One bundle per route × category × date, every file with its new name. Nothing is planned where two names are one on
 * some file system, or where the pattern asks for what a work does not say. Throws a `UsageError` where unit, category
 * and date alone make a name too long.
 */
export function planBundles(input: PlanInput): Planned {
  if (safeText(input.org) === '') throw noOrg();
  const missing = input.notice.categories.flatMap((category) =>
    missingValues(category, worksOf(category, input), commonOf(category, input)),
  );
  if (missing.length > 0) return { kind: 'missing', missing };
  const bundles = input.notice.categories.flatMap((category) => bundlesOf(category, input));
  const clashes = findClashes(bundles);
  if (clashes.length > 0) return { kind: 'clashes', clashes };
  const plan: BundlePlan = { bundles, leftOut: findLeftOut(input.materials, bundles) };
  return { kind: 'plan', plan };
}

/** Numbered, in the order of their numbers. */
function worksOf(category: Category, { notice, materials }: PlanInput): readonly Numbered[] {
  const together = numberWorks(category, notice.categories, materials.items);
  return together.filter(({ item }) => item.category === category.id);
}

function commonOf(category: Category, { org, date }: PlanInput): Values {
  return commonValues(org, category, date, category.naming?.value ?? DEFAULT_NAMING);
}

function bundlesOf(category: Category, input: PlanInput): readonly PlannedBundle[] {
  const works = worksOf(category, input);
  if (works.length === 0) return [];
  const open = openRoutes(
    category,
    works.map(({ item }) => item),
    input.notice,
  );
  const ways: readonly (Route | undefined)[] = open.length > 0 ? open : [undefined];
  const bare = ways.find((route) => route?.mail) ?? ways[0];
  const planned = ways.map((route) => ({
    route,
    bundle: bundleOf(category, works, route, route !== bare, input),
  }));
  const isDropped = ({ route, bundle }: (typeof planned)[number]) =>
    route?.of !== undefined && isEmpty(bundle);
  const kept = planned.filter((way) => !isDropped(way)).map(({ bundle }) => bundle);
  // A form that a person has to fill makes no bundle yet, and is asked for all the same.
  const asked = planned
    .filter(isDropped)
    .flatMap(({ bundle }) => bundle.needs.filter(({ kind }) => kind === 'form'));
  return kept.map((bundle, index) =>
    index === 0 ? { ...bundle, needs: [...bundle.needs, ...asked] } : bundle,
  );
}

function isEmpty({ files, forms, summaries }: PlannedBundle): boolean {
  return files.length + forms.length + summaries.length === 0;
}

function bundleOf(
  category: Category,
  works: readonly Numbered[],
  route: Route | undefined,
  isMarked: boolean,
  input: PlanInput,
): PlannedBundle {
  const { notice, org, contact, date, fieldNames } = input;
  const naming = category.naming?.value ?? DEFAULT_NAMING;
  const common = commonOf(category, input);
  const packing = category.packing?.value;
  const bundleNaming = { ...naming, ...(packing?.name !== undefined && { pattern: packing.name }) };
  const name = nameBundle(works, bundleNaming, common, isMarked ? routeMark(route) : '');
  const going = goingWay(route, category);
  const allSummaries = planSummaries(category, common, input);
  const allScans = planTableScans(category, common, input);
  const [summaries, scans] = [going.tables(allSummaries), going.tables(allScans)];
  const groups = works.map((work) => groupsOf(work, category, input));
  const reserved = [LIST_NAME, MANIFEST_NAME, ...[...allSummaries, ...allScans].map((table) => table.name)];
  const places = placeWorks(works, packing, common, reserved);
  const named = nameItems(groups, naming, common, reserved).map((all, index) =>
    placed(going.named(all, works[index]?.item), places[index]?.prefix ?? ''),
  );
  const items = works.map(({ item }) => item);
  const parts = items.map(going.item);
  const mailing =
    route?.mail &&
    planMail(route.mail, {
      bundle: nameBundle(works, bundleNaming, common, ''),
      works,
      category,
      common,
      fieldNames,
      contact,
    });
  const files = [...named.flatMap((item) => item.files), ...scans];
  const archives = works.flatMap(({ item }, index) => archiveOf(item, places[index], named[index]));
  const links = planLinks(items, files, archives);
  const asked = [route?.label ?? '', ...(route?.steps ?? []).map(({ text }) => text)].flatMap(variablesIn);
  const values = { ...common, ...sharedValues(works, asked), bundle: name };
  return {
    name,
    notice: { id: notice.id, title: notice.title, year: notice.year },
    org,
    ...(contact && { contact }),
    category: { id: category.id, name: category.name },
    date,
    ...(route && { route: { id: route.id, ...(route.name !== undefined && { name: route.name }) } }),
    ...(mailing && { mail: mailing.mail }),
    ...(route?.label !== undefined && { label: fillVariables(route.label, values) }),
    files,
    forms: named.flatMap(({ forms }) => forms),
    summaries,
    archives,
    links,
    steps: [
      ...stepsLeft([...notice.steps, ...category.steps], category, input.checks),
      ...(route?.steps ?? []).map((step) => ({ ...step, text: fillVariables(step.text, values) })),
    ],
    needs: [
      ...(route ? [] : [{ kind: 'no-route' } as const]),
      ...items.flatMap((item) => formNeeds(item, going.forms(lackingForms(item, category, input)), input)),
      ...personNeeds(category, parts, input.checks),
      ...items.flatMap((item, index) =>
        stampNeeds(item, going.forms(formsOf(category, input)), named[index]),
      ),
      ...(summaries.length > 0 ? tableStampNeeds(category, summaries, scans) : []),
      ...(mailing?.needs ?? []),
      ...linkNeeds({ files, archives, links }, mailing?.mail),
    ],
    decisions: planDecisions(category, parts, files, input),
  };
}

function placed({ files, forms }: NamedItem, prefix: string): NamedItem {
  return {
    files: files.map((file) => ({ ...file, name: prefix + file.name })),
    forms: forms.map((form) => ({ ...form, name: prefix + form.name })),
  };
}

/** A work that stands in the mail itself has nothing to put into an archive. */
function archiveOf(
  { path }: Item,
  { archive }: WorkPlace = { prefix: '' },
  { files, forms }: NamedItem = { files: [], forms: [] },
): readonly PlannedArchive[] {
  return archive === undefined || files.length + forms.length === 0 ? [] : [{ name: archive, item: path }];
}

function formsOf({ forms }: Category, { notice }: PlanInput): readonly FormSpec[] {
  return forms.flatMap(({ value }) => notice.forms.filter(({ id }) => id === value));
}

/** A form that the user supplies, filled or stamped, is not made again. */
function lackingForms(item: Item, category: Category, input: PlanInput): readonly FormSpec[] {
  return formsOf(category, input).filter((form) => isToFill(item, form));
}

function groupsOf(work: Numbered, category: Category, input: PlanInput): ItemGroups {
  const { item } = work;
  const toFill = lackingForms(item, category, input).filter(({ id }) => input.fillable.includes(id));
  return { ...work, groups: nameParts(item, toFill, input.notice, category) };
}

/** Forms that nobody can fill here. */
function formNeeds(item: Item, forms: readonly FormSpec[], { fillable }: PlanInput): readonly PersonNeed[] {
  return forms
    .filter(({ id }) => !fillable.includes(id))
    .map(({ id }) => ({ kind: 'form', form: id, item: item.path }));
}

function noOrg(): UsageError {
  return new UsageError({
    zh: '没有写报送单位：请用 --org 写明，或写在 four-ones.yaml 的 org 里',
    en: 'no unit given: use --org, or org in four-ones.yaml',
  });
}
