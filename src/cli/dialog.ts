import type { Language } from '../model/report.ts';
import type { Dialog, DialogChoice, System } from '../system/system.ts';

/** Asks with the arrow keys, or by numbers where the terminal cannot; undefined where nobody is there to answer. */
export function dialogOf({ terminal }: Pick<System, 'terminal'>, language: Language): Dialog | undefined {
  if (terminal.dialog) return terminal.dialog;
  const { ask } = terminal;
  const err = (text: string) => {
    terminal.err(text);
  };
  return ask ? plainDialog({ ask, err }, language) : undefined;
}

interface Lines {
  readonly ask: (question: string) => Promise<string>;
  readonly err: (text: string) => void;
}

/** Input that has ended answers every question with nothing. */
const MOST_TRIES = 5;

/** Line by line, for a dumb terminal, a screen reader, a script that answers. An empty choice is the first one. */
function plainDialog({ ask, err }: Lines, language: Language): Dialog {
  const zh = language === 'zh';
  return {
    choose: async (question, choices, first) => {
      const usual = Math.max(
        0,
        choices.findIndex(({ value }) => value === first),
      );
      err(`${question}\n${choices.map(numbered).join('\n')}\n`);
      for (;;) {
        const answer = await ask(
          zh ? `输入编号（直接回车选 ${usual + 1}）：` : `Number (Enter for ${usual + 1}): `,
        );
        const chosen = choices[answer === '' ? usual : Number(answer) - 1];
        if (chosen) return chosen.value;
        err(zh ? `请输入 1 到 ${choices.length}\n` : `1 to ${choices.length}, please\n`);
      }
    },
    write: async (question, { example, refuse } = {}) => {
      const hint = example === undefined ? '' : zh ? `（${example}）` : ` (${example})`;
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const answer = (await ask(`${question}${hint}${zh ? '：' : ': '}`)).trim();
        const problem = refuse?.(answer);
        if (problem === undefined) return answer;
        err(`${problem}\n`);
      }
      return undefined;
    },
  };
}

function numbered({ label, hint }: DialogChoice, index: number): string {
  return `  ${index + 1}. ${label}${hint === undefined ? '' : `  ${hint}`}`;
}
