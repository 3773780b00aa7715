import type { FormSlot } from '../model/form.ts';
import type { Category, FormSpec, InfoRule, Notice } from '../model/notice.ts';
import type { ItemField } from '../model/project.ts';
import { detailsToSay, fieldOfVariable } from '../model/work-details.ts';
import type { Language } from '../model/report.ts';
import { formatCount } from '../report/format-range.ts';
import type { System } from '../system/system.ts';
import { INFO_KEYS, KEY_OF_FIELD, NOT_ASKED } from './info-keys.ts';
import { locateBlank } from './locate-blank.ts';
import { preparedSlots } from './prepared-forms.ts';

/** What a person has to say about a work of this category: for the notice, for the forms that are filled here and for 汇总表. */
export async function itemFields(
  category: Category,
  notice: Notice,
  language: Language,
  system: System,
): Promise<readonly ItemField[]> {
  const asked = category.info.map(({ value }) => fieldOfRule(value, language));
  const forms = notice.forms.filter(({ id }) => category.forms.some(({ value }) => value === id));
  const ofForms = await Promise.all(forms.map((form) => blankFields(form, language, system)));
  const { summary } = category;
  const ofTable = summary ? (await import('./summary-fields.ts')).summaryFields(summary.value, language) : [];
  const byKey = new Map<string, ItemField>();
  for (const field of [...asked, ...detailsOfNames(category, notice), ...ofForms.flat(), ...ofTable])
    if (!byKey.has(field.key)) byKey.set(field.key, field);
  return [...byKey.values()];
}

/** What names and subjects are made of, but the title, which every work has. */
function detailsOfNames({ naming, packing, routes }: Category, notice: Notice): readonly ItemField[] {
  const { name = '', each } = packing?.value ?? {};
  const ways = notice.routes.filter(({ id }) => routes.includes(id));
  const patterns = [
    ...[naming?.value.pattern ?? '', name, each?.name ?? ''],
    ...ways.flatMap(({ mail, label }) => [mail?.subject ?? '', ...(mail?.body ?? []), label ?? '']),
  ];
  return patterns.flatMap(detailsToSay).map((variable) => {
    const field = fieldOfVariable(variable);
    return { key: field ? INFO_KEYS[field] : variable };
  });
}

function fieldOfRule({ field, count, oneOf }: InfoRule, language: Language): ItemField {
  const zh = language === 'zh';
  const counted =
    count &&
    `${formatCount(count, language, zh ? '个' : 'entry')}${zh ? '，用顿号（、）隔开' : ', parted by 、'}`;
  const named = oneOf && `${zh ? '可选：' : 'one of: '}${oneOf.join(zh ? '；' : '; ')}`;
  const hint = [counted, named].filter((part) => part !== undefined).join(zh ? '；' : '; ');
  return { key: INFO_KEYS[field], ...(hint !== '' && { hint: oneLine(hint) }) };
}

const MOST_BYTES = 20 * 1024 * 1024;

/** None where there is no blank, or none that can be read here and now: packing tells what it lacks. */
async function blankFields(
  form: FormSpec,
  language: Language,
  system: System,
): Promise<readonly ItemField[]> {
  const file = locateBlank(form, system);
  if (!/\.docx$/i.test(file) || !(await system.files.exists(file))) return [];
  const bytes = await system.files.readWhole(file, MOST_BYTES);
  const slots = (await preparedSlots(bytes, system)) ?? (await inspectSlots(bytes));
  return slotFields(slots, language);
}

async function inspectSlots(bytes: Uint8Array): Promise<readonly FormSlot[]> {
  const { inspectForm } = await import('../forms/inspect-form.ts');
  const inspected = await inspectForm(bytes);
  return inspected.kind === 'form' ? inspected.slots : [];
}

const LABEL = /^[\p{L}\p{N}（）()、·/]+$/u;
const MOST_LABEL = 40;

function slotFields(slots: readonly FormSlot[], language: Language): readonly ItemField[] {
  return slots.flatMap((slot) => {
    const { label, field, kept, doubt, limit, options } = slot;
    if (kept !== undefined || doubt !== undefined || field === undefined || NOT_ASKED.has(field)) return [];
    const key = KEY_OF_FIELD.get(field) ?? label;
    // A label that YAML would read otherwise, or that is no label at all, is asked for when packing.
    if (!LABEL.test(key) || key.length > MOST_LABEL) return [];
    const zh = language === 'zh';
    const words = limit === undefined ? undefined : zh ? `${limit} 字以内` : `at most ${limit} characters`;
    const choice = options && `${zh ? '可选：' : 'one of: '}${options.join(zh ? '；' : '; ')}`;
    const none = field === 'awards' ? (zh ? '没有就写 无' : 'write 无 where there is none') : undefined;
    const hint = [words, choice, none].filter((part) => part !== undefined).join(zh ? '；' : '; ');
    return [{ key, ...(hint !== '' && { hint: oneLine(hint) }) }];
  });
}

/** A hint is a comment: it must not go on in the next line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
