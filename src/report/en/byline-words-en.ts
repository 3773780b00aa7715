import { describeByline } from '../describe-text-rules.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

export const bylineWordsEn: WordingsOf<'text.byline'> = {
  'text.byline': {
    title: 'Byline',
    required: ({ asked }) => `under the title: ${describeByline(asked, 'en')}`,
    actual: ({ missing, unknown }) => {
      if (!missing) return undefined;
      const said = [
        missing.length > 0 && `without ${describeByline(missing, 'en')}`,
        unknown.length > 0 && `${describeByline(unknown, 'en')} could not be compared`,
      ].filter((part) => part !== false);
      return said.length === 0 ? 'all there' : said.join('; ');
    },
    message: (result, { missing }) => {
      if (result === 'pass') return 'it stands under the title';
      if (result === 'skip') return 'not asked for';
      if (result === 'fail') return 'not all of it stands under the title';
      return missing
        ? 'not all of the byline could be compared'
        : 'what stands under the title could not be told';
    },
    advice: (result, { asked }) =>
      whenNotPassed(result, () => ({
        text:
          result === 'unknown'
            ? 'look under the title; write the unit into four-ones.yaml (org), authors and the like into 作品信息.yaml, and check again'
            : `in a line of its own under the title write ${describeByline(asked, 'en')}`,
      })),
    explain: {
      asks: 'The lines under the title of a text name the unit, the author and whatever the notice asks for. The unit is compared with four-ones.yaml, all else with 作品信息.yaml; a short form that is not recognised is for a person to judge.',
      why: 'By it an office knows whose text it is.',
      mend: ['Add a line under the title in Word or WPS, such as: School of Computing, software, name.'],
    },
  },
};
