import type { MailAccount, MailFailure } from '../model/mail.ts';
import type { DeliveredBundle, SendOutcome } from '../model/send.ts';
import type { SendLook } from './describe-send.ts';
import { mailDoubtWords, mailFailureWords, type FailureScene } from './mail-failure-words.ts';
import type { FailureWords } from './mail-words.ts';
import { sendWordsIn } from './send-words-in.ts';
import { showName } from './show-name.ts';
import { EMPTY_LINE, paragraph, toned, type Line, type Tone } from './terminal/line.ts';
import { paint } from './terminal/paint.ts';
import { withCommands } from './terminal/with-commands.ts';
import { padColumns } from './terminal/wrap-text.ts';

/** What became of each mail, and the next thing to do. */
export function describeSendOutcome(outcome: SendOutcome, account: MailAccount, look: SendLook): string {
  const { deliveries, stoppedBy, tries = 1 } = outcome;
  const blocks = deliveries.map((delivered) => describeBundle(delivered, account, look));
  const stopped = stoppedBy && deliveries.length === 0 ? failing(stoppedBy, { account }, look, tries) : [];
  return paint([...blocks.flat(), ...stopped, EMPTY_LINE, ...closing(outcome, look)], look.colors);
}

/** How many went, how many did not, and how many may have. */
function closing(
  { plan, deliveries, interrupted }: SendOutcome,
  { language, columns }: SendLook,
): readonly Line[] {
  const words = sendWordsIn(language);
  const sent = deliveries.flatMap(({ mails }) => mails).filter(({ outcome }) => outcome.kind === 'accepted');
  const doubtful = deliveries.filter(({ mails }) => mails.some(({ outcome }) => outcome.kind === 'in-doubt'));
  const over = new Set([...deliveries.filter(isWhole), ...doubtful].map(({ planned }) => planned.bundle));
  const left = plan.deliveries.filter(
    ({ bundle, decision }) => (decision.kind === 'send' && !over.has(bundle)) || decision.kind === 'stopped',
  );
  const remind = (text: string) => paragraph(text, { indent: 0, tone: 'remind', columns });
  return [
    ...(sent.length > 0 ? [[toned(words.sent(sent.length), 'pass')]] : []),
    ...(doubtful.length > 0 ? remind(words.doubtful(doubtful.length)) : []),
    ...(interrupted ? remind(words.interrupted) : []),
    ...(left.length > 0 ? remind(words.left(left.length)) : []),
  ];
}

function isWhole({ planned: { decision }, mails }: DeliveredBundle): boolean {
  if (decision.kind !== 'send' || mails.length !== decision.mails.length) return false;
  return mails.every(({ outcome }) => outcome.kind === 'accepted');
}

function describeBundle(
  { planned: { bundle, to = '' }, mails }: DeliveredBundle,
  account: MailAccount,
  look: SendLook,
): readonly Line[] {
  return mails.flatMap((mail) => {
    const { outcome } = mail;
    const name = `${showName(bundle)}${mail.parts > 1 ? `（${mail.part}/${mail.parts}）` : ''}`;
    const words = sendWordsIn(look.language);
    switch (outcome.kind) {
      case 'accepted':
        return heading('✓', 'pass', `${words.sentMail}  ${name}`, look);
      case 'failed':
        return [
          ...heading('✗', 'fail', `${words.failedMail}  ${name}`, look),
          ...failing(outcome.failure, { account, to }, look, mail.tries),
        ];
      case 'in-doubt': {
        const doubt = { bundle, to, from: account.from };
        return [
          ...heading('？', 'unknown', `${words.doubtfulMail}  ${name}`, look),
          ...told(mailDoubtWords(outcome.failure, doubt, look.language), outcome.failure, look),
        ];
      }
    }
  });
}

function heading(mark: string, tone: Tone, text: string, { columns }: SendLook): readonly Line[] {
  return paragraph(text, { indent: 0, mark: toned(padColumns(mark, 3), tone), hang: 3, columns });
}

function failing(failure: MailFailure, scene: FailureScene, look: SendLook, tries: number): readonly Line[] {
  const { what, ...others } = mailFailureWords(failure, scene, look.language);
  const tried = tries > 1 ? `（${sendWordsIn(look.language).tried(tries)}）` : '';
  return told({ ...others, what: `${what}${tried}` }, failure, look);
}

/** What the other side said is told apart from what this machine says of the connection. */
function told({ what, next, said }: FailureWords, { reply }: MailFailure, look: SendLook): readonly Line[] {
  const words = sendWordsIn(look.language);
  const source = said === undefined ? [] : [reply ? words.said(said) : words.detail(said)];
  return [what, ...source, words.next(next)].flatMap((text) =>
    withCommands(text, { indent: 3, columns: look.columns }),
  );
}
