import path from 'node:path';
import { byOf, recordAnswer } from '../commands/confirm.ts';
import type { Judged } from '../commands/check.ts';
import type { Question, Waiting } from '../commands/questions.ts';
import type { Answer } from '../model/decision.ts';
import { extensionOf } from '../model/file-name.ts';
import type { Language } from '../model/report.ts';
import { describeQuestion, describeRecorded } from '../report/describe-questions.ts';
import { showName } from '../report/show-name.ts';
import type { Dialog, System } from '../system/system.ts';

export interface Walk {
  readonly waiting: Waiting;
  readonly judged: Judged;
  readonly dialog: Dialog;
  readonly language: Language;
  readonly by: string | undefined;
  readonly note: string | undefined;
}

/** One question each, its file opened beside it; every answer is kept at once. How many were given. */
export async function walkQuestions(walk: Walk, system: System): Promise<number> {
  const { waiting, judged, dialog, language, note } = walk;
  const { questions } = waiting;
  const by = byOf(walk.by, judged) ?? (await askName(dialog, language));
  if (by === undefined || by === '') {
    system.terminal.err(
      language === 'zh' ? '没有写姓名，什么都没有记。\n' : 'No name; nothing was recorded.\n',
    );
    return 0;
  }
  let given = 0;
  let opened: string | undefined;
  for (const [index, question] of questions.entries()) {
    const { columns } = system.terminal;
    const number = `${index + 1}/${questions.length}`;
    system.terminal.err(`\n${describeQuestion(question, number, { language, columns })}\n`);
    opened = await showEvidence(question, opened, walk, system);
    const answer = await askAnswer(question, dialog, language);
    if (answer === 'quit') break;
    if (answer === 'skip') continue;
    const reason = note ?? (await askNote(answer, dialog, language));
    if (answer === 'waive' && (reason ?? '').trim() === '') {
      system.terminal.err(language === 'zh' ? '没有写理由，跳过。\n' : 'No reason given; left out.\n');
      continue;
    }
    const kept = await recordAnswer({ questions: [question], answer, by, note: reason }, judged, system);
    given += kept.length;
    for (const { decision } of kept)
      system.terminal.err(`${describeRecorded(question, decision, language)}\n`);
  }
  return given;
}

async function askName(dialog: Dialog, language: Language): Promise<string | undefined> {
  return dialog.write(language === 'zh' ? '您的姓名（记在确认里）' : 'Your name, for the record');
}

/** What comes without thinking, and at the end of input, decides nothing. */
async function askAnswer(
  { answers }: Question,
  dialog: Dialog,
  language: Language,
): Promise<Answer | 'skip' | 'quit'> {
  const zh = language === 'zh';
  const words: Readonly<Record<Answer, string>> = zh
    ? { yes: '是，符合要求', no: '否，不符合', waive: '豁免（要写理由）' }
    : { yes: 'yes, it holds', no: 'no, it does not', waive: 'waive (with a reason)' };
  const choices = [
    ...answers.map((value) => ({ value, label: words[value] })),
    { value: 'skip', label: zh ? '跳过，以后再看' : 'skip for now' },
    { value: 'quit', label: zh ? '退出' : 'quit' },
  ];
  const chosen = await dialog.choose(zh ? '符合要求吗？' : 'Does it hold?', choices, 'skip');
  if (chosen === 'skip') return 'skip';
  return answers.find((answer) => answer === chosen) ?? 'quit';
}

async function askNote(answer: Answer, dialog: Dialog, language: Language): Promise<string | undefined> {
  const zh = language === 'zh';
  switch (answer) {
    case 'yes':
      return undefined;
    case 'no':
      return dialog.write(zh ? '哪里不符合（可以不写）' : 'What is wrong (may be left empty)');
    case 'waive':
      return dialog.write(zh ? '豁免的理由（写进报告、包和邮件）' : 'Why it is let pass (it is printed)');
  }
}

/** What a double click shows and never runs. Anything else is for the person to open. */
const SHOWABLE: ReadonlySet<string> = new Set([
  ...['mp4', 'mov', 'm4v', 'mkv', 'avi', 'wmv', 'flv', 'mpg', 'mpeg', 'webm', 'ts', 'mts'],
  ...['mp3', 'wav', 'm4a', 'flac', 'aac', 'jpg', 'jpeg', 'png', 'gif', 'bmp', 'tif', 'tiff', 'heic', 'webp'],
  ...['pdf', 'docx', 'doc', 'wps', 'pptx', 'ppt', 'srt', 'ass', 'vtt', 'txt'],
]);

/** Opens the file, once for several questions in a row. Returns what is open now. */
async function showEvidence(
  { check, evidence }: Question,
  opened: string | undefined,
  { judged, language }: Walk,
  { viewer, terminal }: System,
): Promise<string | undefined> {
  const name = check.subject.path ?? (evidence.length === 1 ? evidence[0] : undefined);
  if (name === undefined || name === opened) return opened;
  const file = path.join(judged.root, ...name.split('/'));
  const isOpen = SHOWABLE.has(extensionOf(name).toLowerCase()) && (await viewer.open(file));
  const zh = language === 'zh';
  const said = isOpen
    ? zh
      ? `正在打开 ${showName(name)} …`
      : `opening ${showName(name)} …`
    : `${zh ? '请打开看：' : 'please look at: '}${showName(file)}`;
  terminal.err(`${said}\n`);
  return name;
}
