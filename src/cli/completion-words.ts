import type { CompletionNode } from './completion-tree.ts';

/** A node and all below it. */
export function allNodes(node: CompletionNode): readonly CompletionNode[] {
  return [node, ...node.children.flatMap(allNodes)];
}

/** In single quotes, as bash, zsh and POSIX shells take them literally. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** In single quotes of fish, in which a backslash escapes itself and the quote. */
export function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, (character) => `\\${character}`)}'`;
}

/** In single quotes of PowerShell, in which the quote is doubled; it takes the curly ones for quotes too. */
export function powershellQuoted(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, (character) => character.repeat(2))}'`;
}

/** The first clause: what a menu has room for. */
export function briefly(description: string): string {
  return description.split(/[。；\n]/)[0]?.slice(0, 60) ?? '';
}
