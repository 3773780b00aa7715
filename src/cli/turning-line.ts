import type { System } from '../system/system.ts';

/** One line on standard error with a sign that turns as long as work goes on; none where nobody watches. */
export interface TurningLine {
  /** There at once, and again after `hide`. */
  readonly tell: (words: string) => void;
  /** Gone, for other words or a question; must be called when the work is done. */
  readonly hide: () => void;
}

/** Milliseconds between two signs of life. */
const TURN = 80;
/** ASCII, which every terminal and code page has. */
const SIGNS = ['|', '/', '-', '\\'] as const;

export function createTurningLine({
  terminal,
  environment,
}: Pick<System, 'terminal' | 'environment'>): TurningLine {
  if (!terminal.errIsTerminal || environment.variables['CI'])
    return { tell: () => undefined, hide: () => undefined };
  let words = '';
  let turns = 0;
  let timer: NodeJS.Timeout | undefined;
  const draw = () => {
    terminal.err(`\r\u001b[K${SIGNS[turns++ % SIGNS.length] ?? ''} ${words}`);
  };
  return {
    tell: (told) => {
      words = told;
      if (timer) return;
      // Whatever goes wrong, nobody waits for a sign of life.
      timer = setInterval(draw, TURN).unref();
      draw();
    },
    hide: () => {
      if (!timer) return;
      clearInterval(timer);
      timer = undefined;
      terminal.err('\r\u001b[K');
    },
  };
}

/** The sign turns until the work is done, however it ends. */
export async function whileTurning<T>(words: string, system: System, work: () => Promise<T>): Promise<T> {
  const line = createTurningLine(system);
  line.tell(words);
  try {
    return await work();
  } finally {
    line.hide();
  }
}
