import { DRAFT_WORDS } from '../../model/draft-mark.ts';
import type { Role } from '../../model/format.ts';
import { categoriesBefore } from './by-category.ts';
import type { Collected } from './collect-rules.ts';
import type { DraftRule } from './draft-rule.ts';
import { formsOf } from './draft-forms.ts';
import { DraftTree } from './draft-tree.ts';
import { categoryIds, type FoundCategories } from './find-categories.ts';
import { yamlOf } from './finding.ts';
import { isListed, pathOf } from './fits-schema.ts';
import type { HeadingFacts } from './heading-facts.ts';
import { asksForAction } from './read-hand.ts';
import type { Sentence } from './sentence.ts';

export interface DraftParts {
  /** Name of the file it was read from. */
  readonly shown: string;
  readonly heading: HeadingFacts;
  readonly categories: FoundCategories;
  readonly collected: Collected;
}

/** The draft as YAML; every rule below a comment with its sentence, everything else as a step or a comment. */
export function writeDraft({ shown, heading, categories, collected }: DraftParts): string {
  const names = categories.list.length > 0 ? categories.list : [{ name: '作品', sentence: undefined }];
  const ids = categoryIds(names.map(({ name }) => name));
  const mailboxes = [
    ...new Set(
      collected.rules.flatMap(({ target, value }) => (target.kind === 'mailbox' ? [yamlOf(value)] : [])),
    ),
  ];
  const single = names.length === 1;
  const general = collected.rules.filter(({ scope }) => scope === undefined);
  const tree = new DraftTree();
  for (const rule of general.filter(({ target }) => isGeneral(target))) addRule(tree, rule, undefined);
  const chosen = names.map((_, index) => routeOf(index, collected, mailboxes, names));
  const isSettled = chosen.every((route) => route !== undefined);
  addRoutes(tree, collected, mailboxes, isSettled ? 0 : names.length);
  const forms = formsOf(
    collected.rules,
    names.map(({ name }) => name),
  );
  for (const { name, yaml, rules } of forms)
    tree.add(['forms', name], yaml, [
      ...rules.map(({ sentence }) => source(sentence)),
      `# ${DRAFT_WORDS.unsure}：有空白表的（Word），加上 template: ./${name}.docx，打包时填好`,
    ]);
  for (const [index, { name, sentence }] of names.entries()) {
    const id = ids[index] ?? name;
    const at = ['categories', id];
    tree.add([...at, 'name'], JSON.stringify(name), [
      sentence ? source(sentence) : `# ${DRAFT_WORDS.unsure}：没有认出类别，先写成一类`,
    ]);
    tree.add([...at, 'accepts'], `[${acceptedBy(single ? undefined : index, collected).join(', ')}]`, [
      `# ${DRAFT_WORDS.unsure}：收哪几种文件，是按文中提到的写的`,
    ]);
    const own = collected.rules.filter(({ scope }) => scope !== undefined && scope === index);
    const shared = general.filter(({ target }) => !isGeneral(target) && target.kind !== 'step');
    for (const rule of [...own, ...shared]) addRule(tree, rule, id);
    const asked = forms.filter(({ of }) => of?.includes(index) ?? true);
    if (asked.length > 0)
      tree.add([...at, 'forms'], `[${asked.map(({ name: form }) => form).join(', ')}]`, []);
    const route = chosen[index];
    if (route) tree.add([...at, 'route'], route.id, route.comments);
  }
  for (const rule of general.filter(({ target }) => target.kind === 'step')) addRule(tree, rule, undefined);
  const steps = collected.unread.filter(({ plain, heading: short }) => !short && asksForAction(plain));
  for (const sentence of steps) {
    const comment = `# ${DRAFT_WORDS.unread}：${quote(sentence)}`;
    tree.push(['steps'], JSON.stringify(oneLine(sentence.text)), [comment]);
  }
  return [
    ...headLines(shown, heading),
    ...withoutRepeats(tree.lines()),
    ...doubtLines(collected),
    ...unreadLines(collected.unread.filter((sentence) => !steps.includes(sentence))),
    '',
  ].join('\n');
}

/** Of one sentence there may be many rules: it is quoted above the first of them. */
function withoutRepeats(lines: readonly string[]): readonly string[] {
  let last = '';
  return lines.map((line) => {
    const [, indent = '', said] = /^(\s*)(# \S+：段落 .*)$/.exec(line) ?? [];
    if (said === undefined) return line;
    const isSame = said === last;
    last = said;
    return isSame ? `${indent}# ${DRAFT_WORDS.source}：同上` : line;
  });
}

function headLines(
  shown: string,
  { title, titleFrom, issuer, year, yearFrom }: HeadingFacts,
): readonly string[] {
  return [
    `# 草稿：读自 ${oneLine(shown)}，未经核对。`,
    '# 每条要求上面是它出自的那一句；拿不准的在“待定”里，没有读懂的在最后，都要看一遍。',
    '# 核对好了，删去下面 draft 一行，通知才生效。',
    'draft: true',
    ...(titleFrom ? [source(titleFrom)] : []),
    `title: ${JSON.stringify(title === '' ? '（没有标题）' : title)}`,
    ...(issuer === undefined ? [] : [`issuer: ${JSON.stringify(issuer)}`]),
    yearFrom ? source(yearFrom) : `# ${DRAFT_WORDS.unsure}：文中没有写年份`,
    `year: ${year}`,
  ];
}

/** What holds for all categories without being written in each of them. */
const GENERAL: ReadonlySet<DraftRule['target']['kind']> = new Set([
  'media',
  'work-size',
  'layout',
  'together',
  'naming',
  'packing',
  'attestation',
]);

function isGeneral({ kind }: DraftRule['target']): boolean {
  return GENERAL.has(kind);
}

function addRule(
  tree: DraftTree,
  { target, value, sentence, note }: DraftRule,
  category: string | undefined,
): void {
  if (target.kind === 'mailbox' || target.kind === 'subject' || target.kind === 'form') return;
  const comment = [source(sentence, note)];
  const path = pathOf(target, category);
  if (target.kind === 'attestation')
    tree.push(
      path,
      yamlOf(value).replace(/^\{ id: ([\w-]+)/, (_, id: string) => `{ id: ${tree.fresh(id)}`),
      comment,
    );
  else if (isListed(target)) tree.push(path, yamlOf(value), comment);
  else tree.add(path, yamlOf(value), comment);
}

/** The only mailbox; of several the one that is named for this category alone, or beside it. */
function routeOf(
  index: number,
  { rules }: Collected,
  mailboxes: readonly string[],
  names: readonly { readonly name: string }[],
): { readonly id: string; readonly comments: readonly string[] } | undefined {
  if (mailboxes.length === 1) return { id: 'mailbox', comments: [] };
  const words = names.map(({ name }) => name);
  const meant = rules.filter(
    ({ target, value, sentence, scope }) =>
      target.kind === 'mailbox' &&
      (scope === index ||
        (scope === undefined && categoriesBefore(yamlOf(value), sentence, words).includes(index))),
  );
  const [only, ...others] = meant;
  if (!only || others.some(({ value }) => yamlOf(value) !== yamlOf(only.value))) return undefined;
  return {
    id: `mailbox-${mailboxes.indexOf(yamlOf(only.value)) + 1}`,
    comments: [source(only.sentence)],
  };
}

/** `open`: categories of which nobody said where they go. */
function addRoutes(tree: DraftTree, { rules }: Collected, mailboxes: readonly string[], open: number): void {
  const subject = rules.find(({ target }) => target.kind === 'subject');
  for (const [index, address] of mailboxes.entries()) {
    const id = mailboxes.length === 1 ? 'mailbox' : `mailbox-${index + 1}`;
    const from = rules.find(({ target, value }) => target.kind === 'mailbox' && yamlOf(value) === address);
    const several =
      mailboxes.length > 1 && open > 0
        ? [
            `# ${DRAFT_WORDS.unsure}：有几个邮箱，在类别里用 route: ${id} 写明哪一类报到哪一个（共 ${open} 类）`,
          ]
        : [];
    const own =
      subject && index === 0 ? `{ to: ${address}, subject: ${yamlOf(subject.value)} }` : `{ to: ${address} }`;
    const comments = [
      ...(from ? [source(from.sentence)] : []),
      ...(subject && index === 0 ? [source(subject.sentence, subject.note)] : []),
    ];
    tree.add(['routes', id, 'mail'], own, [...comments, ...several]);
  }
}

const ANY: readonly Role[] = ['text', 'photo', 'video', 'audio', 'scan'];

function acceptedBy(scope: number | undefined, { roles, rules }: Collected): readonly Role[] {
  const own =
    scope === undefined ? [...roles.values()].flatMap((set) => [...set]) : [...(roles.get(scope) ?? [])];
  const named = [...own, ...(own.length === 0 ? (roles.get(undefined) ?? []) : [])];
  const ruled = rules.flatMap(({ target, scope: of }) =>
    target.kind === 'media' && (scope === undefined || of === scope) ? [target.role] : [],
  );
  const found = [...new Set([...named, ...ruled])].filter((role) => role !== 'form');
  return found.length > 0 ? found : ANY;
}

function doubtLines({ doubts }: Collected): readonly string[] {
  if (doubts.length === 0) return [];
  return [
    '',
    '# ── 待定：选一种读法，写到上面去 ──',
    ...doubts.flatMap(({ sentence, note, readings }) => [
      `# ${DRAFT_WORDS.unsure}：${quote(sentence)}（${oneLine(note)}）`,
      ...readings.map((reading, index) => `#   ${index === 0 ? '可写' : '或写'} ${oneLine(reading)}`),
    ]),
  ];
}

function unreadLines(unread: readonly Sentence[]): readonly string[] {
  if (unread.length === 0) return [];
  return [
    '',
    '# ── 没有读懂的句子：是要求的，写成 steps 或规则 ──',
    ...unread.map((sentence) =>
      sentence.heading ? `# 标题：${quote(sentence)}` : `# ${DRAFT_WORDS.unread}：${quote(sentence)}`,
    ),
  ];
}

function source(sentence: Sentence, note?: string): string {
  return `# ${DRAFT_WORDS.source}：${quote(sentence)}${note === undefined ? '' : `（${oneLine(note)}）`}`;
}

function quote({ paragraph, text }: Sentence): string {
  return `段落 ${paragraph}：“${oneLine(text)}”`;
}

/** In a comment a line end would end it. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
}
