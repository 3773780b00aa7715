import type { Command } from 'commander';
import type { System } from '../system/system.ts';
import { formatOption, languageOption, notEmpty, type ReportEnding } from './arguments.ts';
import type { SendOptions, StatusOptions } from './options.ts';

export function addSend(program: Command, system: System, end: ReportEnding): void {
  program
    .command('send')
    .summary('把打好的包发到通知写明的邮箱，并记台账')
    .description(
      '把发件文件夹里的包发到通知写明的邮箱：先给看计划，确认后发送，每一步记入台账；已经发过的不再发。',
    )
    .argument('[outbox]', '发件文件夹（默认 ./outbox）', notEmpty)
    .option('--dry-run', '不发送；把要发的邮件原样写成 .eml')
    .option('--yes', '不再询问，直接发送')
    .option('--bundle <name>', '只管这个包（可写多次）', several)
    .option('--resend', '已经发过的再发一次，主题标【重发】')
    .option('--link <file=url>', '太大的文件用网盘链接报送（可写多次）', several)
    .option('--to <address>', '发到通知以外的邮箱，须加 --confirm-recipient', notEmpty)
    .option('--confirm-recipient', '确认 --to 的邮箱没有错')
    .option('--settle <words...>', '未知是否送达的，问清后记下：--settle 包名 sent 或 not-sent')
    .option('--done <bundle>', '不走邮件的，人工报送后打勾', notEmpty)
    .option('--by <name>', '谁确认的（--settle、--done）', notEmpty)
    .option('--note <text>', '备注（--settle、--done）', notEmpty)
    .option('--notice <id|file>', '用自己的通知打的包：通知文件，用来核对邮箱', notEmpty)
    .option('--config <file>', '配置文件（默认向上查找 four-ones.yaml）', notEmpty)
    .addOption(languageOption())
    .addOption(formatOption())
    .action(async (outbox: string | undefined, options: SendOptions) => {
      const { runSend } = await import('./run-send.ts');
      end(await runSend(outbox, options, system));
    });
}

export function addStatus(program: Command, system: System, end: ReportEnding): void {
  program
    .command('status')
    .summary('报送到哪一步：打包、已发送、未知是否送达')
    .description('列出发件文件夹里每个包报送到哪一步，以及通知的截止日期。只读。')
    .argument('[outbox]', '发件文件夹（默认 ./outbox）', notEmpty)
    .option('--csv <file>', '把报送台账导出成表格（Excel、WPS 可打开；不覆盖已有文件）', notEmpty)
    .option('--ics <file>', '把截止日期导出成日历，提前 3 天提醒（不覆盖已有文件）', notEmpty)
    .option('--config <file>', '配置文件（默认向上查找 four-ones.yaml）', notEmpty)
    .addOption(languageOption())
    .addOption(formatOption())
    .action(async (outbox: string | undefined, options: StatusOptions) => {
      const { runStatus } = await import('./run-status.ts');
      end(await runStatus(outbox, options, system));
    });
}

/** An option that may be given again and again. */
function several(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), notEmpty(value)];
}
