import type { MailAccount } from '../model/mail.ts';
import type { DeliveredBundle, DeliveredMail, SendOutcome } from '../model/send.ts';
import type { SendLook } from './describe-send.ts';
import { mailDoubtWords, mailFailureWords } from './mail-failure-words.ts';
import type { FailureWords } from './mail-words.ts';
import { sendWordsIn } from './send-words-in.ts';
import { showName } from './show-name.ts';
import { EMPTY_LINE, paragraph, toned, type Line, type Tone } from './terminal/line.ts';
import { paint } from './terminal/paint.ts';
import { padColumns } from './terminal/wrap-text.ts';

/** What became of each mail, and the next thing to do. */
export function describeSendOutcome(
  { plan, deliveries, stoppedBy }: SendOutcome,
  account: MailAccount,
  look: SendLook,
): string {
  const words = sendWordsIn(look.language);
  const blocks = deliveries.map((delivered) => describeBundle(delivered, account, look));
  const sent = deliveries.flatMap(({ mails }) => mails).filter(({ outcome }) => outcome.kind === 'accepted');
  const wanted = plan.deliveries.filter(({ decision }) => decision.kind === 'send');
  const left = wanted.filter(
    ({ bundle }) => !isWhole(deliveries.find(({ planned }) => planned.bundle === bundle)),
  );
  const stopped =
    stoppedBy && deliveries.length === 0
      ? failing(mailFailureWords(stoppedBy, { account }, look.language), look)
      : [];
  const closing =
    left.length === 0
      ? [[toned(words.sent(sent.length), 'pass')] satisfies Line]
      : paragraph(words.left(left.length), { indent: 0, tone: 'remind', columns: look.columns });
  return paint([...blocks.flat(), ...stopped, EMPTY_LINE, ...closing], look.colors);
}

function isWhole(delivered: DeliveredBundle | undefined): boolean {
  if (delivered?.planned.decision.kind !== 'send') return false;
  const { mails } = delivered;
  const wanted = delivered.planned.decision.mails.length;
  return mails.length === wanted && mails.every(({ outcome }) => outcome.kind === 'accepted');
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
          ...failing(mailFailureWords(outcome.failure, { account, to }, look.language), look, mail),
        ];
      case 'in-doubt': {
        const doubt = { bundle, to, from: account.from };
        return [
          ...heading('？', 'unknown', `${words.doubtfulMail}  ${name}`, look),
          ...failing(mailDoubtWords(outcome.failure, doubt, look.language), look),
        ];
      }
    }
  });
}

function heading(mark: string, tone: Tone, text: string, { columns }: SendLook): readonly Line[] {
  return paragraph(text, { indent: 0, mark: toned(padColumns(mark, 3), tone), hang: 3, columns });
}

function failing({ what, next, said }: FailureWords, look: SendLook, mail?: DeliveredMail): readonly Line[] {
  const words = sendWordsIn(look.language);
  const tries = mail && mail.tries > 1 ? `（${words.tried(mail.tries)}）` : '';
  const texts = [`${what}${tries}`, ...(said === undefined ? [] : [words.said(said)]), words.next(next)];
  return texts.flatMap((text) => paragraph(text, { indent: 3, columns: look.columns }));
}
