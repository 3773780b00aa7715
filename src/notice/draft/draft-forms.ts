import type { DraftRule } from './draft-rule.ts';

/** A form of the draft, under its longest name. */
export interface DraftForm {
  readonly name: string;
  /** The sentences that ask for it. */
  readonly rules: readonly DraftRule[];
  /** What it is, as YAML. */
  readonly yaml: string;
  /** Of these categories alone, by their places; absent: of all. */
  readonly of?: readonly number[];
}

/** One form may be named in several sentences, now in full, now by its last words: 推荐表 for 案例推荐表. */
export function formsOf(rules: readonly DraftRule[], categories: readonly string[]): readonly DraftForm[] {
  const named = rules.flatMap((rule) => (rule.target.kind === 'form' ? [rule.target.name] : []));
  const names = [...new Set(named)].filter(
    (name) => !named.some((one) => one !== name && one.endsWith(name)),
  );
  return names.map((name) => {
    // What is said of 推荐表 is said of every one of them.
    const own = rules.filter(({ target }) => target.kind === 'form' && name.endsWith(target.name));
    const of = categoriesOf(name, own, categories);
    const isAlias = (short: string) => names.filter((one) => one.endsWith(short)).length === 1;
    return { name, rules: own, yaml: yamlOf(name, own, isAlias), ...(of && { of }) };
  });
}

/** Of two forms, a name that ends both of them tells neither apart. */
function yamlOf(name: string, rules: readonly DraftRule[], isAlias: (short: string) => boolean): string {
  const targets = rules.flatMap(({ target }) => (target.kind === 'form' ? [target] : []));
  const annex = targets.find((target) => target.annex !== undefined)?.annex;
  const copies = targets.map((target) => target.copies ?? '').sort((a, b) => b.length - a.length)[0] ?? '';
  const aliases = [...new Set(targets.map((target) => target.name))].filter(
    (one) => one !== name && isAlias(one),
  );
  const said = [
    `name: ${JSON.stringify(name)}`,
    ...(annex === undefined ? [] : [`annex: ${annex}`]),
    ...(aliases.length === 0 ? [] : [`aliases: [${aliases.join(', ')}]`]),
    ...(copies === '' ? [] : [`copies: [${copies}]`]),
  ];
  return `{ ${said.join(', ')} }`;
}

/** Those that it is named after, or in whose paragraphs alone it is asked for. */
function categoriesOf(
  name: string,
  rules: readonly DraftRule[],
  categories: readonly string[],
): readonly number[] | undefined {
  const named = categories.flatMap((category, index) => (name.includes(category) ? [index] : []));
  if (named.length > 0) return named;
  const scopes = rules.map(({ scope }) => scope);
  return scopes.includes(undefined) ? undefined : [...new Set(scopes.flatMap((scope) => scope ?? []))];
}
