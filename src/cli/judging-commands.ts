import type { Command } from 'commander';
import type { System } from '../system/system.ts';
import {
  addJudgingOptions,
  addNoticeOptions,
  formatOption,
  languageOption,
  notEmpty,
  reportFormatOption,
  type ReportEnding,
} from './arguments.ts';
import type {
  CheckOptions,
  ConfirmOptions,
  FormFillOptions,
  LanguageOption,
  PackOptions,
  VerifyOptions,
} from './options.ts';

// What a command needs is loaded when it is called, so that help is there at once.

export function addCheck(program: Command, system: System, end: ReportEnding): void {
  const command = program
    .command('check')
    .summary('检查材料是否合乎通知要求')
    .description('检查一个文件夹的材料是否合乎通知要求。只读：不改动任何材料。');
  addJudgingOptions(command, reportFormatOption())
    .option('--output <file>', '把报告写进文件（不覆盖已有文件）', notEmpty)
    .option('--watch', '文件一变就再查一遍，Ctrl-C 结束')
    .action(async (materials: string | undefined, options: CheckOptions) => {
      if (options.watch === true) {
        const { runWatch } = await import('./run-watch.ts');
        end(await runWatch(materials, options, system));
        return;
      }
      const { runCheck } = await import('./run-check.ts');
      end(await runCheck(materials, options, system));
    });
}

export function addConfirm(program: Command, system: System, end: ReportEnding): void {
  const command = program
    .command('confirm')
    .summary('程序看不出来的，由人看过后记下来')
    .description('程序看不出来的，由人看一眼、记一笔；不写参数就逐项问。文件一改就作废。')
    .argument('[code]', '检查代码，如 video.subtitles；人工确认的事项写 attest', notEmpty)
    .argument('[path]', '报告里写的文件；attest 写事项的编号', notEmpty)
    .argument('[answer]', 'yes 合格，no 不合格，waive 豁免（须写 --note）', notEmpty)
    .option('--by <name>', '谁确认的（默认配置里的联系人）', notEmpty)
    .option('--note <text>', '依据或理由', notEmpty)
    .option('--materials <dir>', '材料文件夹（默认 ./materials）', notEmpty);
  addNoticeOptions(command).action(
    async (
      code: string | undefined,
      path: string | undefined,
      answer: string | undefined,
      options: ConfirmOptions,
    ) => {
      const { runConfirm } = await import('./run-confirm.ts');
      end(await runConfirm([code, path, answer], options, system));
    },
  );
}

export function addPack(program: Command, system: System, end: ReportEnding): void {
  const command = program
    .command('pack')
    .summary('检查合格后，改名、填表、打包')
    .description('先检查，再按通知改名、填写推荐表、打包。只复制，不移动、不改动任何材料。');
  addJudgingOptions(command)
    .option('--out <dir>', '包放在哪里（默认 ./outbox）', notEmpty)
    .option('--dry-run', '只看计划，什么都不写')
    .option('--replace', '换掉同名的旧包（旧的另存一份）')
    .option('--force', '有不合格也打包，须写 --reason')
    .option('--reason <text>', '为什么仍然打包；写进包里')
    .action(async (materials: string | undefined, options: PackOptions) => {
      const { runPack } = await import('./run-pack.ts');
      end(await runPack(materials, options, system));
    });
}

export function addVerify(program: Command, system: System, end: ReportEnding): void {
  program
    .command('verify')
    .summary('核对一个包：完整、没有改动')
    .description('重新读一遍包（文件夹或 zip），核对是否完整、有没有被改动、解开是否安全。')
    .argument('<bundle>', '包的文件夹或 zip', notEmpty)
    .option('--check', '再按通知的要求检查一遍包里的材料')
    .option('--notice <id|file>', '和 --check 一起用：按哪个通知（默认按旁边记录里的）', notEmpty)
    .addOption(languageOption())
    .addOption(formatOption())
    .action(async (bundle: string, options: VerifyOptions) => {
      const { runVerify } = await import('./run-verify.ts');
      end(await runVerify(bundle, options, system));
    });
}

export function addForm(program: Command, system: System, end: ReportEnding): void {
  const form = program
    .command('form')
    .summary('看懂、填写任何 Word 表格')
    .description('看懂、填写任何 Word 表格（.docx）。');
  form
    .command('inspect')
    .description('列出表格里认得出和认不出的空格')
    .argument('<docx>', 'Word 表格', notEmpty)
    .addOption(languageOption())
    .action(async (file: string, { lang }: LanguageOption) => {
      const { runFormInspect } = await import('./run-form.ts');
      end(await runFormInspect(file, lang, system));
    });
  form
    .command('fill')
    .description('按内容文件填写表格，另存一份')
    .argument('<docx>', 'Word 表格', notEmpty)
    .requiredOption('--values <file>', '内容：YAML，每行“标签: 内容”', notEmpty)
    .requiredOption('--output <file>', '填好的表格存在哪里（不覆盖已有文件）', notEmpty)
    .addOption(languageOption())
    .action(async (file: string, options: FormFillOptions) => {
      const { runFormFill } = await import('./run-form.ts');
      end(await runFormFill(file, options, system));
    });
}
