import type { PlannedDelivery, PlannedMessage } from '../model/send.ts';
import type { Language } from '../model/report.ts';
import { sendWordsIn } from '../report/send-words-in.ts';
import { formatBytes } from '../report/format-bytes.ts';
import { showName } from '../report/show-name.ts';
import { shortenMiddle } from '../report/terminal/wrap-text.ts';
import type { System } from '../system/system.ts';
import { createTurningLine } from './turning-line.ts';

export interface SendLine {
  /** Until the first mail begins. */
  readonly tell: (stage: 'connecting' | 'preparing') => void;
  readonly begin: (planned: PlannedDelivery, mail: PlannedMessage) => void;
  readonly show: (mail: PlannedMessage, sent: number) => void;
  /** A line of its own, which stays. */
  readonly say: (text: string) => void;
  readonly clear: () => void;
}

const BAR = 16;
/** Columns of the sign, of bar, bytes and rate at most. */
const FIGURES = 56;

/** A bar with bytes and rate while a mail goes, and a sign that turns all the while; none where nobody watches. */
export function createSendLine(system: System, language: Language): SendLine {
  const { terminal } = system;
  const line = createTurningLine(system);
  let [name, start] = ['', 0];
  const draw = (mail: PlannedMessage, sent: number) => {
    const seconds = (system.now().getTime() - start) / 1000;
    const filled = Math.round((BAR * sent) / Math.max(1, mail.bytes));
    const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
    const rate = seconds > 0 ? ` ${formatBytes(Math.round(sent / seconds), language)}/s` : '';
    // Servers take their time over the last reply.
    const last = sent === mail.bytes ? ` ${sendWordsIn(language).awaited}` : rate;
    const figures = `${bar} ${formatBytes(sent, language)}/${formatBytes(mail.bytes, language)}${last}`;
    line.tell(`${figures}  ${shortenMiddle(name, Math.max(10, terminal.columns - FIGURES))}`);
  };
  return {
    tell: (stage) => {
      line.tell(sendWordsIn(language)[stage]);
    },
    begin: ({ bundle }, mail) => {
      name = `${showName(bundle)}${mail.parts > 1 ? ` ${mail.part}/${mail.parts}` : ''}`;
      start = system.now().getTime();
      draw(mail, 0);
    },
    show: draw,
    say: (text) => {
      line.hide();
      if (terminal.errIsTerminal && !system.environment.variables['CI']) terminal.err(`${text}\n`);
      line.tell(sendWordsIn(language).pausing);
    },
    clear: line.hide,
  };
}
