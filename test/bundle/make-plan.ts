import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LIST_NAME, type BundlePlan, type PlannedBundle } from '../../src/model/bundle.ts';
import { parseCalendarDate, type CalendarDate } from '../../src/model/calendar-date.ts';
import type { Format, Role } from '../../src/model/format.ts';
import type { Item, Part } from '../../src/model/materials.ts';
import type { Category, FormSpec, Notice, Route } from '../../src/model/notice.ts';
import type { Clause } from '../../src/model/ruled.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { nodeStorage } from '../../src/system/node-storage.ts';
import { buildBundles } from '../../src/bundle/build-bundles.ts';
import type { BuildRequest, BuildWorld, Built } from '../../src/bundle/build-request.ts';
import { planBundles, type PlanInput } from '../../src/bundle/plan-bundles.ts';
import { fieldNamesZh } from '../../src/report/zh/format-names-zh.ts';

export const clause: Clause = { notice: 'test', section: '一' };
export const ORG = '马克思主义学院党委';

export function day(text = '2020-07-15'): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(`no such day: ${text}`);
  return date;
}

const FORMATS: Readonly<Record<string, readonly [Format, Role]>> = {
  docx: ['docx', 'text'],
  jpg: ['jpg', 'photo'],
  jpeg: ['jpg', 'photo'],
  JPG: ['jpg', 'photo'],
  pdf: ['pdf', 'scan'],
  mp4: ['mp4', 'video'],
  srt: ['srt', 'subtitles'],
  mp3: ['mp3', 'audio'],
};

/** Role and format by extension, unless said. */
export function part(file: string, more: Partial<Part> = {}): Part {
  const extension = file.slice(file.lastIndexOf('.') + 1);
  const [format, role] = FORMATS[extension] ?? ['unknown', 'other'];
  return { path: file, bytes: 1, role, facts: { format, integrity: { state: 'whole' } }, ...more };
}

export function item(title: string, files: readonly (string | Part)[], more: Partial<Item> = {}): Item {
  const folder = `战疫故事汇/${title}`;
  const parts = files.map((file) => (typeof file === 'string' ? part(`${folder}/${file}`) : file));
  return { category: 'story', title, path: folder, parts, ...more };
}

export const organisation: Route = {
  id: 'organisation',
  name: '组织部邮箱',
  mail: { to: 'a@example.cn', subject: '{bundle}', attach: 'bundle', clause },
  steps: [],
};
export const storyForm: FormSpec = { id: 'story-form', name: '“战疫故事汇”推荐表', aliases: [], clause };

export function category(own: Partial<Category> = {}): Category {
  const empty = {
    parts: [],
    quota: [],
    perPerson: [],
    workSize: [],
    choices: [],
    info: [],
    forms: [],
    deadlines: [],
    attestations: [],
    steps: [],
    aliases: [],
  };
  const naming = { pattern: '{org}+{category}+{date}', date: 'yyyyMMdd' };
  return {
    id: 'story',
    name: '战疫故事汇',
    accepts: ['text', 'photo', 'video', 'scan'],
    media: {},
    routes: ['organisation'],
    naming: { value: naming, level: 'must', clause },
    ...empty,
    ...own,
  };
}

export function pattern(text: string): Partial<Category> {
  return { naming: { value: { pattern: text, date: 'yyyyMMdd' }, level: 'must', clause } };
}

export function notice(categories: readonly Category[], routes: readonly Route[] = [organisation]): Notice {
  const rest = {
    year: 2020,
    lineage: ['test'],
    media: {},
    quotas: [],
    perPerson: [],
    attestations: [],
    steps: [],
  };
  return { id: 'test', title: '测试通知', categories, forms: [storyForm], routes, ...rest };
}

export function input(items: readonly Item[], more: Partial<PlanInput> = {}): PlanInput {
  return {
    notice: notice([category()]),
    materials: { items, strays: [] },
    org: ORG,
    date: day(),
    fieldNames: fieldNamesZh,
    fillable: [],
    aboutOf: ({ code }) => code,
    checks: [],
    ...more,
  };
}

export function planned(given: PlanInput): BundlePlan {
  const result = planBundles(given);
  if (result.kind !== 'plan') throw new Error(JSON.stringify(result));
  return result.plan;
}

/** Old name → new name of the only bundle. */
export function renamed(given: PlanInput): Readonly<Record<string, string>> {
  const [bundle] = planned(given).bundles;
  const files = bundle?.files.map(({ source, name }) => [path.posix.basename(source), name]) ?? [];
  const forms = bundle?.forms.map(({ form, name }) => [form, name]) ?? [];
  return Object.fromEntries<string>([...files, ...forms].map(([from = '', to = '']) => [from, to]));
}

export function world(more: Partial<BuildWorld> = {}): BuildWorld {
  return { files: nodeFiles, storage: nodeStorage, interrupted: new AbortController().signal, ...more };
}

/** Each work in a zip of its own. */
export const APART: Partial<Category> = {
  packing: { value: { each: { as: 'zip', name: '{title}' } }, level: 'must', clause },
};

/** A request for what lies in a real folder. `own`: what the category asks for besides. */
export async function request(
  root: string,
  names: readonly string[],
  more: Partial<BuildRequest> = {},
  own: Partial<Category> = {},
): Promise<BuildRequest> {
  const materials = path.join(root, 'materials');
  const parts = await Promise.all(
    names.map(async (name) => {
      const relative = `战疫故事汇/作品/${name}`;
      const { bytes } = await nodeFiles.stat(path.join(materials, relative));
      return part(relative, { bytes });
    }),
  );
  const [bundle] = planned(input([item('作品', parts)], { notice: notice([category(own)]) })).bundles;
  if (!bundle) throw new Error('no bundle');
  return {
    bundle,
    materials,
    outbox: path.join(root, 'outbox'),
    made: madeFor(bundle),
    replace: false,
    ...more,
  };
}

export function madeFor(bundle: PlannedBundle): ReadonlyMap<string, Uint8Array> {
  const names = [...bundle.forms.map(({ name }) => name), LIST_NAME];
  return new Map(names.map((name) => [name, Buffer.from(`content of ${name}`.repeat(40))]));
}

export async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8');
}

/** One bundle by itself. */
export async function buildBundle(asked: BuildRequest, where: BuildWorld): Promise<Built> {
  const [built] = await buildBundles([asked], where);
  if (!built) throw new Error('one request, one bundle');
  return built;
}
