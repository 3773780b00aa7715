import { Argument, type Command } from 'commander';
import type { System } from '../system/system.ts';
import { formatOption, languageOption, notEmpty, wholeNumber, type ReportEnding } from './arguments.ts';
import type { DoctorOptions, InitOptions, LanguageOption } from './options.ts';
import type { Shell } from './run-completion.ts';

export function addInit(program: Command, system: System, end: ReportEnding): void {
  program
    .command('init')
    .summary('新建一个报送项目：配置、各类别的文件夹和说明')
    .description(
      '放好 four-ones.yaml 和各类别的文件夹，每个文件夹里有一份说明：要什么、多少、什么时候截止。已有的文件一概不动，只补缺的。',
    )
    .argument('[dir]', '放在哪个文件夹（默认当前文件夹）', notEmpty)
    .option('--org <name>', '本单位（二级党组织）名称', notEmpty)
    .option('--notice <id|file>', '通知：内置编号或自己的 YAML 文件（默认 scau-2020）', notEmpty)
    .option('--year <YYYY>', '把通知挪到另一年，期限随之移动', wholeNumber(1949, 9999))
    .option('--contact-name <name>', '联系人姓名', notEmpty)
    .option('--contact-phone <phone>', '联系电话', notEmpty)
    .option('--contact-email <address>', '电子邮箱，也用来报送', notEmpty)
    .option('--no-ask', '不提问，没给的在配置里留空')
    .addOption(languageOption())
    .action(async (folder: string | undefined, options: InitOptions) => {
      const { runInit } = await import('./run-init.ts');
      end(await runInit(folder, options, system));
    });
}

export function addGuide(program: Command, system: System, end: ReportEnding): void {
  program
    .command('guide')
    .summary('一步一步带着做：建项目、检查、打包、发送')
    .description(
      '看您做到了哪一步，接下来做什么；每一步也都是一条单独的命令。在终端里直接运行 four-ones 也是它。',
    )
    .addOption(languageOption())
    .action(async ({ lang }: LanguageOption) => {
      const { runGuide } = await import('./run-guide.ts');
      end(await runGuide(lang, system));
    });
}

export function addDoctor(program: Command, system: System, end: ReportEnding): void {
  program
    .command('doctor')
    .summary('看这台电脑准备好了没有：工具、磁盘、邮箱')
    .description('逐项查看这台电脑缺不缺东西，缺的怎么补。只看不改，不发任何邮件。')
    .option('--mail', '再试着登录发信邮箱（不发邮件）')
    .option('--config <file>', '配置文件（默认向上查找 four-ones.yaml）', notEmpty)
    .addOption(languageOption())
    .addOption(formatOption())
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('./run-doctor.ts');
      end(await runDoctor(options, system));
    });
}

export function addCompletion(program: Command, system: System, end: ReportEnding): void {
  program
    .command('completion')
    .summary('按 Tab 自动补全：bash、zsh、fish、PowerShell')
    .description('写出自动补全的脚本；装上以后，命令、选项、通知、检查代码都可以按 Tab 补全。')
    .addArgument(new Argument('<shell>', '您用的命令行').choices(['bash', 'zsh', 'fish', 'powershell']))
    .action(async (shell: Shell) => {
      const { runCompletion } = await import('./run-completion.ts');
      end(await runCompletion(shell, program, system));
    });
}
