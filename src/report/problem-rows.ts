import { baseName } from '../model/file-name.ts';
import type { Check } from '../model/check.ts';
import type { Judgement, Language } from '../model/report.ts';
import { bareAdviceOf, wordsOf } from './check-words.ts';
import { decidedAbout } from './decision-words.ts';
import { showName, visible } from './show-name.ts';
import { gatherFindings, KINDS, type Finding, type Kind } from './terminal/finding.ts';
import { pathWithin } from './terminal/path-within.ts';

/** One thing to mend or to look at, of one file or of several alike. */
export interface ProblemRow {
  readonly kind: Exclude<Kind, 'note'>;
  /** Names as seen from the work's folder; empty: the whole work, category or folder. */
  readonly files: readonly string[];
  readonly what: string;
  readonly required?: string;
  readonly actual?: string;
  readonly advice: string;
}

export interface ProblemGroup {
  /** Of a work; a category's own troubles have none, those of the whole folder neither. */
  readonly item?: string;
  /** Category id. */
  readonly category?: string;
  /** What must be mended first, then what waits, then what is advised. */
  readonly rows: readonly ProblemRow[];
}

/** Everything that someone has to do something about, work by work; the gravest first. */
export function problemGroups(judgement: Judgement, language: Language): readonly ProblemGroup[] {
  const findings = [...gatherFindings(judgement, language), ...attestations(judgement, language)].filter(
    isToDo,
  );
  const groups = new Map<
    string,
    { readonly item?: string; readonly category?: string; readonly rows: ProblemRow[] }
  >();
  for (const item of judgement.materials.items) groups.set(item.path, { ...pick(item), rows: [] });
  for (const finding of findings) {
    const { check, item } = finding;
    const key = item?.path ?? `\n${check.subject.category ?? ''}`;
    const { category } = check.subject;
    const group = groups.get(key) ?? { ...(category !== undefined && { category }), rows: [] };
    groups.set(key, group);
    addRow(group.rows, rowOf(finding, language));
  }
  return [...groups.values()]
    .filter(({ rows }) => rows.length > 0)
    .map((group) => ({ ...group, rows: group.rows.sort(byKind) }))
    .sort((one, other) => gravity(one) - gravity(other));
}

function pick({ path, category }: Judgement['materials']['items'][number]) {
  return { item: path, ...(category !== undefined && { category }) };
}

/** What packing mends by itself is nobody's work. */
function isToDo({ kind, check }: Finding): boolean {
  return kind !== 'note' && !(check.code === 'name.file' && check.args.problem?.kind === 'pattern');
}

/** The report tells them in a place of their own. */
function attestations({ checks }: Judgement, language: Language): readonly Finding[] {
  return checks
    .filter(({ code, result }) => code === 'attest' && result === 'unknown')
    .map((check) => ({
      check,
      kind: 'unknown',
      words: wordsOf(check, language),
      unjudged: [],
      alsoFailed: [],
    }));
}

function rowOf({ check, kind, words, item }: Finding, language: Language): ProblemRow {
  const { title, statement, required, actual, voided } = words;
  const own = check.code === 'attest' || check.code === 'manual';
  const colon = language === 'zh' ? '：' : ': ';
  const about = own && check.decision ? decidedAbout(check, language) : title;
  const said = own && !check.decision ? statement : `${about}${colon}${statement}`;
  const { path } = check.subject;
  return {
    kind: kind === 'note' ? 'remind' : kind,
    files: path === undefined ? [] : [showName(item ? pathWithin(item.path, path) : baseName(path))],
    what: voided === undefined ? said : `${said}${language === 'zh' ? '；' : '; '}${voided}`,
    ...(required !== undefined && !own && !said.includes(required) && { required }),
    ...(actual !== undefined && !own && { actual }),
    advice: adviceText(check, language),
  };
}

/** Without commands, which nobody copies off a page: the half sentence that leads to one goes with it. */
function adviceText(check: Check, language: Language): string {
  const advice = bareAdviceOf(check, language);
  if (!advice) return '';
  const { text, command } = advice;
  return visible(command === undefined ? text : text.replace(/[。，；.,;][^。，；.,;]*$/u, ''));
}

/** What is wrong with several files alike is said once. */
function addRow(rows: ProblemRow[], row: ProblemRow): void {
  const at = rows.findIndex((other) => alike(other, row));
  const same = rows[at];
  if (same && row.files.length > 0) rows[at] = { ...same, files: [...same.files, ...row.files] };
  else rows.push(row);
}

function alike(one: ProblemRow, other: ProblemRow): boolean {
  return (
    one.kind === other.kind &&
    one.what === other.what &&
    one.required === other.required &&
    one.actual === other.actual &&
    one.advice === other.advice &&
    one.files.length > 0
  );
}

/** Works with something that must be mended come first. */
function gravity({ rows }: ProblemGroup): number {
  return Math.min(...rows.map(({ kind }) => KINDS.indexOf(kind)));
}

function byKind(one: ProblemRow, other: ProblemRow): number {
  return KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);
}
