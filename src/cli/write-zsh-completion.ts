import type { CompletionNode, CompletionOption, Completes } from './completion-tree.ts';
import { allNodes, briefly, quoted } from './completion-words.ts';

/** One function a command, each with `_arguments` (zsh manual, “Completion System”). */
export function writeZshCompletion(root: CompletionNode): string {
  return `#compdef four-ones
# four-ones：zsh 自动补全。装上：four-ones completion zsh > ~/.zfunc/_four-ones，并在 ~/.zshrc 里写
#   fpath=(~/.zfunc $fpath); autoload -U compinit && compinit
${allNodes(root).map(functionOf).join('')}
if [ "$funcstack[1]" = "_four-ones" ]; then
  _four_ones "$@"
else
  compdef _four_ones four-ones
fi
`;
}

function functionOf(node: CompletionNode): string {
  const options = node.options.flatMap(specs);
  const { children, argument } = node;
  if (children.length === 0) {
    const positional = argument ? [quoted(`*::${actionOf(argument)}`)] : [];
    return `
${nameOf(node)}() {
  _arguments -s ${[...options, ...positional].join(' \\\n    ')}
}
`;
  }
  const described = children.map(({ path, description }) =>
    quoted(`${path.at(-1) ?? ''}:${briefly(description).replaceAll(':', '：')}`),
  );
  const dispatch = children.map((child) => `        ${child.path.at(-1) ?? ''}) ${nameOf(child)} ;;`);
  return `
${nameOf(node)}() {
  local line state
  _arguments -C ${[...options, quoted('1: :->command'), quoted('*::argument:->arguments')].join(' \\\n    ')}
  case $state in
    command)
      local -a commands
      commands=(${described.join(' ')})
      _describe command commands ;;
    arguments)
      case $line[1] in
${dispatch.join('\n')}
      esac ;;
  esac
}
`;
}

function nameOf({ path }: CompletionNode): string {
  return ['_four_ones', ...path].join('_');
}

function specs({ flags, description, value }: CompletionOption): readonly string[] {
  const told = briefly(description).replace(/[[\]:]/g, (sign) => FULL_WIDTH[sign] ?? sign);
  return flags.map((flag) => quoted(`${flag}[${told}]${value ? `:${actionOf(value)}` : ''}`));
}

/** Brackets and colons end a description. */
const FULL_WIDTH: Readonly<Record<string, string>> = { '[': '［', ']': '］', ':': '：' };

/** A message, which may be empty, and what to complete with. */
function actionOf(value: Completes): string {
  switch (value.kind) {
    case 'words':
      return value.orFile ? ` :{compadd ${value.words.join(' ')}; _files}` : ` :(${value.words.join(' ')})`;
    case 'file':
      return ' :_files';
    case 'folder':
      return ' :_files -/';
    case 'free':
      return ' : ';
  }
}
