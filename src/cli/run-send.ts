import path from 'node:path';
import { findPassword } from '../commands/find-password.ts';
import { previewMails } from '../commands/preview-mails.ts';
import { prepareSend, type PreparedSend, type SendParams } from '../commands/prepare-send.ts';
import { send, someoneSends } from '../commands/send.ts';
import type { Ending } from '../model/outcome.ts';
import type { MailAccount } from '../model/mail.ts';
import { Interrupted, UsageError } from '../model/problems.ts';
import type { Language } from '../model/report.ts';
import type { SendOutcome } from '../model/send.ts';
import { describeSendPlan } from '../report/describe-send.ts';
import { mailFailureWords } from '../report/mail-failure-words.ts';
import { sendWordsIn } from '../report/send-words-in.ts';
import type { Keyring, System } from '../system/system.ts';
import type { SendOptions } from './options.ts';
import { parseLinkOption } from './parse-link-option.ts';
import { runSettle, wordOf } from './run-settle.ts';
import { createSendLine } from './send-line.ts';
import { sendSpeaker } from './send-speaker.ts';
import { whileTurning } from './turning-line.ts';

export async function runSend(
  outbox: string | undefined,
  options: SendOptions,
  system: System,
): Promise<Ending> {
  const word = wordOf(options);
  if (word) return runSettle(outbox, word, options, system);
  try {
    return await planAndSend(outbox, options, system);
  } catch (error) {
    // Thrown before anything is begun alone.
    if (!(error instanceof Interrupted)) throw error;
    system.terminal.err(`${sendWordsIn(options.lang).cancelled}\n`);
    return { kind: 'interrupted' };
  }
}

async function planAndSend(
  outbox: string | undefined,
  options: SendOptions,
  system: System,
): Promise<Ending> {
  const looking = options.lang === 'zh' ? '正在看发件文件夹…' : 'looking at the outbox…';
  const prepared = await whileTurning(looking, system, () => prepareSend(paramsOf(outbox, options), system));
  const { plan, unreadableLines, other } = prepared;
  if (other && options.dryRun !== true) throw someoneSends(other);
  const say = sendSpeaker(options, system);
  say.plan(prepared);
  if (options.dryRun === true) {
    const writing = options.lang === 'zh' ? '正在写邮件…' : 'writing the mails…';
    const files = await whileTurning(writing, system, () => previewMails(plan, system));
    say.previews(files.length, path.join(plan.outbox, 'preview'));
    say.json(prepared);
    return endingOfPlan(prepared);
  }
  if (!plan.deliveries.some(({ decision }) => decision.kind === 'send') || unreadableLines.length > 0) {
    say.json(prepared);
    return endingOfPlan(prepared);
  }
  await confirmSending(options, system);
  const outcome = await sendPrepared(prepared, options, system);
  say.outcome(outcome, prepared);
  return endingOf(outcome);
}

async function confirmSending({ yes, lang }: SendOptions, { terminal }: System): Promise<void> {
  if (yes === true) return;
  const { ask } = terminal;
  if (!ask) {
    throw new UsageError({
      zh: '这里没有人可以确认；核对上面的计划后，加 --yes 再运行',
      en: 'nobody is here to confirm; when the plan above is right, run again with --yes',
    });
  }
  const answer = await ask(
    lang === 'zh'
      ? '\n核对无误，现在发送吗？（输入 y 发送，直接回车取消）'
      : '\nSend this now? (y to send, Enter to cancel) ',
  );
  if (!/^(?:y|yes|是|发送)$/i.test(answer)) throw new Interrupted();
}

async function sendPrepared(
  prepared: PreparedSend,
  { lang }: SendOptions,
  system: System,
): Promise<SendOutcome> {
  const account = prepared.settings.account();
  const { terminal } = system;
  const keyring = patientKeyring(lang, system);
  const question =
    lang === 'zh'
      ? `${account.user} 的授权码（输入时不显示）：`
      : `password of ${account.user} (not shown): `;
  const found = await findPassword(account, question, { ...system, keyring });
  const line = createSendLine(system, lang);
  try {
    line.tell('connecting');
    return await send(
      prepared,
      {
        password: found.password,
        onLogin: async () => {
          line.clear();
          if (found.from === 'person') await offerToKeep({ account, password: found.password }, lang, system);
          line.tell('preparing');
        },
        onReplanned: (smaller) => {
          line.clear();
          const look = { language: lang, columns: terminal.columns, colors: terminal.colors };
          terminal.err(`${sendWordsIn(lang).smaller}\n${describeSendPlan(smaller, look)}`);
          line.tell('preparing');
        },
        onWait: (seconds, failure) => {
          const { what } = mailFailureWords(failure, { account }, lang);
          line.say(sendWordsIn(lang).waiting(what, seconds));
        },
        onMail: line.begin,
        onBytes: line.show,
      },
      system,
    );
  } finally {
    line.clear();
  }
}

interface Credentials {
  readonly account: MailAccount;
  readonly password: string;
}

/** A password that a person has typed is kept where they want it, and nowhere else. */
async function offerToKeep(
  { account, password }: Credentials,
  language: Language,
  system: System,
): Promise<void> {
  const { terminal } = system;
  if (!terminal.ask) return;
  const answer = await terminal.ask(
    language === 'zh'
      ? '登录成功。把授权码存进系统钥匙串，下次不用再输？（y 存，回车不存）'
      : 'Logged in. Keep the password in the system keyring? (y to keep, Enter not to) ',
  );
  if (!/^(?:y|yes|是)$/i.test(answer)) return;
  const kept = await patientKeyring(language, system).write(account, password);
  if (kept) return;
  terminal.err(
    language === 'zh'
      ? '这台电脑没有可用的系统钥匙串，没有存。\n'
      : 'This machine has no keyring; it was not kept.\n',
  );
}

/** Where the keyring is locked, it may take seconds to say so. */
function patientKeyring(language: Language, system: System): Keyring {
  const { keyring } = system;
  const words = language === 'zh' ? '正在问系统钥匙串…' : 'asking the system keyring…';
  return {
    ...keyring,
    read: (account) => whileTurning(words, system, () => keyring.read(account)),
    write: (account, password) => whileTurning(words, system, () => keyring.write(account, password)),
  };
}

function paramsOf(
  outbox: string | undefined,
  { config, notice, bundle, resend, to, confirmRecipient, link }: SendOptions,
): SendParams {
  return {
    ...(outbox !== undefined && { outbox }),
    ...(config !== undefined && { config }),
    ...(notice !== undefined && { notice }),
    ...(bundle && { only: bundle }),
    ...(resend !== undefined && { resend }),
    ...(to !== undefined && { to }),
    ...(confirmRecipient !== undefined && { confirmRecipient }),
    ...(link && { links: link.map(parseLinkOption) }),
  };
}

/** What stands in the way of a bundle is a failure; what may have arrived waits for a person. */
function endingOfPlan({
  plan: { deliveries, unreadable },
  unreadableLines = [],
}: Pick<PreparedSend, 'plan'> & Partial<Pick<PreparedSend, 'unreadableLines'>>): Ending {
  if (unreadableLines.length > 0) return { kind: 'judged', verdict: 'unsettled' };
  const kinds = new Set(deliveries.map(({ decision }) => decision.kind));
  if (kinds.has('stopped') || unreadable.length > 0) return { kind: 'judged', verdict: 'fail' };
  return kinds.has('in-doubt') ? { kind: 'judged', verdict: 'unsettled' } : { kind: 'done' };
}

function endingOf({ plan, deliveries, stoppedBy, interrupted }: SendOutcome): Ending {
  if (interrupted) return { kind: 'interrupted' };
  const outcomes = deliveries.flatMap(({ mails }) => mails.map(({ outcome }) => outcome.kind));
  if (stoppedBy || outcomes.includes('failed')) return { kind: 'environment-error' };
  if (outcomes.includes('in-doubt')) return { kind: 'judged', verdict: 'unsettled' };
  return endingOfPlan({ plan });
}
