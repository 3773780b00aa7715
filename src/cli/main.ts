import { exitCodeOf, type Ending } from '../model/outcome.ts';
import { LANGUAGES, type Language } from '../model/report.ts';
import type { System } from '../system/system.ts';
import { explainFailure } from './explain-failure.ts';
import { createProgram } from './program.ts';
import { tidyArguments } from './tidy-arguments.ts';

/** From the arguments to the exit code. Nothing escapes: what is nobody's mistake but ours says so. */
export async function main(args: readonly string[], system: System): Promise<number> {
  return exitCodeOf(await run(tidyArguments(args, system.environment.platform), system));
}

async function run(args: readonly string[], system: System): Promise<Ending> {
  const language = languageOf(args);
  let ending: Ending = { kind: 'done' };
  try {
    // Without a word, a person at a terminal is led; a script is told how to use it.
    const told = args.length === 0 && system.terminal.ask ? ['guide'] : args;
    const end = (reached: Ending) => {
      ending = reached;
    };
    const program = createProgram(system, end, told[0]);
    await program.parseAsync(told, { from: 'user' });
    return system.interrupted.aborted ? { kind: 'interrupted' } : ending;
  } catch (error) {
    return explainFailure(error, language, system);
  }
}

/** Before any argument is understood, the language of complaints must be known. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const named = args[at]?.split('=')[1] ?? args[at + 1];
  return at >= 0 && LANGUAGES.find((language) => language === named) ? (named as Language) : 'zh';
}
