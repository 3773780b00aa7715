import type { Command } from 'commander';

interface Example {
  readonly command: string;
  readonly does: string;
}

/** By command, `notice show`; every command has one (a test sees to it). */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  guide: [{ command: 'four-ones', does: '在终端里，不写命令就是它' }],
  init: [
    { command: 'four-ones init', does: '在当前文件夹新建，逐项询问' },
    {
      command: 'four-ones init 四个一 --org 马克思主义学院党委 --year 2026 --no-ask',
      does: '建在“四个一”文件夹里，不提问',
    },
  ],
  check: [
    { command: 'four-ones check', does: '检查 ./materials' },
    { command: 'four-ones check D:\\材料 --notice moe-2020', does: '换个文件夹、换一份通知' },
    { command: 'four-ones check --watch', does: '边改边查：文件一变就再查一遍' },
  ],
  confirm: [{ command: 'four-ones confirm', does: '一项一项地问' }],
  pack: [
    { command: 'four-ones pack --dry-run', does: '先看计划，什么都不写' },
    { command: 'four-ones pack --org 马克思主义学院党委', does: '打包到 ./outbox' },
  ],
  send: [
    { command: 'four-ones send --dry-run', does: '看会发哪些邮件，先不发' },
    { command: 'four-ones send', does: '看计划，确认后发送' },
  ],
  status: [
    { command: 'four-ones status', does: '什么时候截止，做到了哪一步' },
    { command: 'four-ones status --ics 截止日期.ics', does: '把截止日期放进手机日历' },
  ],
  verify: [{ command: 'four-ones verify outbox/某个包.zip', does: '核对包有没有缺、有没有被改' }],
  form: [{ command: 'four-ones form inspect 推荐表.docx', does: '看表格要填什么' }],
  'form inspect': [{ command: 'four-ones form inspect 推荐表.docx', does: '看表格要填什么' }],
  'form fill': [
    {
      command: 'four-ones form fill 推荐表.docx --values 内容.yaml --output 推荐表-已填.docx',
      does: '填好，另存一份',
    },
  ],
  notice: [{ command: 'four-ones notice show scau-2020', does: '看通知要求什么' }],
  'notice list': [{ command: 'four-ones notice list', does: '有哪些内置的通知' }],
  'notice show': [{ command: 'four-ones notice show scau-2020 --year 2026', does: '挪到 2026 年看' }],
  'notice check': [{ command: 'four-ones notice check 我校通知.yaml', does: '看自己写的有没有写错' }],
  'notice new': [
    {
      command: 'four-ones notice new --from scau-2020 --title 我校通知 --output 我校.yaml',
      does: '沿用 scau-2020 写一份自己的',
    },
  ],
  'notice draft': [
    {
      command: 'four-ones notice draft 通知.docx --output 草稿.yaml',
      does: '起草，再用 notice check 逐条核对',
    },
  ],
  'notice schema': [
    {
      command: 'four-ones notice schema --output notice.schema.json',
      does: '放在自己的通知旁边，编辑器就会补全',
    },
  ],
  explain: [
    { command: 'four-ones explain', does: '列出全部检查' },
    { command: 'four-ones explain video.resolution', does: '看这一项怎么改' },
  ],
  doctor: [
    { command: 'four-ones doctor', does: '看缺不缺东西' },
    { command: 'four-ones doctor --mail', does: '再试试邮箱能不能登录（不发邮件）' },
  ],
  completion: [
    { command: 'four-ones completion bash >> ~/.bashrc', does: '再打开一个新终端就能用' },
    { command: 'four-ones completion powershell | Out-String | Invoke-Expression', does: '在 PowerShell 里' },
  ],
};

/** Puts the examples below each command’s help. */
export function addExamples(program: Command): void {
  for (const command of program.commands) addTo(command, command.name());
}

function addTo(command: Command, path: string): void {
  const examples = EXAMPLES[path] ?? [];
  // On a line of its own, so that it can be copied whole, however long.
  const lines = examples.map(({ command: line, does }) => `  ${line}\n      ${does}`);
  if (lines.length > 0) command.addHelpText('after', `\n示例：\n${lines.join('\n')}`);
  for (const child of command.commands) addTo(child, `${path} ${child.name()}`);
}
