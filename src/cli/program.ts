import { Command, InvalidArgumentError, Option } from 'commander';
import type { Ending } from '../model/outcome.ts';
import { LANGUAGES } from '../model/report.ts';
import type { System } from '../system/system.ts';
import type { CheckOptions, LanguageOption, NoticeOptions } from './options.ts';

export type ReportEnding = (ending: Ending) => void;

/** Arguments and their help. What a command needs is loaded when it is called, so that help is there at once. */
export function createProgram(system: System, end: ReportEnding): Command {
  const program = new Command('four-ones')
    .description('对照通知检查报送材料：发出之前就知道收不收')
    .version(system.environment.version, '-V, --version', '显示版本号')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示某个命令的帮助')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
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
  addCheck(program, system, end);
  addNotice(program, system, end);
  addExplain(program, system, end);
  program.addHelpText('after', EXAMPLES);
  return program;
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

const EXAMPLES = `
示例：
  four-ones check ./materials              对照默认通知检查材料
  four-ones check --notice moe-2020        换一份通知
  four-ones notice show scau-2020          看通知要求什么
  four-ones explain video.resolution       看某项检查怎么改

退出码：0 合格　1 有不合格　2 用法或配置有误　3 环境有问题　4 有项目无法判定`;

function addCheck(program: Command, system: System, end: ReportEnding): void {
  program
    .command('check')
    .summary('检查材料是否合乎通知要求')
    .description('检查一个文件夹的材料是否合乎通知要求。只读：不改动任何材料。')
    .argument('[materials]', '材料文件夹（默认 ./materials）', notEmpty)
    .option('--notice <id|file>', '通知：内置编号或自己的 YAML 文件（默认 scau-2020）', notEmpty)
    .option('--org <name>', '本单位（二级党组织）名称', notEmpty)
    .option('--date <YYYY-MM-DD>', '报送日期（默认今天）')
    .option('--year <YYYY>', '把通知挪到另一年，期限随之移动', wholeNumber(1949, 9999))
    .option('--category <id|name>', '文件夹没分类时，全部算作这一类', notEmpty)
    .option('--config <file>', '配置文件（默认向上查找 four-ones.yaml）', notEmpty)
    .addOption(new Option('--lang <zh|en>', '报告语言（默认 zh）').choices([...LANGUAGES]).default('zh'))
    .addOption(new Option('--format <text|json>', '报告格式（默认 text）').choices(['text', 'json']).default('text'))
    .option('--output <file>', '把报告写进文件（不覆盖已有文件）', notEmpty)
    .option('--strict', '“建议”项不合格也算不合格')
    .option('--complete', '每个要求报送的类别都必须有材料')
    .option('--deep', '把每个视频从头到尾解码一遍（慢）')
    .option('--no-cache', '不用上次的检查结果，全部重看')
    .option('--jobs <n>', '同时查几个文件（默认按处理器个数）', wholeNumber(1, 64))
    .action(async (materials: string | undefined, options: CheckOptions) => {
      const { runCheck } = await import('./run-check.ts');
      end(await runCheck(materials, options, system));
    });
}

const languageOption = () => new Option('--lang <zh|en>', '语言（默认 zh）').choices([...LANGUAGES]).default('zh');

function addNotice(program: Command, system: System, end: ReportEnding): void {
  const notice = program.command('notice').summary('查看通知、检查自己写的通知').description('通知就是数据：查看内置的，检查自己写的。');
  notice
    .command('list')
    .description('列出内置的通知')
    .addOption(languageOption())
    .action(async ({ lang }: LanguageOption) => {
      const { runNoticeList } = await import('./run-notice.ts');
      end(await runNoticeList(lang, system));
    });
  notice
    .command('show')
    .description('用一页看清一份通知的全部要求')
    .argument('<notice>', '内置编号，或自己的 YAML 文件')
    .option('--year <YYYY>', '挪到另一年', wholeNumber(1949, 9999))
    .addOption(languageOption())
    .action(async (named: string, { lang, year }: NoticeOptions) => {
      const { runNoticeShow } = await import('./run-notice.ts');
      end(await runNoticeShow(named, { language: lang, ...(year !== undefined && { year }) }, system));
    });
  notice
    .command('check')
    .description('检查自己写的通知有没有写错')
    .argument('<file>', '通知的 YAML 文件')
    .addOption(languageOption())
    .action(async (named: string, { lang }: LanguageOption) => {
      const { runNoticeCheck } = await import('./run-notice.ts');
      end(await runNoticeCheck(named, lang, system));
    });
}

function addExplain(program: Command, system: System, end: ReportEnding): void {
  program
    .command('explain')
    .summary('解释一项检查：查什么、为什么、怎么改')
    .argument('[code]', '检查代码，如 video.resolution；不写则列出全部')
    .addOption(languageOption())
    .action(async (code: string | undefined, { lang }: LanguageOption) => {
      const { runExplain } = await import('./run-explain.ts');
      end(runExplain(code, lang, system));
    });
}

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`between ${min}–${max}`);
  };
}

/** `"$FOLDER"` with nothing in it is a slip, not the folder one stands in. */
function notEmpty(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('empty');
  return text;
}
