import type { Check, Code, Result } from '../model/check.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Decided, Voided } from '../model/decision.ts';
import type { Facts } from '../model/facts.ts';
import type { Role } from '../model/format.ts';
import type { Item, Stray } from '../model/materials.ts';
import type { Level } from '../model/ruled.ts';
import type { Judgement, Language } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';
import { adviceText, sentenceOf, wordsOf } from './check-words.ts';

/** What `check --format json` prints. Keys are only ever added; what does not apply is absent, never null. */
export interface JsonReport {
  readonly schemaVersion: 1;
  readonly verdict: Verdict;
  readonly strict: boolean;
  readonly notice: { readonly id: string; readonly title: string };
  readonly org?: string;
  readonly date: CalendarDate;
  readonly items: readonly JsonItem[];
  /** Stamped scans of 汇总表; absent where there is none. */
  readonly tables?: readonly JsonItem[];
  readonly strays: readonly Stray[];
  readonly checks: readonly JsonCheck[];
  readonly counts: Readonly<Record<Result, number>>;
}

export interface JsonItem {
  /** Category id; absent where it could not be told. */
  readonly category?: string;
  readonly title: string;
  readonly path: string;
  readonly parts: readonly {
    readonly path: string;
    readonly role: Role;
    readonly bytes: number;
    readonly facts: Facts;
  }[];
}

export interface JsonCheck {
  readonly code: Code;
  readonly level: Level;
  readonly result: Result;
  /** Relative to the materials folder; absent where it is about an item, a category or the whole. */
  readonly path?: string;
  /** `path` of the item it is about, or that its file belongs to. */
  readonly item?: string;
  readonly category?: string;
  readonly required?: string;
  readonly actual?: string;
  readonly clause?: string;
  readonly message: string;
  readonly advice?: string;
  readonly because?: Code;
  readonly consequence?: string;
  /** A person's word, which has settled the result. */
  readonly decision?: Decided;
  /** A person's word that no longer counts. */
  readonly voided?: Voided;
}

export function toJsonReport(judgement: Judgement, language: Language): JsonReport {
  const { verdict, strict, notice, org, date, materials, checks, counts } = judgement;
  return {
    schemaVersion: 1,
    verdict,
    strict,
    notice: { id: notice.id, title: notice.title },
    ...(org !== undefined && { org }),
    date,
    items: materials.items.map(toJsonItem),
    ...(materials.tables && { tables: materials.tables.map(toJsonItem) }),
    strays: materials.strays,
    checks: checks.map((check) => toJsonCheck(check, language)),
    counts: { pass: counts.pass, fail: counts.fail, unknown: counts.unknown, skip: counts.skip },
  };
}

/**
 * The report as text. JSON leaves DEL, C1 and bidi controls in names as they are, and terminals obey them: here they
 * are written as \u escapes, which read back the same.
 */
export function printJson(report: object): string {
  const json = JSON.stringify(report, undefined, 2);
  return `${json.replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escapeUnits)}\n`;
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }).join('');
}

function toJsonItem({ category, title, path, parts }: Item): JsonItem {
  return {
    ...(category !== undefined && { category }),
    title,
    path,
    parts: parts.map(({ path: partPath, role, bytes, facts }) => ({
      path: partPath,
      role,
      bytes,
      facts: told(facts),
    })),
  };
}

/** A text without the beginnings of its paragraphs: nobody needs it twice. */
function told({ text, ...facts }: Facts): Facts {
  if (!text) return facts;
  const { words, lines, pictures, contact, opening, pages } = text;
  const optional = { ...(lines !== undefined && { lines }), ...(pages !== undefined && { pages }) };
  return { ...facts, text: { words, pictures, contact, opening, ...optional } };
}

export function toJsonCheck(check: Check, language: Language): JsonCheck {
  const { code, level, result, subject, because, decision, voided } = check;
  const words = wordsOf(check, language);
  const { required, actual, clause, advice, consequence } = words;
  return {
    code,
    level,
    result,
    ...(subject.path !== undefined && { path: subject.path }),
    ...(subject.item !== undefined && { item: subject.item }),
    ...(subject.category !== undefined && { category: subject.category }),
    ...(required !== undefined && { required }),
    ...(actual !== undefined && { actual }),
    ...(clause !== undefined && { clause }),
    message: sentenceOf(words, code, result, language),
    ...(advice && { advice: adviceText(advice, language) }),
    ...(because && { because }),
    ...(consequence !== undefined && { consequence }),
    ...(decision && { decision }),
    ...(voided && { voided }),
  };
}
