import type { StopReason } from '../../model/send.ts';
import { findingText } from '../describe-verification.ts';
import { detailNames } from '../detail-name.ts';
import { formatBytes, formatLimit } from '../format-bytes.ts';
import type { SendWords } from '../send-words.ts';
import { showName, visible } from '../show-name.ts';
import { plural } from './plural.ts';

const size = (bytes: number) => formatBytes(bytes, 'en');
const day = (at: string) => at.slice(0, 16).replace('T', ' ');

export const sendWordsEn: SendWords = {
  toSend: (bundles, mails) => `to send: ${plural(bundles, 'bundle')} in ${plural(mails, 'mail')}`,
  nothing: 'There is no mail to send.',
  labels: {
    to: 'to',
    from: 'from',
    subject: 'subject',
    attached: 'attached',
    size: 'size',
    links: 'net disk',
  },
  noAttachment: '(nothing attached: all is in the text)',
  number: ({ part, parts }) => `mail ${part}/${parts}`,
  size: (bytes, limit) => `${size(bytes)} (limit ${formatLimit(limit, 'en')})`,
  earlier: ({ at }) =>
    `note: on ${day(at)} a bundle of this name with other content went to this mailbox; this one goes as another`,
  again: 'sent again: the subject says 【重发】',
  already: (entry) => `sent before${entry ? ` (${day(entry.at)})` : ''}, not sent again`,
  inDoubt: (bundle) =>
    `may have arrived; not sent again by itself. Look into the sent mail of your mailbox or ask the recipient; run the first if it arrived, the second if not:${settleCommands(bundle)}`,
  byHand: 'no mail: hand it in yourself:',
  tick: (bundle) => `when it is done:\nfour-ones send --done "${visible(bundle)}" --by NAME`,
  done: ({ at, by = '', note }) =>
    `handed in by hand (${day(at)}, ${visible(by)}${note === undefined ? '' : `: ${visible(note)}`})`,
  stopped: 'cannot be sent',
  why: (reason, bundle) => whyStopped(reason, bundle),
  unreadable: (name) => `${showName(name)} cannot be read, so its bundle is not sent; pack again`,
  unreadableLines: (lines) =>
    `ledger.jsonl, line ${lines.slice(0, 5).join(', ')}: cannot be read and may record a mail that was sent, so nothing was sent. ` +
    'Save a copy of the ledger, compare those lines with the sent mail of your mailbox, then delete them and run again',
  states: {
    none: 'not sent yet',
    planned: 'to be sent',
    sending: 'being sent',
    failed: 'failed',
    'partly-sent': 'partly sent',
    'in-doubt': 'in doubt',
    sent: 'sent',
    done: 'handed in by hand',
  },
  sent: (mails) =>
    `Sent ${plural(mails, 'mail')}; the server has taken ${mails === 1 ? 'it' : 'all of them'}.`,
  sentMail: 'sent',
  failedMail: 'not sent',
  doubtfulMail: 'may have arrived',
  said: (text) => `the answer: ${text}`,
  detail: (text) => `the system says: ${text}`,
  next: (text) => `what to do: ${text}`,
  tried: (times) => `tried ${plural(times, 'time')}`,
  left: (bundles) =>
    `${plural(bundles, 'bundle')} not sent yet; mend it and run again: what was sent is not sent again`,
  doubtful: (bundles) =>
    `${plural(bundles, 'bundle')} in doubt and never sent again by itself; find out as said above`,
  interrupted: 'Interrupted. Run it again to go on with what is left; what was sent is not sent again.',
  cancelled: 'Nothing was sent.',
  awaited: 'awaiting reply',
  connecting: 'logging in…',
  preparing: 'preparing…',
  pausing: 'waiting to try again…',
  waiting: (what, seconds) => `${what}; trying again in ${seconds} s`,
  previews: (count, folder) => `Nothing was sent. ${plural(count, 'mail')} as .eml in ${folder}`,
  smaller: 'the server takes smaller mails only, so they are divided anew:',
};

function settleCommands(bundle: string): string {
  const settle = `\nfour-ones send --settle "${visible(bundle)}"`;
  return `${settle} sent${settle} not-sent`;
}

function whyStopped(reason: StopReason, bundle: string): readonly string[] {
  switch (reason.kind) {
    case 'mail':
      return [
        `the mail lacks ${detailNames(reason.fields, 'en')}`,
        'write it into 作品信息.yaml of the work (the contact person’s into contact of four-ones.yaml) and pack again (pack --replace)',
      ];
    case 'unstamped':
      return [
        `no stamped scan yet: ${reason.names.map(showName).join(', ')}`,
        'print it, have it stamped and signed, scan it as PDF under the form’s name, put it into the work’s folder (a table of works into its category’s) and pack again (pack --replace)',
      ];
    case 'too-large':
      return [
        ...reason.files.map(
          ({ name, bytes, messageBytes }) =>
            `${showName(name)} has ${size(bytes)}, ${size(messageBytes)} in a mail, over the limit of ${formatLimit(reason.limit, 'en')}`,
        ),
        'put it on a net disk and add --link "FILE=URL 提取码: 1234"; nothing of the bundle was sent',
      ];
    case 'text-too-large':
      return [
        `the text alone has ${size(reason.bytes)}, over the limit of ${formatLimit(reason.limit, 'en')}; pack in several goes`,
      ];
    case 'part-too-large':
      return [
        `earlier mails went out, and mail ${reason.part.part}/${reason.part.parts} has ${size(reason.bytes)}; the limit now is ${formatLimit(reason.limit, 'en')}`,
        `set mail.limit as it was, or send all of it again:\nfour-ones send --resend --bundle "${visible(bundle)}"`,
      ];
    case 'division-lost':
      return [
        'a part of it was sent in several mails, and it cannot be divided as it was then',
        `where --link was given then, give it again; otherwise ask the recipient what arrived and send all of it again:\nfour-ones send --resend --bundle "${visible(bundle)}"`,
      ];
    case 'damaged':
      return [
        'the bundle is not what was packed:',
        ...reason.findings.slice(0, 5).map((finding) => findingText(finding, 'en')),
        'pack again (pack --replace)',
      ];
    case 'missing':
      return [
        `files of the bundle are missing or changed: ${reason.names.map(showName).join(', ')}`,
        'pack again (pack --replace)',
      ];
    case 'recipient':
      return [
        `the record's mailbox ${visible(reason.to)} is not one that the notice names${reason.known.length > 0 ? ` (${reason.known.map(visible).join(', ')})` : ''}`,
        'check it; if it is meant, add --to ADDRESS --confirm-recipient',
      ];
    case 'notice-unknown':
      return [
        'the notice it was packed by is not built in, so its mailbox cannot be checked',
        'name the notice file with --notice',
      ];
  }
}
