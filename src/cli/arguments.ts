import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Ending } from '../model/outcome.ts';
import { LANGUAGES } from '../model/report.ts';

export type ReportEnding = (ending: Ending) => void;

export function languageOption(): Option {
  return new Option('--lang <zh|en>', '语言（默认 zh）').choices([...LANGUAGES]).default('zh');
}

export function formatOption(): Option {
  return new Option('--format <text|json>', '格式（默认 text）').choices(['text', 'json']).default('text');
}

/** A check can also be written as a page. */
export function reportFormatOption(): Option {
  return new Option('--format <format>', 'text（默认）、json；html、docx（问题清单）加 --output')
    .choices(['text', 'json', 'html', 'docx'])
    .default('text');
}

/** What every command that judges a folder takes. `format`: where it has formats of its own. */
export function addJudgingOptions(command: Command, format = formatOption()): Command {
  const materials = command.argument('[materials]', '材料文件夹（默认 ./materials）', notEmpty);
  return addNoticeOptions(materials, format)
    .option('--strict', '“建议”项不合格也算不合格')
    .option('--deep', '把每个视频、录音从头到尾解码一遍（慢）');
}

/** Which notice, for whom and when; how the files are looked at. */
export function addNoticeOptions(command: Command, format = formatOption()): Command {
  return command
    .option('--notice <id|file>', '通知：内置编号或自己的 YAML 文件（默认 scau-2020）', notEmpty)
    .option('--org <name>', '本单位（二级党组织）名称', notEmpty)
    .option('--date <YYYY-MM-DD>', '报送日期（默认今天）')
    .option('--year <YYYY>', '把通知挪到另一年，期限随之移动', wholeNumber(1949, 9999))
    .option('--category <id|name>', '文件夹没分类时，全部算作这一类', notEmpty)
    .option('--config <file>', '配置文件（默认向上查找 four-ones.yaml）', notEmpty)
    .addOption(languageOption())
    .addOption(format)
    .option('--complete', '每个要求报送的类别都必须有材料')
    .option('--no-cache', '不用上次的检查结果，全部重看')
    .option('--jobs <n>', '同时查几个文件（默认按处理器个数）', wholeNumber(1, 64));
}

export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`between ${min}–${max}`);
  };
}

/** `"$FOLDER"` with nothing in it is a slip, not the folder one stands in. */
export function notEmpty(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('empty');
  return text;
}
