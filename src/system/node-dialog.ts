import { Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import type { Dialog, DialogChoice, DialogText } from './system.ts';

export interface DialogPlace {
  readonly output: WriteStream;
  readonly colors: boolean;
  readonly interrupted: AbortSignal;
}

/** Questions as @clack/prompts draws them. The only file that knows it. */
export function createDialog({ output, colors, interrupted }: DialogPlace): Dialog {
  // A signal of its own for each question, which goes with it: each leaves a listener behind.
  const common = () => ({
    output: colors ? output : withoutColors(output),
    signal: AbortSignal.any([interrupted]),
  });
  return {
    choose: async (question, choices, first) => {
      const { select, isCancel } = await import('@clack/prompts');
      const answer = await select<string>({
        ...common(),
        message: question,
        options: choices.map(optionOf),
        showInstructions: false,
        ...(first !== undefined && { initialValue: first }),
      });
      return isCancel(answer) ? undefined : answer;
    },
    write: async (question, options: DialogText = {}) => {
      const { text, isCancel } = await import('@clack/prompts');
      const { example, refuse } = options;
      const answer = await text({
        ...common(),
        message: question,
        defaultValue: '',
        ...(example !== undefined && { placeholder: example }),
        ...(refuse && { validate: (typed) => refuse((typed ?? '').trim()) }),
      });
      return isCancel(answer) ? undefined : answer.trim();
    },
  };
}

function optionOf({ value, label, hint }: DialogChoice) {
  return { value, label, ...(hint !== undefined && { hint }) };
}

const COLORS = /\u001b\[[\d;]*m/g;

/** NO_COLOR: what draws the questions paints them whatever the variable says. Moving the cursor stays. */
function withoutColors(output: WriteStream): Writable {
  const plain = new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => {
      output.write(chunk.toString().replace(COLORS, ''), done);
    },
  });
  return Object.defineProperties(plain, {
    columns: { get: () => output.columns },
    rows: { get: () => output.rows },
    isTTY: { value: true },
  });
}
