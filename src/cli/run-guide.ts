import { whereYouStand, type NextStep, type Sitting, type Standing } from '../commands/where-you-stand.ts';
import type { Ending } from '../model/outcome.ts';
import { EnvironmentError, Interrupted, UsageError } from '../model/problems.ts';
import type { Language } from '../model/report.ts';
import { describeStanding } from '../report/describe-standing.ts';
import { FileError, type Dialog, type DialogChoice, type System } from '../system/system.ts';
import { dialogOf } from './dialog.ts';
import { explainFailure } from './explain-failure.ts';
import { whileTurning } from './turning-line.ts';

/**
 * From an empty folder to a sent bundle: shows where one stands and the one next step, does it by the same functions
 * as the plain commands, and goes on. Turning away at any question leaves everything as it is.
 */
export async function runGuide(language: Language, system: System): Promise<Ending> {
  const { columns, colors } = system.terminal;
  const dialog = dialogOf(system, language);
  let sitting: Sitting = {};
  for (;;) {
    const words = language === 'zh' ? '正在看做到了哪一步…' : 'looking how far you are…';
    const standing = await whileTurning(words, system, () => whereYouStand(sitting, system));
    system.terminal.out(describeStanding(standing, { language, columns, colors }));
    if (!dialog || isOver(standing.next)) return { kind: 'done' };
    const choice = await askNext(standing.next, dialog, language);
    if (choice === undefined || choice === 'leave') {
      system.terminal.err(farewell(language));
      return { kind: 'done' };
    }
    system.terminal.err(`\n$ ${COMMANDS[choice]}\n`);
    sitting = await take({ choice, standing, sitting, dialog, language }, system);
    if (system.interrupted.aborted) throw new Interrupted();
  }
}

/** What only a person can do outside this program, or nothing at all. */
function isOver(next: NextStep): boolean {
  return next === 'wait' || next === 'by-hand' || next === 'settle';
}

function farewell(language: Language): string {
  return language === 'zh'
    ? '先到这里。再运行 four-ones，会从这一步接着走。\n'
    : 'That is all for now. Run four-ones again to go on from here.\n';
}

type Choice = 'init' | 'check' | 'confirm' | 'pack' | 'send' | 'preview' | 'status' | 'leave';

async function askNext(next: NextStep, dialog: Dialog, language: Language): Promise<Choice | undefined> {
  const zh = language === 'zh';
  const choices = choicesOf(next, zh);
  const keys = zh ? '（↑↓ 选，回车定，Esc 离开）' : ' (↑↓, Enter, Esc to leave)';
  const chosen = await dialog.choose(`${zh ? '怎么做？' : 'What now?'}${keys}`, choices);
  return CHOICES.find((choice) => choice === chosen);
}

/** Shown before each step: whoever watches learns them, and sees that something happens. */
const COMMANDS: Readonly<Record<Exclude<Choice, 'leave'>, string>> = {
  init: 'four-ones init',
  check: 'four-ones check',
  confirm: 'four-ones confirm',
  pack: 'four-ones pack',
  send: 'four-ones send',
  preview: 'four-ones send --dry-run',
  status: 'four-ones status',
};

const CHOICES: readonly Choice[] = ['init', 'check', 'confirm', 'pack', 'send', 'preview', 'status', 'leave'];

interface GuideChoice extends DialogChoice {
  readonly value: Choice;
}

/** The next step first; each with its plain command. */
function choicesOf(next: NextStep, zh: boolean): readonly GuideChoice[] {
  const check = (label: string): GuideChoice => ({ value: 'check', label, hint: 'four-ones check' });
  const first: Readonly<Record<NextStep, readonly GuideChoice[]>> = {
    init: [
      {
        value: 'init',
        label: zh ? '现在就建（问几个问题）' : 'Set it up now (a few questions)',
        hint: 'four-ones init',
      },
    ],
    fill: [check(zh ? '放好了，检查' : 'They are there: check')],
    check: [check(zh ? '检查' : 'Check')],
    confirm: [
      { value: 'confirm', label: zh ? '一项一项地看' : 'Go through them', hint: 'four-ones confirm' },
      check(zh ? '改好了，再查一遍' : 'Mended: check again'),
    ],
    mend: [check(zh ? '改好了，再查一遍' : 'Mended: check again')],
    pack: [{ value: 'pack', label: zh ? '打包' : 'Pack', hint: 'four-ones pack' }],
    send: [
      {
        value: 'send',
        label: zh ? '看计划，确认后发送' : 'Show the plan, then send',
        hint: 'four-ones send',
      },
      {
        value: 'preview',
        label: zh ? '先不发，把邮件写成 .eml 看看' : 'Write the mails as .eml only',
        hint: 'four-ones send --dry-run',
      },
    ],
    settle: [],
    'by-hand': [],
    wait: [],
  };
  const board: GuideChoice = {
    value: 'status',
    label: zh ? '看看各类别的进度和截止日期' : 'Show progress and due dates',
    hint: 'four-ones status',
  };
  const leave: GuideChoice = { value: 'leave', label: zh ? '先到这里' : 'Leave it for now' };
  return [...first[next], ...(next === 'init' ? [] : [board]), leave];
}

interface Taking {
  readonly choice: Exclude<Choice, 'leave'>;
  readonly standing: Standing;
  readonly sitting: Sitting;
  readonly dialog: Dialog;
  readonly language: Language;
}

/** One step. What goes wrong in it is told, and the guide goes on; what the user broke off ends it. */
async function take(taking: Taking, system: System): Promise<Sitting> {
  try {
    return await doStep(taking, system);
  } catch (error) {
    if (system.interrupted.aborted) throw error;
    if (error instanceof Interrupted) {
      system.terminal.err(
        taking.language === 'zh' ? '没有继续，什么都没有发。\n' : 'Left; nothing was sent.\n',
      );
      return taking.sitting;
    }
    const known =
      error instanceof UsageError || error instanceof EnvironmentError || error instanceof FileError;
    if (!known) throw error;
    explainFailure(error, taking.language, system);
    return taking.sitting;
  }
}

async function doStep(
  { choice, standing, sitting, dialog, language }: Taking,
  system: System,
): Promise<Sitting> {
  const common = { lang: language, format: 'text' } as const;
  switch (choice) {
    case 'init': {
      const { runInit } = await import('./run-init.ts');
      const ending = await runInit(undefined, { lang: language, ask: true, withoutNext: true }, system);
      if (ending.kind === 'interrupted') throw new Interrupted();
      return {};
    }
    case 'check': {
      const { runCheck } = await import('./run-check.ts');
      return verdictOf(await runCheck(undefined, { ...common, cache: true }, system));
    }
    case 'confirm': {
      const { runConfirm } = await import('./run-confirm.ts');
      await runConfirm([], { ...common, cache: true }, system);
      // What was recorded settles the verdict anew.
      return {};
    }
    case 'pack': {
      const { runPack } = await import('./run-pack.ts');
      const org = standing.org ?? (await askOrg(dialog, language));
      const ending = await runPack(
        undefined,
        { ...common, cache: true, ...(org !== undefined && { org }) },
        system,
      );
      return ending.kind === 'done' ? { verdict: 'pass', packed: true } : verdictOf(ending);
    }
    case 'send':
    case 'preview': {
      const { runSend } = await import('./run-send.ts');
      await runSend(undefined, { ...common, ...(choice === 'preview' && { dryRun: true }) }, system);
      return sitting;
    }
    case 'status': {
      const { runStatus } = await import('./run-status.ts');
      await runStatus(undefined, common, system);
      return sitting;
    }
  }
}

function verdictOf(ending: Ending): Sitting {
  return ending.kind === 'judged' ? { verdict: ending.verdict } : {};
}

async function askOrg(dialog: Dialog, language: Language): Promise<string | undefined> {
  const org = await dialog.write(language === 'zh' ? '本单位（二级党组织）全称' : 'Your unit, in full', {
    example: language === 'zh' ? '如 马克思主义学院党委' : 'as 马克思主义学院党委',
  });
  if (org === undefined) throw new Interrupted();
  return org === '' ? undefined : org;
}
