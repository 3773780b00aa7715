import type { FormAliases, FormField } from '../model/form.ts';
import { FIELD_ENTRIES, PERSON_PREFIXES, type FieldEntry } from './field-dictionary.ts';
import { foldLabel, type PrintedLabel } from './fold-label.ts';
import { RARE_ENTRIES } from './rare-fields.ts';

export interface MatchedLabel extends PrintedLabel {
  readonly field?: FormField;
  readonly also?: readonly FormField[];
  readonly about?: FieldEntry['about'];
  readonly weak?: boolean;
  /** The label itself names the person (联系人电话). */
  readonly owner?: string;
}

interface Meaning {
  readonly field: FormField;
  readonly about: FieldEntry['about'];
  readonly weak: boolean;
  readonly owner?: string;
}

/** What the labels of a form mean. */
export interface LabelBook {
  match(printed: string): MatchedLabel;
  /** A placeholder's name: an id or a label. */
  fieldNamed(name: string): FormField | undefined;
  /** The usual label of a field by its id; what is no id is a label already. */
  labelOf(name: string): string;
}

const ENTRIES = [...FIELD_ENTRIES, ...RARE_ENTRIES];

export function openLabelBook(aliases: FormAliases = {}): LabelBook {
  const meanings = new Map<string, Meaning>();
  const ids = new Set<string>();
  for (const { field, about, labels, weak = [] } of ENTRIES) {
    ids.add(field);
    for (const label of labels) meanings.set(key(label), { field, about, weak: false });
    for (const label of weak) meanings.set(key(label), { field, about, weak: true });
  }
  for (const [name, labels] of Object.entries(aliases)) {
    const field = ids.has(name) ? name : (meanings.get(key(foldLabel(name).folded))?.field ?? name);
    ids.add(field);
    const about = ENTRIES.find((entry) => entry.field === field)?.about ?? 'work';
    for (const label of labels) meanings.set(key(foldLabel(label).folded), { field, about, weak: false });
  }
  const byId = new Map([...ids].map((id) => [key(id), id]));
  return {
    match: (printed) => matchPrinted(meanings, printed),
    fieldNamed: (name) => {
      const found = lookUp(meanings, foldLabel(name).folded);
      const ours = found?.owner === undefined || found.owner === 'contact';
      return byId.get(key(name).replaceAll('_', '')) ?? (ours ? found?.field : undefined);
    },
    labelOf: (name) => ENTRIES.find(({ field }) => field === name)?.labels[0] ?? name,
  };
}

function key(label: string): string {
  return label.normalize('NFKC').toLowerCase();
}

function matchPrinted(meanings: ReadonlyMap<string, Meaning>, printed: string): MatchedLabel {
  const label = foldLabel(printed);
  // 作品（案例）名称 is read without its brackets first, then with them.
  const whole = printed.normalize('NFKC').replace(/[\s()[\]【】:]/g, '');
  const found = lookUp(meanings, label.folded) ?? lookUp(meanings, whole) ?? several(meanings, label.folded);
  return found ? { ...label, ...found } : label;
}

function lookUp(meanings: ReadonlyMap<string, Meaning>, folded: string): Meaning | undefined {
  const direct = meanings.get(key(folded));
  if (direct) return direct;
  const prefix = PERSON_PREFIXES.find(([word]) => folded.startsWith(word));
  if (!prefix) return undefined;
  const rest = meanings.get(key(folded.slice(prefix[0].length).replace(/^的/, '')));
  return rest?.about === 'person' ? { ...rest, owner: prefix[1] } : undefined;
}

/** 联系人及电话, 姓名/职务: every part must be known. */
function several(
  meanings: ReadonlyMap<string, Meaning>,
  folded: string,
): (Meaning & { readonly also: readonly FormField[] }) | undefined {
  const parts = folded.split(/[及和与、/／]/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 4) return undefined;
  const found = parts.map((part) => lookUp(meanings, part));
  const [first] = found;
  if (!first || found.some((meaning) => !meaning)) return undefined;
  return { ...first, also: found.slice(1).flatMap((meaning) => (meaning ? [meaning.field] : [])) };
}
