import path from 'node:path';
import { findPassword } from '../commands/find-password.ts';
import { previewMails } from '../commands/preview-mails.ts';
import { prepareSend, send, type PreparedSend, type SendParams } from '../commands/send.ts';
import { settleDelivery } from '../commands/settle-delivery.ts';
import type { Ending } from '../model/outcome.ts';
import { Interrupted, UsageError } from '../model/problems.ts';
import type { SendOutcome, SendPlan } from '../model/send.ts';
import { describeSendOutcome } from '../report/describe-send-outcome.ts';
import { describeSendPlan } from '../report/describe-send.ts';
import { printJson } from '../report/json-report.ts';
import { sendWordsIn } from '../report/send-words-in.ts';
import { toJsonSending } from '../report/json-sending.ts';
import type { System } from '../system/system.ts';
import type { SendOptions } from './options.ts';
import { parseLinkOption } from './parse-link-option.ts';
import { createSendLine } from './send-line.ts';

export async function runSend(
  outbox: string | undefined,
  options: SendOptions,
  system: System,
): Promise<Ending> {
  const ticked = wordOf(options);
  if (ticked) return runSettle(outbox, ticked, options, system);
  const prepared = await prepareSend(paramsOf(outbox, options), system);
  const say = speaker(options, system);
  say.plan(prepared);
  const { plan, unreadableLines } = prepared;
  if (options.dryRun === true) {
    const files = await previewMails(plan, system);
    say.previews(files.length, path.join(plan.outbox, 'preview'));
    say.json(plan);
    return endingOfPlan(plan);
  }
  if (!plan.deliveries.some(({ decision }) => decision.kind === 'send') || unreadableLines.length > 0) {
    say.json(plan);
    return unreadableLines.length > 0 ? { kind: 'judged', verdict: 'unsettled' } : endingOfPlan(plan);
  }
  await confirmSending(options, system);
  const outcome = await sendPrepared(prepared, options, system);
  say.outcome(outcome, prepared);
  return endingOf(outcome);
}

interface Speaker {
  readonly plan: (prepared: PreparedSend) => void;
  readonly previews: (count: number, folder: string) => void;
  readonly json: (plan: SendPlan) => void;
  readonly outcome: (outcome: SendOutcome, prepared: PreparedSend) => void;
}

/** The plan is seen before anything goes, whatever the format: as data the results alone go to standard output. */
function speaker({ format, lang }: SendOptions, { terminal }: System): Speaker {
  const look = { language: lang, columns: terminal.columns, colors: terminal.colors };
  const words = sendWordsIn(lang);
  const asText = format === 'text';
  const tell = (text: string) => {
    if (asText) terminal.out(text);
    else terminal.err(text);
  };
  return {
    plan: ({ plan, unreadableLines }) => {
      tell(describeSendPlan(plan, look));
      if (unreadableLines.length > 0) tell(`\n✗ ${words.unreadableLines(unreadableLines)}\n`);
    },
    previews: (count, folder) => {
      tell(`\n${words.previews(count, folder)}\n`);
    },
    json: (plan) => {
      if (!asText) terminal.out(printJson(toJsonSending(plan)));
    },
    outcome: (outcome, { settings }) => {
      if (asText) terminal.out(`\n${describeSendOutcome(outcome, settings.account(), look)}`);
      else terminal.out(printJson(toJsonSending(outcome.plan, outcome)));
    },
  };
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
  const { terminal, keyring } = system;
  const question =
    lang === 'zh'
      ? `${account.user} 的授权码（输入时不显示）：`
      : `password of ${account.user} (not shown): `;
  const found = await findPassword(account, question, system);
  const line = createSendLine(system, lang);
  try {
    return await send(
      prepared,
      {
        password: found.password,
        onLogin: async () => {
          if (found.from !== 'person' || !terminal.ask) return;
          const answer = await terminal.ask(
            lang === 'zh'
              ? '登录成功。把授权码存进系统钥匙串，下次不用再输？（y 存，回车不存）'
              : 'Logged in. Keep the password in the system keyring? (y to keep, Enter not to) ',
          );
          if (!/^(?:y|yes|是)$/i.test(answer)) return;
          const kept = await keyring.write(account, found.password);
          if (!kept)
            terminal.err(
              lang === 'zh'
                ? '这台电脑没有可用的系统钥匙串，没有存。\n'
                : 'This machine has no keyring; it was not kept.\n',
            );
        },
        onReplanned: (smaller) => {
          const look = { language: lang, columns: terminal.columns, colors: terminal.colors };
          terminal.err(`${sendWordsIn(lang).smaller}\n${describeSendPlan(smaller, look)}`);
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

interface Word {
  readonly bundle: string;
  readonly word: 'sent' | 'not-sent' | 'done';
}

/** `--settle <bundle> sent|not-sent`, `--done <bundle>`: a person's word instead of a sending. */
function wordOf({ settle, done }: SendOptions): Word | undefined {
  if (done !== undefined) return { bundle: done, word: 'done' };
  if (!settle) return undefined;
  const [bundle = '', word] = settle;
  if (settle.length === 2 && (word === 'sent' || word === 'not-sent')) return { bundle, word };
  throw new UsageError({
    zh: '写成 --settle 包名 sent（对方收到了）或 --settle 包名 not-sent（对方没收到）',
    en: 'write --settle BUNDLE sent (it arrived) or --settle BUNDLE not-sent (it did not)',
  });
}

async function runSettle(
  outbox: string | undefined,
  word: Word,
  { config, by, note, to, lang }: SendOptions,
  system: System,
): Promise<Ending> {
  const settled = await settleDelivery(
    {
      ...word,
      ...(outbox !== undefined && { outbox }),
      ...(config !== undefined && { config }),
      ...(by !== undefined && { by }),
      ...(note !== undefined && { note }),
      ...(to !== undefined && { to }),
    },
    system,
  );
  system.terminal.out(`${settledText(settled.bundle, settled.word, settled.by, lang)}\n`);
  return { kind: 'done' };
}

function settledText(bundle: string, word: Word['word'], by: string, lang: SendOptions['lang']): string {
  const zh = { sent: '对方已收到', 'not-sent': '对方没有收到，下次运行 send 会再发', done: '已人工报送' };
  const en = {
    sent: 'it arrived',
    'not-sent': 'it did not arrive; the next send sends it',
    done: 'handed in by hand',
  };
  return lang === 'zh'
    ? `已记入台账：${bundle}，${zh[word]}（${by}）`
    : `recorded: ${bundle}, ${en[word]} (${by})`;
}

/** What stands in the way of a bundle is a failure; what may have arrived waits for a person. */
function endingOfPlan({ deliveries, unreadable }: SendPlan): Ending {
  const kinds = new Set(deliveries.map(({ decision }) => decision.kind));
  if (kinds.has('stopped') || unreadable.length > 0) return { kind: 'judged', verdict: 'fail' };
  return kinds.has('in-doubt') ? { kind: 'judged', verdict: 'unsettled' } : { kind: 'done' };
}

function endingOf({ plan, deliveries, stoppedBy }: SendOutcome): Ending {
  const outcomes = deliveries.flatMap(({ mails }) => mails.map(({ outcome }) => outcome.kind));
  if (stoppedBy || outcomes.includes('failed')) return { kind: 'environment-error' };
  if (outcomes.includes('in-doubt')) return { kind: 'judged', verdict: 'unsettled' };
  return endingOfPlan(plan);
}
