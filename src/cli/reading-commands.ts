import type { Command } from 'commander';
import type { System } from '../system/system.ts';
import { languageOption, wholeNumber, type ReportEnding } from './arguments.ts';
import type { LanguageOption, NoticeOptions } from './options.ts';

export function addNotice(program: Command, system: System, end: ReportEnding): void {
  const notice = program
    .command('notice')
    .summary('查看通知、检查自己写的通知')
    .description('通知就是数据：查看内置的，检查自己写的。');
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

export function addExplain(program: Command, system: System, end: ReportEnding): void {
  program
    .command('explain')
    .summary('解释一项检查：查什么、为什么、怎么改')
    .argument('[code]', '检查代码，如 video.resolution；不写则列出全部')
    .option('--notice <id|file>', '出处按哪一份通知，默认是项目所用的')
    .addOption(languageOption())
    .action(async (code: string | undefined, named: LanguageOption & { readonly notice?: string }) => {
      const { runExplain } = await import('./run-explain.ts');
      end(await runExplain(code, named, system));
    });
}
