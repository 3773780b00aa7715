import type { Check } from '../../model/check.ts';
import type { Item, Part } from '../../model/materials.ts';
import type { Judgement, Language } from '../../model/report.ts';
import { gatherFindings, type Finding } from '../terminal/finding.ts';
import { isAboutSchedule, isAboutWhole, strangers } from '../terminal/render-text.ts';
import type { Group } from './html-labels.ts';

/** The judgement in the order of the page: category → work → file. */
export interface Arranged {
  readonly findings: readonly Finding[];
  /** About due dates and numbers of works; told beside the schedule. */
  readonly timely: readonly Finding[];
  /** About the folder as a whole, or about things in it that are no material. */
  readonly whole: readonly Finding[];
  readonly sections: readonly CategoryView[];
}

export interface CategoryView {
  /** Undefined: what no category could be found for. */
  readonly id: string | undefined;
  readonly findings: readonly Finding[];
  readonly works: readonly WorkView[];
  /** Stamped 汇总表, laid out as works are, and counted as none. */
  readonly tables: readonly WorkView[];
}

export interface WorkView extends Told {
  readonly item: Item;
  readonly files: readonly FileView[];
}

export interface FileView extends Told {
  readonly part: Part;
  /** Of its place in the page. */
  readonly anchor: string;
}

export interface Told {
  readonly findings: readonly Finding[];
  /** Settled by a person's word: never to be taken for an ordinary pass. */
  readonly decided: readonly Check[];
  /** Passed without a remark, or not applicable. */
  readonly passed: readonly Check[];
}

export function arrangeReport(judgement: Judgement, language: Language): Arranged {
  const findings = gatherFindings(judgement, language);
  const timely = findings.filter(({ check }) => isAboutSchedule(check.code));
  const others = findings.filter((finding) => !timely.includes(finding));
  const shelf = createShelf(judgement, others);
  const whole = others.filter(isAboutWhole);
  const placed = new Set(whole);
  const ids = [...judgement.notice.categories.map(({ id }) => id), ...strangers(judgement), undefined];
  const sections = ids.flatMap((id): CategoryView[] => {
    const viewsOf = (items: readonly Item[]) =>
      items.filter((item) => item.category === id).map((item) => workView(item, shelf));
    const works = viewsOf(judgement.materials.items);
    const tables = viewsOf(judgement.materials.tables ?? []);
    for (const work of [...works, ...tables]) {
      for (const { findings: told } of [work, ...work.files]) for (const one of told) placed.add(one);
    }
    const own = others.filter(
      (finding) =>
        !placed.has(finding) &&
        (finding.item ? finding.item.category : finding.check.subject.category) === id,
    );
    const isEmpty = works.length + tables.length + own.length === 0;
    return isEmpty ? [] : [{ id, findings: own, works, tables }];
  });
  return { findings, timely, whole, sections };
}

interface Shelf {
  of(subject: string): Told;
  anchorOf(path: string): string;
}

/** Findings and passed checks by the file, or by the work where they are of no single file. */
function createShelf({ checks, materials }: Judgement, findings: readonly Finding[]): Shelf {
  const told = groupBy(findings, ({ check }) => keyOf(check));
  const passed = groupBy(
    checks.filter(({ result }) => result === 'pass' || result === 'skip'),
    keyOf,
  );
  const noted = new Set(findings.map(({ check }) => check));
  const anchors = new Map(
    [...materials.items, ...(materials.tables ?? [])]
      .flatMap(({ parts }) => parts)
      .map(({ path }, index) => [path, `file-${index + 1}`] as const),
  );
  return {
    of: (subject) => {
      const good = (passed.get(subject) ?? []).filter((check) => !noted.has(check));
      return {
        findings: told.get(subject) ?? [],
        decided: good.filter(({ decision }) => decision !== undefined),
        passed: good.filter(({ decision }) => decision === undefined),
      };
    },
    anchorOf: (path) => anchors.get(path) ?? 'results',
  };
}

function keyOf({ subject }: Check): string {
  if (subject.path !== undefined) return fileKey(subject.path);
  return subject.item === undefined ? '' : workKey(subject.item);
}

function fileKey(path: string): string {
  return `file\n${path}`;
}

function workKey(path: string): string {
  return `work\n${path}`;
}

function workView(item: Item, shelf: Shelf): WorkView {
  // A remark about 作品信息.yaml is about a file that is no part of the work.
  const info = item.info?.path ?? item.infoProblem?.path;
  const extra = info === undefined ? { findings: [], decided: [], passed: [] } : shelf.of(fileKey(info));
  const own = shelf.of(workKey(item.path));
  return {
    item,
    findings: [...own.findings, ...extra.findings],
    decided: [...own.decided, ...extra.decided],
    passed: [...own.passed, ...extra.passed],
    files: item.parts.map((part) => ({
      part,
      anchor: shelf.anchorOf(part.path),
      ...shelf.of(fileKey(part.path)),
    })),
  };
}

export function groupOf({ kind }: Finding): Group {
  return kind === 'fail' || kind === 'unknown' ? kind : 'advice';
}

/** The gravest of them; passed where nothing is told. */
export function gravest(findings: readonly Finding[]): Group {
  const groups = new Set(findings.map(groupOf));
  return (['fail', 'unknown', 'advice'] as const).find((group) => groups.has(group)) ?? 'pass';
}

function groupBy<T>(list: readonly T[], keyFor: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyFor(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
