import type { ExamineProgress } from '../commands/examine-files.ts';
import type { Language } from '../model/report.ts';
import { showName } from '../report/show-name.ts';
import type { System } from '../system/system.ts';

export interface ProgressLine {
  readonly show: (progress: ExamineProgress) => void;
  readonly clear: () => void;
}

/** Milliseconds before the first sign of copying: what is over at once needs none; then at most ten a second. */
const PATIENCE = 300;
const INTERVAL = 100;
/** Milliseconds between two signs of life. */
const TURN = 80;
/** A file may take minutes; the sign turns all the while. ASCII, which every terminal and code page has. */
const TURNING = ['|', '/', '-', '\\'] as const;

/**
 * One line on standard error, there at once, that is gone when the work is done; none where nobody watches. `clear`
 * must be called.
 */
export function createProgressLine(system: System, language: Language): ProgressLine {
  const { terminal, environment } = system;
  if (!terminal.errIsTerminal || environment.variables['CI'])
    return { show: () => undefined, clear: () => undefined };
  let words = language === 'zh' ? '正在查看…' : 'looking…';
  let turns = 0;
  let over = false;
  const draw = () => {
    terminal.err(`\r\u001b[K${TURNING[turns++ % TURNING.length] ?? ''} ${words}`);
  };
  const timer = setInterval(draw, TURN);
  // Whatever goes wrong, nobody waits for a sign of life.
  timer.unref();
  draw();
  return {
    show: ({ done, total, path }) => {
      const count = language === 'zh' ? `正在查看 ${done}/${total}　` : `looking ${done}/${total}  `;
      words = `${count}${tail(showName(path), terminal.columns - 26)}`;
    },
    clear: () => {
      clearInterval(timer);
      if (!over) terminal.err('\r\u001b[K');
      over = true;
    },
  };
}

/** The end of a name tells files apart; a Chinese character takes two columns. */
function tail(name: string, columns: number): string {
  const room = Math.max(4, Math.floor(columns / 2));
  const letters = Array.from(name);
  return letters.length <= room ? name : `…${letters.slice(1 - room).join('')}`;
}

export interface BytesLine {
  readonly show: (name: string, done: number, total: number) => void;
  readonly clear: () => void;
}

export type BytesWords = (figures: string, seconds: number) => string;

/** `doing`: what takes so long. */
export function bytesWords(language: Language, doing: string): BytesWords {
  return language === 'zh'
    ? (figures, seconds) => `${doing} ${figures}，还要 ${seconds} 秒`
    : (figures, seconds) => `${doing} ${figures}, ${seconds} s left`;
}

/** Bytes and time left of a bundle that takes long to write or to read. */
export function createBytesLine(system: System, words: BytesWords): BytesLine {
  const { terminal, environment } = system;
  if (!terminal.errIsTerminal || environment.variables['CI'])
    return { show: () => undefined, clear: () => undefined };
  const begun = new Map<string, number>();
  let last = 0;
  return {
    show: (name, done, total) => {
      const time = system.now().getTime();
      const start = begun.get(name) ?? time;
      begun.set(name, start);
      if (time - start < PATIENCE || time - last < INTERVAL || done === 0) return;
      last = time;
      const left = Math.ceil((((time - start) / done) * (total - done)) / 1000);
      const megabytes = (bytes: number) => (bytes / 1024 ** 2).toFixed(0);
      const figures = `${megabytes(done)}/${megabytes(total)} MB`;
      terminal.err(`\r\u001b[K${words(figures, left)}`);
    },
    clear: () => {
      if (last > 0) terminal.err('\r\u001b[K');
      last = 0;
    },
  };
}
