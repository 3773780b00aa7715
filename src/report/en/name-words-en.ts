import type { NameProblem } from '../../model/check.ts';
import { detailsIn } from '../../model/work-details.ts';
import { detailNames } from '../detail-name.ts';
import { showName, visible } from '../show-name.ts';
import { whenNotPassed, type Advice, type WordingsOf } from '../wording.ts';
import { formatNamesEn } from './format-names-en.ts';

export const nameWordsEn: WordingsOf<'name.file'> = {
  'name.file': {
    title: 'File name',
    required: ({ expected, problem }) => nameRequired(expected, problem),
    actual: ({ problem }) => nameActual(problem),
    message: (result, { problem }) => {
      if (result === 'pass') return 'the name is as asked';
      if (result === 'skip') return 'not asked for';
      return problem ? nameMessage(problem) : 'the name could not be judged';
    },
    advice: (result, { problem, expected }) => whenNotPassed(result, () => nameAdvice(problem, expected)),
    explain: {
      asks: 'The file is named the way the notice asks, its extension fits its content, and no character in it upsets another system.',
      why: 'An office receives hundreds a day; by a wrong name nobody finds whose it is.',
      mend: [
        'No need to rename by hand: four-ones pack does (the originals stay as they are).',
        'By hand: select the file and press F2.',
      ],
    },
  },
};

function nameRequired(expected: string, problem: NameProblem | undefined): string | undefined {
  if (problem?.kind === 'extension') return 'an extension that fits the content';
  if (problem?.kind === 'unsafe') return 'only letters, digits and usual signs';
  return expected === '' ? undefined : `such as ${showName(fillIn(expected))}`;
}

const VARIABLES: Readonly<Record<string, string>> = {
  org: 'UNIT',
  category: 'CATEGORY',
  date: 'DATE',
  title: 'TITLE',
  authors: 'AUTHORS',
  author: 'AUTHOR',
  presenter: 'PRESENTER',
  topic: 'TOPIC',
  keywords: 'KEYWORDS',
  seq: 'NUMBER',
};

/** What was not known when the name was made stands as a word. */
function fillIn(pattern: string): string {
  return pattern.replace(/\{([^{}]*)\}/g, (_, name: string) => VARIABLES[name] ?? visible(name));
}

function nameActual(problem: NameProblem | undefined): string | undefined {
  if (problem?.kind === 'extension') return `its content is: ${formatNamesEn[problem.format]}`;
  return problem?.kind === 'unsafe' ? `contains ${showName(problem.characters)}` : undefined;
}

function nameMessage(problem: NameProblem): string {
  switch (problem.kind) {
    case 'pattern':
      return 'the file is not named the way the notice asks';
    case 'extension':
      return 'the extension does not fit the content';
    case 'unsafe':
      return 'the name has characters that other systems may refuse';
  }
}

/** What only a work's own details say; packing stops where they are silent. */
function nameAdvice(problem: NameProblem | undefined, expected: string): Advice {
  if (problem?.kind === 'extension') {
    return {
      text: 'give it the extension of its content; convert it first where the notice does not take that format',
    };
  }
  if (problem?.kind === 'unsafe') return { text: 'rename it without these characters' };
  const lacking = detailsIn(expected);
  if (lacking.length > 0)
    return {
      text: `write ${detailNames(lacking, 'en')} into the work’s 作品信息.yaml; four-ones pack then gives it its name`,
    };
  return { text: 'four-ones pack gives it its name, no need to do it by hand' };
}
