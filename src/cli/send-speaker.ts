import type { PreparedSend } from '../commands/prepare-send.ts';
import type { SendOutcome } from '../model/send.ts';
import { describeSendOutcome } from '../report/describe-send-outcome.ts';
import { describeSendPlan } from '../report/describe-send.ts';
import { printJson } from '../report/json-report.ts';
import { toJsonSending } from '../report/json-sending.ts';
import { sendWordsIn } from '../report/send-words-in.ts';
import type { System } from '../system/system.ts';
import type { SendOptions } from './options.ts';

export interface SendSpeaker {
  readonly plan: (prepared: PreparedSend) => void;
  readonly previews: (count: number, folder: string) => void;
  readonly json: (prepared: PreparedSend) => void;
  readonly outcome: (outcome: SendOutcome, prepared: PreparedSend) => void;
}

/** The plan is seen before anything goes, whatever the format: as data the results alone go to standard output. */
export function sendSpeaker({ format, lang }: SendOptions, { terminal }: System): SendSpeaker {
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
    json: ({ plan, unreadableLines }) => {
      if (!asText) terminal.out(printJson(toJsonSending(plan, unreadableLines)));
    },
    outcome: (outcome, { settings, unreadableLines }) => {
      if (asText) terminal.out(`\n${describeSendOutcome(outcome, settings.account(), look)}`);
      else terminal.out(printJson(toJsonSending(outcome.plan, unreadableLines, outcome)));
    },
  };
}
