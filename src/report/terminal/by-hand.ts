import type { CheckOf } from '../../model/check.ts';
import { clauseText } from '../check-words.ts';
import { voidText } from '../decision-words.ts';
import { visible } from '../show-name.ts';
import { stepDue } from '../step-due.ts';
import type { Layout } from './layout.ts';
import { EMPTY_LINE, paragraph, type Line } from './line.ts';

type HandCheck = CheckOf<'attest'> | CheckOf<'manual'>;

/** One thing a person has to do, with every category it is for. */
export interface Task {
  readonly check: HandCheck;
  readonly categories: string[];
}

/** Confirmations that are still open, and steps that only a person can take, numbered through. */
export function byHand(layout: Layout): readonly Line[] {
  const { labels, columns } = layout;
  const tasks = tasksOf(layout);
  const groups = groupTasks(tasks, layout);
  if (groups.length === 0) return [];
  let number = 0;
  return [
    EMPTY_LINE,
    ...paragraph(labels.byHand, { indent: 0, tone: 'strong', columns }),
    ...groups.flatMap(([heading, some]) => [
      ...(heading === '' ? [] : paragraph(heading, { indent: 2, columns })),
      ...some.flatMap((task) => taskLines(task, ++number, layout)),
    ]),
    ...(tasks.some(({ check }) => check.code === 'attest')
      ? paragraph(labels.howToConfirm, { indent: 2, mark: { text: '→ ', tone: 'strong' }, hang: 2, columns })
      : []),
  ];
}

export function tasksOf({ judgement }: Layout): readonly Task[] {
  const tasks = new Map<string, Task>();
  for (const check of judgement.checks) {
    if (check.code !== 'attest' && check.code !== 'manual') continue;
    if (check.result !== 'unknown') continue;
    const key = JSON.stringify([check.code, check.args, check.clause, check.voided]);
    const task = tasks.get(key) ?? { check, categories: [] };
    if (check.subject.category !== undefined) task.categories.push(check.subject.category);
    tasks.set(key, task);
  }
  return [...tasks.values()];
}

/** Under one heading what is for the same categories by the same route. */
export function groupTasks(
  tasks: readonly Task[],
  layout: Layout,
): readonly (readonly [string, readonly Task[]])[] {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const heading = headingOf(task, layout);
    groups.set(heading, [...(groups.get(heading) ?? []), task]);
  }
  return [...groups];
}

function headingOf({ check, categories }: Task, { judgement, labels }: Layout): string {
  const names = categories.map(
    (id) => judgement.notice.categories.find((known) => known.id === id)?.name ?? id,
  );
  const route = check.code === 'manual' ? check.args.route : undefined;
  return [names.map(visible).join(labels.listComma), route === undefined ? '' : visible(route)]
    .filter((part) => part !== '')
    .join(' · ');
}

const PRESSING_DAYS = 3;

function taskLines({ check }: Task, number: number, layout: Layout): readonly Line[] {
  const { labels, columns, language } = layout;
  const clause = check.clause ? labels.clause(clauseText(check.clause)) : '';
  const due = check.code === 'manual' ? check.args.due : undefined;
  const text = `${check.code === 'attest' ? labels.confirm : ''}${visible(check.args.text)}${stepDue(due, language)}${clause}`;
  const mark = `${number}. `.padEnd(4);
  const told = check.voided === undefined ? [] : [voidText(check.voided, language)];
  return [
    ...paragraph(text, {
      ...{ indent: 2, mark: { text: mark }, hang: mark.length, columns },
      ...(due && due.days <= PRESSING_DAYS && { tone: 'remind' }),
    }),
    ...told.flatMap((line) => paragraph(line, { indent: 2 + mark.length, tone: 'remind', columns })),
  ];
}
