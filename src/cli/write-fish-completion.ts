import type { CompletionNode, CompletionOption, Completes } from './completion-tree.ts';
import { allNodes, briefly, fishQuoted } from './completion-words.ts';

/** fish reads its completions line by line, each with the condition under which it holds. */
export function writeFishCompletion(root: CompletionNode): string {
  return `# four-ones：fish 自动补全。装上：four-ones completion fish > ~/.config/fish/completions/four-ones.fish
function __four_ones_at
  set -l node
  for word in (commandline -opc)[2..-1]
    switch "$node/$word"
${allNodes(root)
  .filter(({ path }) => path.length > 0)
  .map(
    ({ path }) =>
      `      case ${fishQuoted(`${path.slice(0, -1).join('/')}/${path.at(-1) ?? ''}`)}\n        set node ${fishQuoted(path.join('/'))}`,
  )
  .join('\n')}
    end
  end
  test "$node" = "$argv[1]"
end
complete -c four-ones -f
${allNodes(root).flatMap(linesOf).join('\n')}
`;
}

function linesOf(node: CompletionNode): readonly string[] {
  const here = `complete -c four-ones -n ${fishQuoted(`__four_ones_at ${fishQuoted(node.path.join('/'))}`)}`;
  const { children, argument } = node;
  const commands = children.map(
    ({ path, description }) =>
      `${here} -a ${fishQuoted(path.at(-1) ?? '')} -d ${fishQuoted(briefly(description))}`,
  );
  const positional = children.length === 0 && argument ? [`${here}${valueOf(argument, false)}`] : [];
  return [...commands, ...positional, ...node.options.map((option) => `${here}${optionOf(option)}`)];
}

function optionOf({ flags, description, value }: CompletionOption): string {
  const names = flags.map((flag) =>
    flag.startsWith('--') ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`,
  );
  return `${names.join('')} -d ${fishQuoted(briefly(description))}${value ? valueOf(value, true) : ''}`;
}

/** `-x`: a value, and no files; `-F`: files too. */
function valueOf(value: Completes, required: boolean): string {
  const exclusive = required ? ' -x' : '';
  const files = required ? ' -r -F' : ' -F';
  switch (value.kind) {
    case 'words':
      return `${value.orFile ? files : exclusive} -a ${fishQuoted(value.words.join(' '))}`;
    case 'file':
      return files;
    case 'folder':
      return `${exclusive} -a ${fishQuoted('(__fish_complete_directories)')}`;
    case 'free':
      return exclusive;
  }
}
