import { troubleOf } from '../model/mail-trouble.ts';
import type { MailAccount, MailFailure } from '../model/mail.ts';
import type { Language } from '../model/report.ts';
import { codePlacesEn, mailWordsEn } from './en/mail-words-en.ts';
import type { FailureWords, MailWords, PasswordPlace, SeenFailure } from './mail-words.ts';
import { showDetail, visible } from './show-name.ts';
import { codePlacesZh, mailWordsZh } from './zh/mail-words-zh.ts';

export interface FailureScene {
  readonly account: Pick<MailAccount, 'host' | 'port' | 'user' | 'from'>;
  /** The mailbox that it was to go to; absent where no mail was under way. */
  readonly to?: string;
}

/** For what certainly did not arrive. */
export function mailFailureWords(
  failure: MailFailure,
  { account, to }: FailureScene,
  language: Language,
): FailureWords {
  const seen: SeenFailure = {
    provider: passwordPlace(account.host),
    host: visible(account.host),
    port: account.port,
    user: visible(account.user),
    from: visible(account.from),
    to: to === undefined ? undefined : visible(to),
    stage: failure.stage,
  };
  const said = saidBy(failure);
  const { troubles } = wordsIn[language];
  return { ...troubles[troubleOf(failure)](seen), ...(said !== undefined && { said }) };
}

/** For what may have arrived: how to find out, and how to say what was found. */
export function mailDoubtWords(
  failure: MailFailure | undefined,
  { bundle, to, from }: { readonly bundle: string; readonly to: string; readonly from: string },
  language: Language,
): FailureWords {
  const said = failure && saidBy(failure);
  const seen = {
    bundle: visible(bundle),
    to: visible(to),
    from: visible(from),
    stage: failure?.stage ?? 'reply',
  };
  return { ...wordsIn[language].doubt(seen), ...(said !== undefined && { said }) };
}

const wordsIn: Readonly<Record<Language, MailWords>> = { zh: mailWordsZh, en: mailWordsEn };
const MOST_SAID = 160;

function saidBy({ reply, detail }: MailFailure): string | undefined {
  if (!reply) return detail === undefined ? undefined : showDetail(detail, MOST_SAID);
  const { code, enhanced, text } = reply;
  const whole = [String(code), enhanced, text].filter((piece) => piece !== undefined && piece !== '');
  return showDetail(whole.join(' '), MOST_SAID);
}

/** Where the mailbox of a server hands out the password that programs use (授权码); a sentence without a full stop. */
export function whereToGetPassword(host: string, language: Language): string {
  return (language === 'zh' ? codePlacesZh : codePlacesEn)[passwordPlace(host)];
}

function passwordPlace(host: string): PasswordPlace {
  const name = host.toLowerCase();
  if (/(?:^|\.)exmail\.qq\.com$/.test(name)) return 'exmail';
  if (/(?:^|\.)(?:qq|foxmail)\.com$/.test(name)) return 'qq';
  return /(?:^|\.)(?:163\.com|126\.com|yeah\.net)$/.test(name) ? 'netease' : 'other';
}
