import type { Notice, Route, Step } from '../model/notice.ts';
import type { RoutePiece } from '../model/route-piece.ts';
import type { Row } from './describe-notice-rows.ts';
import { describeOrigin, describeWeight } from './describe-notice-rules.ts';
import type { NoticeWords } from './describe-notice-words.ts';
import { formatLimit } from './format-bytes.ts';
import { formatRange } from './format-range.ts';
import { stepDue } from './step-due.ts';
import { visible } from './show-name.ts';

/** A route as it is taken: to whom, and what a person does. */
export function routeRows(id: string, label: string, notice: Notice, words: NoticeWords): readonly Row[] {
  const route = notice.routes.find((candidate) => candidate.id === id);
  if (!route) return [];
  const name = (route.name ?? id) + piecesOf(route, notice, words) + whenOf(route, words);
  const said = [name, mailOf(route, words)].filter((part) => part !== undefined);
  const sent = route.mail ? describeOrigin(route.mail, words, 'send') : '';
  const text = visible(said.join(words.colon)) + sent;
  const steps = route.steps.map((step, index): Row => ({
    indent: 2,
    label: '',
    text: stepLine(step, index, words),
  }));
  return [{ indent: 2, label, text }, ...steps];
}

/** What goes this way alone. */
function piecesOf({ of }: Route, notice: Notice, words: NoticeWords): string {
  if (!of) return '';
  const { brackets, comma, values, colon } = words;
  const pieces = of.map((piece) => pieceName(piece, notice, words)).join(comma);
  return `${brackets[0]}${values.only}${colon}${pieces}${brackets[1]}`;
}

function pieceName(piece: RoutePiece, { forms, categories }: Notice, { roles, values }: NoticeWords): string {
  switch (piece.kind) {
    case 'works':
      return values.works;
    case 'table':
      return categories.flatMap(({ summary }) => summary?.value.name ?? [])[0] ?? '';
    case 'role':
      return roles[piece.role];
    case 'form':
      return forms.find(({ id }) => id === piece.id)?.name ?? piece.id;
    case 'part': {
      const parts = categories.flatMap(({ parts }) => parts.flatMap(({ value }) => value.named ?? []));
      return parts.find(({ id }) => id === piece.id)?.name ?? piece.id;
    }
  }
}

function stepLine(step: Step, index: number, words: NoticeWords): string {
  const due = stepDue(step.due, words.language);
  return visible(`${index + 1}. ${step.text}`) + due + describeOrigin(step, words, 'hand');
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
        text: stepLine(entry, index, words),
      };
    }),
  ];
}
