import type { Notice, Route } from '../model/notice.ts';
import type { Row } from './describe-notice-rows.ts';
import { describeOrigin, describeWeight } from './describe-notice-rules.ts';
import type { NoticeWords } from './describe-notice-words.ts';
import { formatLimit } from './format-bytes.ts';
import { formatRange } from './format-range.ts';
import { visible } from './show-name.ts';

/** A route as it is taken: to whom, and what a person does. */
export function routeRows(id: string, label: string, { routes }: Notice, words: NoticeWords): readonly Row[] {
  const route = routes.find((candidate) => candidate.id === id);
  if (!route) return [];
  const said = [(route.name ?? id) + whenOf(route, words), mailOf(route, words)].filter(
    (part) => part !== undefined,
  );
  const sent = route.mail ? describeOrigin(route.mail, words, 'send') : '';
  const text = visible(said.join(words.colon)) + sent;
  const steps = route.steps.map((step, index): Row => ({
    indent: 2,
    label: '',
    text: visible(`${index + 1}. ${step.text}`) + describeOrigin(step, words, 'hand'),
  }));
  return [{ indent: 2, label, text }, ...steps];
}

/** A way only for materials of such a size. */
function whenOf({ when }: Route, { brackets: [open, close], values, language }: NoticeWords): string {
  if (!when) return '';
  return `${open}${values.inAll}${formatRange(when, language, (bytes) => formatLimit(bytes, language))}${close}`;
}

function mailOf({ mail }: Route, words: NoticeWords): string | undefined {
  if (!mail) return undefined;
  const { subject, body, noAttachment, files } = words.values;
  const notes = [
    mail.subject === undefined ? undefined : `${subject} ${mail.subject}`,
    mail.body === undefined ? undefined : `${body} ${mail.body.join(words.comma)}`,
    mail.attach === 'none' ? noAttachment : mail.attach === 'files' ? files : undefined,
  ].filter((note) => note !== undefined);
  return [mail.to, ...notes].join(words.semicolon);
}

/** What a person confirms and does. */
export function handRows(
  { steps, attestations }: Pick<Notice, 'steps' | 'attestations'>,
  words: NoticeWords,
): readonly Row[] {
  const { attest, step } = words.labels;
  const first = (index: number, label: string) => (index === 0 ? label : '');
  return [
    ...attestations.map((entry, index): Row => {
      return {
        indent: 2,
        label: first(index, attest),
        text: visible(`[ ] ${entry.text}`) + describeWeight(entry, words, 'person'),
      };
    }),
    ...steps.map((entry, index): Row => {
      return {
        indent: 2,
        label: first(index, step),
        text: visible(`${index + 1}. ${entry.text}`) + describeOrigin(entry, words, 'hand'),
      };
    }),
  ];
}
