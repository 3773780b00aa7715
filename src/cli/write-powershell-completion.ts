import type { CompletionNode, Completes } from './completion-tree.ts';
import { allNodes, briefly, powershellQuoted } from './completion-words.ts';

/** For Windows PowerShell 5.1 and PowerShell 7; where nothing is known, it completes files by itself. */
export function writePowershellCompletion(root: CompletionNode): string {
  return `# four-ones：PowerShell 自动补全。装上：four-ones completion powershell | Out-String | Invoke-Expression
# 要每次都有，把上面这一行写进 $PROFILE
Register-ArgumentCompleter -Native -CommandName 'four-ones' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $children = @{
${allNodes(root)
  .map(
    (node) =>
      `    ${keyOf(node)} = @(${pairs(node.children.map((child) => [child.path.at(-1) ?? '', child.description]))})`,
  )
  .join('\n')}
  }
  $options = @{
${allNodes(root)
  .map(
    (node) =>
      `    ${keyOf(node)} = @(${pairs(node.options.flatMap(({ flags, description }) => flags.map((flag) => [flag, description] as const)))})`,
  )
  .join('\n')}
  }
  $values = @{
${allNodes(root).flatMap(valueLines).join('\n')}
  }
  $node = ''
  $previous = ''
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  foreach ($word in $words) {
    $next = if ($node -eq '') { $word } else { "$node/$word" }
    if ($children.ContainsKey($next)) { $node = $next }
    $previous = $word
  }
  $found = if ($values.ContainsKey("$node $previous")) { $values["$node $previous"] }
    elseif ($wordToComplete.StartsWith('-')) { $options[$node] }
    else { @($children[$node]) + @($values[$node]) }
  $found | Where-Object { $_ -and $_ -like "$wordToComplete*" } | ForEach-Object {
    $word, $told = $_ -split "\`t", 2
    [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $told)
  }
}
`;
}

function keyOf({ path }: CompletionNode): string {
  return powershellQuoted(path.join('/'));
}

/** Word and description in one string, parted by a tab: PowerShell unrolls lists of lists. */
function pairs(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([word, told]) => powershellQuoted(`${word}\t${briefly(told) || word}`)).join(', ');
}

function valueLines(node: CompletionNode): readonly string[] {
  const line = (key: string, value: Completes | undefined) =>
    value?.kind === 'words'
      ? [`    ${powershellQuoted(key)} = @(${pairs(value.words.map((word) => [word, word]))})`]
      : [];
  const key = node.path.join('/');
  return [
    ...line(key, node.argument),
    ...node.options.flatMap(({ flags, value }) => flags.flatMap((flag) => line(`${key} ${flag}`, value))),
  ];
}
