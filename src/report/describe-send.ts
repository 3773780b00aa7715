import type { Language } from '../model/report.ts';
import type { PlannedDelivery, PlannedMessage, SendDecision, SendPlan } from '../model/send.ts';
import { formatBytes } from './format-bytes.ts';
import { sendWordsIn } from './send-words-in.ts';
import { showName } from './show-name.ts';
import { EMPTY_LINE, paragraph, toned, type Line, type Tone } from './terminal/line.ts';
import { paint } from './terminal/paint.ts';
import { withCommands } from './terminal/with-commands.ts';
import { padColumns } from './terminal/wrap-text.ts';

export interface SendLook {
  readonly language: Language;
  readonly columns: number;
  readonly colors: boolean;
}

/** Everything a run would send, in full, before it does: mailbox, subject, each attachment, sizes; and what stays. */
export function describeSendPlan(plan: SendPlan, look: SendLook): string {
  const { deliveries, unreadable } = plan;
  const words = sendWordsIn(look.language);
  const sending = deliveries.filter(({ decision }) => decision.kind === 'send');
  const mails = sending.flatMap(({ decision }) => (decision.kind === 'send' ? decision.mails : []));
  const head =
    sending.length > 0
      ? [[toned(words.toSend(sending.length, mails.length), 'strong')]]
      : [[toned(words.nothing, 'strong')]];
  const blocks = [
    ...deliveries.map((delivery) => describeDelivery(delivery, look)),
    ...unreadable.map((name) => paragraph(words.unreadable(name), marked('✗', 'fail', look))),
  ];
  return paint([...head, ...blocks.flatMap((block) => [EMPTY_LINE, ...block])], look.colors);
}

type Sending = Extract<SendDecision, { kind: 'send' }>;

function describeDelivery(delivery: PlannedDelivery, look: SendLook): readonly Line[] {
  const words = sendWordsIn(look.language);
  const { bundle, to, routeName, state, decision } = delivery;
  const heading = (mark: string, tone?: Tone) => paragraph(showName(bundle), marked(mark, tone, look));
  const under = (text: string) => withCommands(text, { indent: 3, columns: look.columns });
  const way = to ?? routeName ?? '';
  const where = way === '' ? [] : rows([[words.labels.to, way]], look);
  switch (decision.kind) {
    case 'send':
      return [...heading('→', 'strong'), ...describeMails(delivery, decision, look)];
    case 'already':
      return [...heading('✓', 'pass'), ...where, ...under(words.already(decision.last))];
    case 'in-doubt':
      return [
        ...heading('？', 'unknown'),
        ...where,
        ...under(state === 'sending' ? words.states.sending : words.inDoubt(bundle)),
      ];
    case 'by-hand':
      return decision.done
        ? [...heading('✓', 'pass'), ...under(words.done(decision.done))]
        : [...heading('□', 'remind'), ...describeSteps(delivery, decision.steps, look)];
    case 'stopped':
      return [
        ...heading('✗', 'fail'),
        ...where,
        ...under(words.stopped),
        ...words.why(decision.why, bundle).flatMap(under),
      ];
  }
}

function describeSteps(
  { bundle, routeName }: PlannedDelivery,
  steps: readonly string[],
  look: SendLook,
): readonly Line[] {
  const words = sendWordsIn(look.language);
  const under = (text: string) => withCommands(text, { indent: 3, columns: look.columns });
  return [
    ...under(`${words.byHand}${routeName ?? ''}`),
    ...steps.flatMap((step, index) =>
      paragraph(`${index + 1}. ${step}`, { indent: 5, hang: 3, columns: look.columns }),
    ),
    ...under(words.tick(bundle)),
  ];
}

function describeMails({ to = '' }: PlannedDelivery, decision: Sending, look: SendLook): readonly Line[] {
  const words = sendWordsIn(look.language);
  const under = (text: string) => paragraph(text, { indent: 3, tone: 'remind', columns: look.columns });
  const [first] = decision.mails;
  return [
    ...rows(
      [
        [words.labels.to, to],
        [words.labels.from, first?.message.from ?? ''],
      ],
      look,
    ),
    ...(decision.round > 0 ? under(words.again) : []),
    ...decision.earlier.flatMap((entry) => under(words.earlier(entry))),
    ...decision.mails.flatMap((mail) => describeMail(mail, decision.limit, look)),
    ...rows(
      decision.links.map(({ name, url }) => [words.labels.links, `${showName(name)}  ${url}`]),
      look,
    ),
  ];
}

function describeMail(mail: PlannedMessage, limit: number, look: SendLook): readonly Line[] {
  const { labels, noAttachment, number, size } = sendWordsIn(look.language);
  const { attachments, subject } = mail.message;
  const attached = attachments.map(
    ({ name, bytes }) => `${showName(name)}  ${formatBytes(bytes, look.language)}`,
  );
  return [
    ...(mail.parts > 1 ? paragraph(number(mail), { indent: 3, columns: look.columns }) : []),
    ...rows(
      [
        [labels.subject, subject],
        ...(attached.length > 0 ? attached : [noAttachment]).map(
          (text, index) => [index === 0 ? labels.attached : '', text] as const,
        ),
        [labels.size, size(mail.bytes, limit)],
      ],
      look,
    ),
  ];
}

/** Columns of the labels, the widest of them included. */
const LABEL_COLUMNS = 10;

/** Label and value side by side; a long value hangs. */
function rows(pairs: readonly (readonly [string, string])[], { columns }: SendLook): readonly Line[] {
  return pairs.flatMap(([label, value]) =>
    paragraph(value, {
      indent: 3,
      mark: toned(padColumns(label, LABEL_COLUMNS), 'quiet'),
      hang: LABEL_COLUMNS,
      columns,
    }),
  );
}

function marked(mark: string, tone: Tone | undefined, { columns }: SendLook) {
  return { indent: 0, mark: toned(padColumns(mark, 3), tone), hang: 3, columns };
}
