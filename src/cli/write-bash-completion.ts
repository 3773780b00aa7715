import type { CompletionNode, Completes } from './completion-tree.ts';
import { allNodes, quoted } from './completion-words.ts';

/** For bash 3.2 and later (macOS has no newer one), without bash-completion. */
export function writeBashCompletion(root: CompletionNode): string {
  return `# four-ones：bash 自动补全。装上：four-ones completion bash >> ~/.bashrc，再打开一个新终端
_four_ones() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" node= word words= kind=free i
  local IFS=$' \\t\\n'
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$node/$word" in
${allNodes(root)
  .filter(({ path }) => path.length > 0)
  .map((node) => `      ${quoted(stepOf(node))}) node=${quoted(keyOf(node))} ;;`)
  .join('\n')}
    esac
  done
  case "$node $prev" in
${allNodes(root)
  .flatMap((node) =>
    node.options.flatMap(({ flags, value }) =>
      value ? flags.map((flag) => `    ${quoted(`${keyOf(node)} ${flag}`)}) ${assign(value)} ;;`) : [],
    ),
  )
  .join('\n')}
    *)
      if [[ $cur == -* ]]; then
        case "$node" in
${allNodes(root)
  .map(
    (node) =>
      `          ${quoted(keyOf(node))}) words=${quoted(node.options.flatMap(({ flags }) => flags).join(' '))} ;;`,
  )
  .join('\n')}
        esac
      else
        case "$node" in
${allNodes(root)
  .map((node) => `          ${quoted(keyOf(node))}) ${assign(ofNode(node))} ;;`)
  .join('\n')}
        esac
      fi ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  case $kind in
    file) compopt -o filenames 2>/dev/null; IFS=$'\\n'; COMPREPLY+=($(compgen -f -- "$cur")) ;;
    folder) compopt -o filenames 2>/dev/null; IFS=$'\\n'; COMPREPLY+=($(compgen -d -- "$cur")) ;;
  esac
}
complete -F _four_ones four-ones
`;
}

/** Of a command, as the script remembers where it is: `notice/show`. */
function keyOf({ path }: CompletionNode): string {
  return path.join('/');
}

function stepOf({ path }: CompletionNode): string {
  return `${path.slice(0, -1).join('/')}/${path.at(-1) ?? ''}`;
}

function ofNode({ children, argument }: CompletionNode): Completes {
  if (children.length === 0) return argument ?? { kind: 'free' };
  return { kind: 'words', words: children.map(({ path }) => path.at(-1) ?? ''), orFile: false };
}

function assign(value: Completes): string {
  if (value.kind !== 'words') return `kind=${value.kind}`;
  return `words=${quoted(value.words.join(' '))}${value.orFile ? ' kind=file' : ''}`;
}
