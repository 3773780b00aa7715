import type { Command } from 'commander';
import { builtInIds } from '../notice/built-in-notices.ts';
import type { Ending } from '../model/outcome.ts';
import { CODES } from '../report/codes.ts';
import type { System } from '../system/system.ts';
import { completionTree, type CompletionNode } from './completion-tree.ts';
import { writeBashCompletion } from './write-bash-completion.ts';
import { writeFishCompletion } from './write-fish-completion.ts';
import { writePowershellCompletion } from './write-powershell-completion.ts';
import { writeZshCompletion } from './write-zsh-completion.ts';

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

const WRITERS: Readonly<Record<Shell, (root: CompletionNode) => string>> = {
  bash: writeBashCompletion,
  zsh: writeZshCompletion,
  fish: writeFishCompletion,
  powershell: writePowershellCompletion,
};

/** A script that a shell reads once; nothing of this program runs while somebody types. */
export async function runCompletion(shell: Shell, program: Command, system: System): Promise<Ending> {
  const { files, environment, terminal } = system;
  const { templates, workingFolder } = environment;
  const notices = await builtInIds({ files, templates, workingFolder });
  terminal.out(WRITERS[shell](completionTree(program, { notices, codes: CODES })));
  return { kind: 'done' };
}
