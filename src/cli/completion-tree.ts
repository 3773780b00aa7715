import type { Argument, Command, Option } from 'commander';

/** What may be completed at a place: words, a file, a folder, or nothing that is known. */
export type Completes =
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly orFile: boolean }
  | { readonly kind: 'file' | 'folder' | 'free' };

export interface CompletionOption {
  /** `--notice`, `-h`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Absent: it takes no value. */
  readonly value?: Completes;
}

/** The commander tree as a completion script needs it. */
export interface CompletionNode {
  /** Words from the program on, `notice show`; empty for the program itself. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly CompletionOption[];
  /** Of the first positional argument. */
  readonly argument?: Completes;
  readonly children: readonly CompletionNode[];
}

/** Words that stand for the user's own data, known when the script is made. */
export interface KnownWords {
  readonly notices: readonly string[];
  readonly codes: readonly string[];
}

export function completionTree(program: Command, known: KnownWords): CompletionNode {
  return nodeOf(program, [], known);
}

function nodeOf(command: Command, path: readonly string[], known: KnownWords): CompletionNode {
  const help = command.createHelp();
  const [argument] = command.registeredArguments;
  const children = help.visibleCommands(command).filter((child) => child.name() !== 'help');
  return {
    path,
    description: help.subcommandDescription(command),
    options: help.visibleOptions(command).map((option) => optionOf(option, known)),
    ...(argument && { argument: valueOf(argument, known) }),
    children: children.map((child) => nodeOf(child, [...path, child.name()], known)),
  };
}

function optionOf(option: Option, known: KnownWords): CompletionOption {
  const { short, long, description } = option;
  const takes = option.required || option.optional;
  return {
    flags: [long, short].filter((flag) => flag !== undefined),
    description,
    ...(takes && { value: valueOf(option, known) }),
  };
}

/** By the choices, else by what the placeholder says: `<id|file>`, `<dir>`, `[code]`. */
function valueOf(place: Option | Argument, known: KnownWords): Completes {
  if (place.argChoices) return { kind: 'words', words: place.argChoices, orFile: false };
  const named = 'flags' in place ? place.flags.replace(/^.*[<[]/, '') : place.name();
  const name = named.replace(/[\]>.]+$/, '');
  if (name === 'code') return { kind: 'words', words: known.codes, orFile: false };
  if (/^(?:id\|file|notice)$/.test(name)) return { kind: 'words', words: known.notices, orFile: true };
  if (/^(?:dir|materials|outbox)$/.test(name)) return { kind: 'folder' };
  return { kind: /^(?:file|docx|bundle|path)$/.test(name) ? 'file' : 'free' };
}
