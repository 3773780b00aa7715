import type { Role } from '../../model/format.ts';
import { quotasByCategory, quotaTogether } from './by-category.ts';
import { assignment, type Doubt, type DraftRule } from './draft-rule.ts';
import { isCertain, type Finding, type Target, type Value } from './finding.ts';
import { categoryIds, type FoundCategories } from './find-categories.ts';
import { fitsSchema } from './fits-schema.ts';
import { readSentence } from './read-sentence.ts';
import { partContradictions } from './part-contradictions.ts';
import { rolesIn } from './roles-in.ts';
import type { Sentence } from './sentence.ts';

export interface Collected {
  readonly rules: readonly DraftRule[];
  readonly doubts: readonly Doubt[];
  readonly unread: readonly Sentence[];
  /** Kinds of file that the words of each category name; `undefined`: outside of all. */
  readonly roles: ReadonlyMap<number | undefined, ReadonlySet<Role>>;
}

/** What every sentence asks; rules that contradict one another are doubts. */
export function collectRules(
  sentences: readonly Sentence[],
  categories: FoundCategories,
  taken: ReadonlySet<Sentence>,
  { year, title }: { readonly year: number; readonly title: string },
): Collected {
  const titled = ofTitle(title);
  const fits = remembering(year);
  const rules: DraftRule[] = [];
  const doubts: Doubt[] = [];
  const unread: Sentence[] = [];
  const roles = new Map<number | undefined, Set<Role>>();
  const names = categories.list.map(({ name }) => name);
  const quotas = new Map<Sentence, readonly DraftRule[] | undefined>();
  const byCategory = (sentence: Sentence) => {
    if (!quotas.has(sentence)) quotas.set(sentence, quotaRules(sentence, names, fits));
    return quotas.get(sentence);
  };
  let paragraph = 0;
  let headed: readonly Role[] = titled;
  let known: readonly Role[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const scope = categories.scopes[index];
    if (sentence.paragraph !== paragraph) known = headed;
    paragraph = sentence.paragraph;
    if (sentence.heading) {
      const own = rolesIn(sentence.plain);
      headed = known = own.length > 0 ? own : titled;
    }
    const read = readSentence(sentence, known, year);
    known = read.roles;
    const several = scope === undefined && categories.list.length > 1 && !EACH_KIND.test(sentence.plain);
    const findings = read.findings
      .map((finding) => (several ? ofAll(finding) : finding))
      .map((finding) => possible(finding, fits));
    const some = findings.filter(({ readings, note }) => readings.length > 0 || note !== undefined);
    for (const finding of some) {
      const [only] = finding.readings;
      const whose = scope === undefined && categories.list.length > 1 && only && isCounted(only.target);
      const each = whose === true && only.target.kind === 'category' ? byCategory(sentence) : undefined;
      const all = whose === true && isCertain(finding) && EACH_KIND.test(sentence.plain);
      if (each) {
        for (const rule of each) if (!rules.includes(rule)) rules.push(rule);
      } else if (all) {
        rules.push(...names.map((_, one): DraftRule => ({ scope: one, ...only, sentence })));
      } else if (whose === true) {
        doubts.push(doubtOf({ ...finding, note: '是每一类，还是各类合计' }, sentence, scope, categories));
      } else if (only && isCertain(finding)) {
        const { note } = finding;
        rules.push({ scope, ...only, sentence, ...(note !== undefined && { note }) });
      } else doubts.push(doubtOf(finding, sentence, scope, categories));
    }
    if (read.left.length > 0)
      doubts.push({
        sentence,
        note: `只读懂一部分，还有：${read.left.join('；').slice(0, 120)}`,
        readings: [],
      });
    if (some.length === 0 && !taken.has(sentence)) unread.push(sentence);
    const own = roles.get(scope) ?? new Set();
    for (const role of rolesIn(sentence.plain)) own.add(role);
    roles.set(scope, own);
  }
  const { kept, contradicting } = partContradictions(rules, categories);
  return { rules: kept, doubts: [...doubts, ...contradicting, ...undated(kept)], unread, roles };
}

/** A day by which forms are due may be that of the works, where no other is named. */
function undated(rules: readonly DraftRule[]): readonly Doubt[] {
  if (rules.some(({ target }) => target.kind === 'category' && target.key === 'deadlines')) return [];
  return rules.flatMap(({ sentence, target }): Doubt[] =>
    target.kind === 'step'
      ? [
          {
            sentence,
            note: '没有另外写作品的截止日期，也许就是这一天',
            readings: [`deadlines: [${target.due}]`],
          },
        ]
      : [],
  );
}

/** 短视频大赛: where nothing else is said, its films are meant. */
function ofTitle(title: string): readonly Role[] {
  const recorded = rolesIn(title).filter((role) => role === 'video' || role === 'photo' || role === 'audio');
  return recorded.length === 1 ? recorded : [];
}

/** Undefined unless every figure is certain, and is said of one category or of several together. */
function quotaRules(
  sentence: Sentence,
  names: readonly string[],
  fits: Fits,
): readonly DraftRule[] | undefined {
  const together = quotaTogether(sentence, names);
  if (together) return togetherRules(together, sentence, names);
  const quotas = quotasByCategory(sentence, names);
  if (!quotas) return undefined;
  const found = [...quotas].map(([scope, finding]) => ({ scope, finding: possible(finding, fits) }));
  if (!found.every(({ finding }) => isCertain(finding))) return undefined;
  const rules = found.flatMap(({ scope, finding: { readings } }) =>
    readings.map((reading): DraftRule => ({ scope, ...reading, sentence })),
  );
  return rules.length > 0 ? rules : undefined;
}

/** Of all categories, it need not name them. */
function togetherRules(
  { of, finding }: NonNullable<ReturnType<typeof quotaTogether>>,
  sentence: Sentence,
  names: readonly string[],
): readonly DraftRule[] | undefined {
  const [reading] = finding.readings;
  if (!reading || !isCertain(finding) || reading.value.kind !== 'range') return undefined;
  const ids = categoryIds(names).filter((_, index) => of.includes(index));
  const value: Value = { ...reading.value, ...(of.length < names.length && { of: ids }) };
  return [{ scope: undefined, target: { kind: 'together' }, value, sentence }];
}

const EACH_KIND = /每(?:个|一)?类/;

/** What one person may send in, said outside of every category, is counted over all. */
function ofAll(finding: Finding): Finding {
  const readings = finding.readings.map((reading) =>
    reading.value.kind === 'range' && reading.value.per !== undefined
      ? { ...reading, target: { kind: 'together' } as const }
      : reading,
  );
  return { ...finding, readings };
}

type Fits = (target: Target, value: Value) => boolean;

/** The same words come again and again. */
function remembering(year: number): Fits {
  const known = new Map<string, boolean>();
  return (target, value) => {
    const key = JSON.stringify([target, value]);
    const fits = known.get(key) ?? fitsSchema(target, value, year);
    known.set(key, fits);
    return fits;
  };
}

/** Where it matters whether it is said of each category or of all together. */
function isCounted(target: Target): boolean {
  return target.kind === 'part' || (target.kind === 'category' && target.key === 'quota');
}

function possible(finding: Finding, fits: Fits): Finding {
  const readings = finding.readings.filter(({ target, value }) => fits(target, value));
  const lost = readings.length < finding.readings.length;
  // What was one of several readings does not become certain by the loss of the others.
  return lost && readings.length === 1 ? { ...finding, readings, unsure: true } : { ...finding, readings };
}

function doubtOf(
  { readings, note }: Finding,
  sentence: Sentence,
  scope: number | undefined,
  categories: FoundCategories,
): Doubt {
  const written = readings.map(({ target, value }) => assignment(target, value, scope, categories));
  return { sentence, note: note ?? '有几种读法', readings: [...new Set(written)] };
}
