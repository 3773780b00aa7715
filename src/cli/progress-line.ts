import type { ExamineProgress } from '../commands/examine-files.ts';
import type { Language } from '../model/report.ts';
import { showName } from '../report/show-name.ts';
import type { System } from '../system/system.ts';
import { createTurningLine } from './turning-line.ts';

export interface ProgressLine {
  readonly show: (progress: ExamineProgress) => void;
  /** Bytes and time left of a bundle that is written or read. */
  readonly showBytes: (name: string, done: number, total: number) => void;
  readonly clear: () => void;
}

/** Milliseconds before the time left is told: until then nobody knows. */
const PATIENCE = 300;

/** What is going on besides looking at files: `doing`, as “packing”; `first`: what stands there until more is known. */
export interface ProgressWords {
  readonly doing?: string;
  readonly first?: string;
}

/** A turning line, there at once, that tells how far the work is. `clear` must be called. */
export function createProgressLine(
  system: System,
  language: Language,
  { doing = '', first }: ProgressWords = {},
): ProgressLine {
  const zh = language === 'zh';
  const line = createTurningLine(system);
  const begun = new Map<string, number>();
  line.tell(first ?? (zh ? '正在查看…' : 'looking…'));
  return {
    show: ({ done, total, path }) => {
      const count = zh ? `正在查看 ${done}/${total}　` : `looking ${done}/${total}  `;
      line.tell(`${count}${tail(showName(path), system.terminal.columns - 26)}`);
    },
    showBytes: (name, done, total) => {
      const time = system.now().getTime();
      const start = begun.get(name) ?? time;
      // Put down anew, so that a bundle is named however soon it is done.
      if (!begun.has(name)) line.hide();
      begun.set(name, start);
      const left =
        time - start < PATIENCE || done === 0 ? undefined : (((time - start) / done) * (total - done)) / 1000;
      line.tell(`${doing} ${megabytes(done)}/${megabytes(total)} MB${timeLeft(left, zh)}`);
    },
    clear: line.hide,
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(0);
}

function timeLeft(seconds: number | undefined, zh: boolean): string {
  if (seconds === undefined) return '';
  return zh ? `，还要 ${Math.ceil(seconds)} 秒` : `, ${Math.ceil(seconds)} s left`;
}

/** The end of a name tells files apart; a Chinese character takes two columns. */
function tail(name: string, columns: number): string {
  const room = Math.max(4, Math.floor(columns / 2));
  const letters = Array.from(name);
  return letters.length <= room ? name : `…${letters.slice(1 - room).join('')}`;
}
