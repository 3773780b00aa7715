import type { Command } from 'commander';
import type { System } from '../system/system.ts';
import { languageOption, notEmpty, wholeNumber, type ReportEnding } from './arguments.ts';
import type {
  LanguageOption,
  NoticeDraftOptions,
  NoticeNewOptions,
  NoticeOptions,
  NoticeSchemaOptions,
} from './options.ts';

export function addNotice(program: Command, system: System, end: ReportEnding): void {
  const notice = program
    .command('notice')
    .summary('查看、起草、检查通知')
    .description('通知就是数据：查看内置的，写自己的，检查写得对不对。');
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
    .description('检查自己写的通知有没有写错，并按其中的例子（examples）试查')
    .argument('<file>', '通知的 YAML 文件')
    .addOption(languageOption())
    .action(async (named: string, { lang }: LanguageOption) => {
      const { runNoticeCheck } = await import('./run-notice.ts');
      end(await runNoticeCheck(named, lang, system));
    });
  addNewNotice(notice, system, end);
  addDraft(notice, system, end);
  addSchema(notice, system, end);
}

function addNewNotice(notice: Command, system: System, end: ReportEnding): void {
  notice
    .command('new')
    .description('在已有通知的基础上新写一份：换一年、改不同的地方')
    .option('--from <id|file>', '沿用哪份通知', notEmpty)
    .option('--year <YYYY>', '哪一年的', wholeNumber(1949, 2999))
    .option('--title <text>', '标题', notEmpty)
    .option('--output <file>', '写到哪个文件（不覆盖已有文件）', notEmpty)
    .option('--replace', '换掉同名的文件')
    .option('--no-ask', '不提问')
    .addOption(languageOption())
    .action(async (options: NoticeNewOptions) => {
      const { runNoticeNew } = await import('./run-notice-new.ts');
      end(await runNoticeNew(options, system));
    });
}

function addDraft(notice: Command, system: System, end: ReportEnding): void {
  notice
    .command('draft')
    .description('读一份通知的原文，起草 YAML；核对以后才生效')
    .argument('<file>', '通知原文：txt、Word（docx、doc、wps）、PDF', notEmpty)
    .option('--output <file>', '写到哪个文件（不覆盖已有文件；默认写到屏幕上）', notEmpty)
    .addOption(languageOption())
    .action(async (file: string, options: NoticeDraftOptions) => {
      const { runNoticeDraft } = await import('./run-notice-draft.ts');
      end(await runNoticeDraft(file, options, system));
    });
}

function addSchema(notice: Command, system: System, end: ReportEnding): void {
  notice
    .command('schema')
    .description('给编辑器用的 JSON Schema：写通知时补全、解释每一个键')
    .option('--output <file>', '写到哪个文件（不覆盖已有文件；默认写到屏幕上）', notEmpty)
    .addOption(languageOption())
    .action(async (options: NoticeSchemaOptions) => {
      const { runNoticeSchema } = await import('./run-notice-schema.ts');
      end(await runNoticeSchema(options, system));
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
