import { Command } from 'commander';
import { addSend, addStatus } from './sending-commands.ts';
import type { System } from '../system/system.ts';
import type { ReportEnding } from './arguments.ts';
import { addExamples } from './examples.ts';
import { addCheck, addConfirm, addForm, addPack, addVerify } from './judging-commands.ts';
import { addExplain, addNotice } from './reading-commands.ts';
import { addCompletion, addDoctor, addGuide, addInit } from './setup-commands.ts';
import { helpColumns, wrapHelp } from './wrap-help.ts';

type AddCommand = (program: Command, system: System, end: ReportEnding) => void;

/** In the order of the help page; completion, which needs them all, comes after them. */
const COMMANDS: ReadonlyMap<string, AddCommand> = new Map([
  ['guide', addGuide],
  ['init', addInit],
  ['check', addCheck],
  ['confirm', addConfirm],
  ['pack', addPack],
  ['send', addSend],
  ['status', addStatus],
  ['verify', addVerify],
  ['form', addForm],
  ['notice', addNotice],
  ['explain', addExplain],
  ['doctor', addDoctor],
]);

/**
 * Arguments and their help. What a command needs is loaded when it is called, so that help is there at once. `first`:
 * the first word of the command line; undefined for all commands.
 */
export function createProgram(system: System, end: ReportEnding, first?: string): Command {
  const program = new Command('four-ones')
    .description('对照通知检查报送材料：发出之前就知道收不收')
    .version(system.environment.version, '-V, --version', '显示版本号')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      displayWidth: helpColumns,
      boxWrap: wrapHelp,
      minWidthToWrap: 20,
      styleUsage: inChinese,
      subcommandTerm: termOf,
      optionDescription: ({ description }) => description,
    })
    .configureOutput({
      writeOut: (text) => {
        system.terminal.out(text);
      },
      writeErr: () => undefined,
      getOutHelpWidth: () => system.terminal.columns,
    })
    .exitOverride()
    .showSuggestionAfterError();
  // Where the command is plain from the first word, the others need not be put together.
  const named = first === undefined ? undefined : COMMANDS.get(first);
  for (const add of named ? [named] : [...COMMANDS.values(), addCompletion]) add(program, system, end);
  program.addHelpText('after', FIRST_STEPS);
  addExamples(program);
  return program;
}

/** A list of commands has no room for all that each of them takes. */
function termOf(command: Command): string {
  const [first, ...more] = command.registeredArguments;
  if (!first || more.length > 0) return command.name();
  return `${command.name()} ${first.required ? `<${first.name()}>` : `[${first.name()}]`}`;
}

/** Commander’s own placeholders. */
function inChinese(usage: string): string {
  return usage.replace(/\[options\]/g, '[选项]').replace(/\[command\]/g, '[命令]');
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

const FIRST_STEPS = `
示例：
  four-ones                                不知道做什么时：一步一步带着做
  four-ones init                           新建一个报送项目
  four-ones check ./materials              对照默认通知检查材料
  four-ones check --notice moe-2020        换一份通知
  four-ones confirm                        程序看不出来的，逐项看、逐项记
  four-ones pack --org 马克思主义学院党委  改名、填表、打包到 ./outbox
  four-ones send --dry-run                 看会发哪些邮件，先不发
  four-ones status                         什么时候截止，打包、报送到哪一步
  four-ones verify outbox/某个包.zip       核对包有没有缺、有没有被改
  four-ones notice show scau-2020          看通知要求什么
  four-ones explain video.resolution       看某项检查怎么改

退出码：0 合格　1 有不合格　2 用法或配置有误　3 环境有问题　4 有项目无法判定`;
