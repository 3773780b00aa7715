import type { NameProblem } from '../../model/check.ts';
import { VARIABLE_WORDS } from '../../model/fill-variables.ts';
import { detailsIn } from '../../model/work-details.ts';
import { detailNames } from '../detail-name.ts';
import { showName, visible } from '../show-name.ts';
import { whenNotPassed, type Advice, type WordingsOf } from '../wording.ts';
import { formatNamesZh } from './format-names-zh.ts';

export const nameWordsZh: WordingsOf<'name.file'> = {
  'name.file': {
    title: '文件名',
    required: ({ expected, problem }) => nameRequired(expected, problem),
    actual: ({ problem }) => nameActual(problem),
    message: (result, { problem }) => {
      if (result === 'pass') return '文件名符合要求';
      if (result === 'skip') return '没有要求';
      return problem ? nameMessage(problem) : '没能判断文件名';
    },
    advice: (result, { problem, expected }) => whenNotPassed(result, () => nameAdvice(problem, expected)),
    explain: {
      asks: '文件名按通知的格式起，扩展名与内容一致，没有系统不认的字符。',
      why: '收件人一天收几百份，名称不对的找不到是谁交的。',
      mend: [
        '不必手工改：four-ones pack 打包时会按通知的格式改好（原文件不动）。',
        '自己改：选中文件按 F2。',
      ],
    },
  },
};

function nameRequired(expected: string, problem: NameProblem | undefined): string | undefined {
  if (problem?.kind === 'extension') return '扩展名与内容一致';
  if (problem?.kind === 'unsafe') return '只用汉字、字母、数字和常用符号';
  return expected === '' ? undefined : `如 ${showName(fillIn(expected))}`;
}

/** What was not known when the name was made stands as a word. */
function fillIn(pattern: string): string {
  return pattern.replace(/\{([^{}]*)\}/g, (_, name: string) => VARIABLE_WORDS[name] ?? visible(name));
}

function nameActual(problem: NameProblem | undefined): string | undefined {
  if (problem?.kind === 'extension') return `内容是${formatNamesZh[problem.format]}`;
  return problem?.kind === 'unsafe' ? `含有 ${showName(problem.characters)}` : undefined;
}

function nameMessage(problem: NameProblem): string {
  switch (problem.kind) {
    case 'pattern':
      return '文件名不是通知要求的格式';
    case 'extension':
      return '扩展名与内容不一致';
    case 'unsafe':
      return '文件名里有对方系统可能不认的字符';
  }
}

/** What only a work's own details say; packing stops where they are silent. */
function nameAdvice(problem: NameProblem | undefined, expected: string): Advice {
  if (problem?.kind === 'extension')
    return { text: '把扩展名改成与内容一致；通知不收这种格式的，先转换格式' };
  if (problem?.kind === 'unsafe') return { text: '重新命名，去掉这些字符' };
  const lacking = detailsIn(expected);
  if (lacking.length > 0)
    return {
      text: `在作品文件夹的 作品信息.yaml 里写上${detailNames(lacking, 'zh')}，打包时（four-ones pack）会自动改好`,
    };
  return { text: '打包时（four-ones pack）会自动改好，不必手工改' };
}
