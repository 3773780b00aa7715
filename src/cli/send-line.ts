import type { PlannedDelivery, PlannedMessage } from '../model/send.ts';
import type { Language } from '../model/report.ts';
import { sendWordsIn } from '../report/send-words-in.ts';
import { formatBytes } from '../report/format-bytes.ts';
import { showName } from '../report/show-name.ts';
import { shortenMiddle } from '../report/terminal/wrap-text.ts';
import type { System } from '../system/system.ts';

export interface SendLine {
  readonly begin: (planned: PlannedDelivery, mail: PlannedMessage) => void;
  readonly show: (mail: PlannedMessage, sent: number) => void;
  /** A line of its own, which stays. */
  readonly say: (text: string) => void;
  readonly clear: () => void;
}

/** Milliseconds: at most ten signs a second. */
const INTERVAL = 100;
const BAR = 16;
/** Columns of bar, bytes and rate at most. */
const FIGURES = 54;

/** A bar with bytes and rate while a mail goes; none where nobody watches. */
export function createSendLine(system: System, language: Language): SendLine {
  const { terminal, environment } = system;
  if (!terminal.errIsTerminal || environment.variables['CI'])
    return { begin: () => undefined, show: () => undefined, say: () => undefined, clear: () => undefined };
  let [name, start, drawn] = ['', 0, 0];
  const draw = (mail: PlannedMessage, sent: number, time: number) => {
    const filled = Math.round((BAR * sent) / Math.max(1, mail.bytes));
    const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
    const rate =
      time > start ? ` ${formatBytes(Math.round((sent * 1000) / (time - start)), language)}/s` : '';
    // Servers take their time over the last reply.
    const last = sent === mail.bytes ? ` ${sendWordsIn(language).awaited}` : rate;
    const figures = `${bar} ${formatBytes(sent, language)}/${formatBytes(mail.bytes, language)}${last}`;
    terminal.err(`\r\u001b[K${figures}  ${shortenMiddle(name, Math.max(10, terminal.columns - FIGURES))}`);
    drawn = time;
  };
  return {
    begin: ({ bundle }, mail) => {
      name = `${showName(bundle)}${mail.parts > 1 ? ` ${mail.part}/${mail.parts}` : ''}`;
      start = system.now().getTime();
      draw(mail, 0, start);
    },
    show: (mail, sent) => {
      const time = system.now().getTime();
      if (time - drawn >= INTERVAL || sent === mail.bytes) draw(mail, sent, time);
    },
    say: (text) => {
      terminal.err(`\r\u001b[K${text}\n`);
    },
    clear: () => {
      if (drawn > 0) terminal.err('\r\u001b[K');
    },
  };
}
