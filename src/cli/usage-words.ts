import type { CommanderError } from 'commander';
import type { Bilingual } from '../model/problems.ts';

/** The parser's complaints in the user's words; the part in quotes is what the user typed. */
export function usageWords(error: CommanderError): Bilingual {
  const { code, message } = error;
  const typed = /'([^']*)'/.exec(message)?.[1] ?? '';
  const guess = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1];
  const hint: Bilingual = guess
    ? { zh: `；是不是 ${guess}？`, en: `; did you mean ${guess}?` }
    : { zh: '', en: '' };
  const problem = problems[code]?.(typed, message) ?? { zh: message, en: message };
  return {
    zh: `${problem.zh}${hint.zh}\n用法见：four-ones --help`,
    en: `${problem.en}${hint.en}\nSee: four-ones --help`,
  };
}

const problems: Readonly<Record<string, (typed: string, message: string) => Bilingual>> = {
  'commander.unknownOption': (typed) => ({ zh: `没有选项 ${typed}`, en: `unknown option ${typed}` }),
  'commander.unknownCommand': (typed) => ({ zh: `没有命令 ${typed}`, en: `unknown command ${typed}` }),
  'commander.missingArgument': (typed) => ({ zh: `缺少参数 ${typed}`, en: `missing argument ${typed}` }),
  'commander.optionMissingArgument': (typed) => ({
    zh: `选项 ${typed} 后面要写值`,
    en: `option ${typed} needs a value`,
  }),
  'commander.excessArguments': () => ({
    zh: '参数太多；文件夹名里有空格时请加引号',
    en: 'too many arguments; quote a folder name that holds spaces',
  }),
  'commander.invalidArgument': (_, message) => badValue(message),
  'commander.help': () => ({
    zh: '请写明要做什么，如：four-ones check',
    en: 'name a command, such as: four-ones check',
  }),
};

/** What was typed where, and what may stand there: `zh, en`, `1–64`; nothing where anything but nothing may. */
function badValue(message: string): Bilingual {
  const option = /option '([^']*)' argument '(.*)' is invalid/s.exec(message);
  const argument = /argument value '(.*)' is invalid for argument '([^']*)'/s.exec(message);
  const [place, value] = option
    ? [option[1] ?? '', option[2] ?? '']
    : [argument?.[2] ?? '', argument?.[1] ?? ''];
  const allowed = /(?:Allowed choices are|between) (.+?)\.?$/.exec(message)?.[1];
  const name = place.replace(/ .*/, '');
  if (value === '') return { zh: `${name} 的值是空的`, en: `the value of ${name} is empty` };
  return {
    zh: `${name} 的值“${value}”不对${allowed === undefined ? '' : `，可以是 ${allowed.replaceAll(', ', '、')}`}`,
    en: `bad value “${value}” for ${name}${allowed === undefined ? '' : `; it may be ${allowed}`}`,
  };
}
