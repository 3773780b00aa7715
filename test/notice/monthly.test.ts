import { describe, expect, it } from 'vitest';
import { dueNow } from '../../src/model/monthly.ts';
import { calendarFile } from '../../src/report/calendar-file.ts';
import { day } from '../rules/make-case.ts';
import { loadFrom, mistakeOf } from './notice-folder.ts';

function load(deadline: string, year?: number) {
  const text = `title: 征集\nyear: 2020\ncategories: { news: { name: 信息, deadlines: [${deadline}] } }\n`;
  return loadFrom({ 'mine.yaml': text }, year === undefined ? {} : { year });
}

async function monthly(deadline: string, year?: number) {
  return (await load(deadline, year)).categories[0]?.deadlines ?? [];
}

const daysOf = async (deadline: string, year?: number) => (await monthly(deadline, year)).map(({ on }) => on);

describe('a due date of each month', () => {
  it('comes on its day, in short months on the last one, all through the year', async () => {
    const days = await daysOf('{ monthly: 31 }');
    expect(days).toHaveLength(12);
    expect(days.slice(0, 4)).toEqual(['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30']);
    expect((await daysOf('{ monthly: 30 }', 2021))[1]).toBe('2021-02-28');
  });

  it('comes between the days that the notice names, also beyond New Year', async () => {
    expect(await daysOf('{ monthly: 25, from: 10-26, until: 2021-01-25 }')).toEqual([
      '2020-11-25',
      '2020-12-25',
      '2021-01-25',
    ]);
  });

  it('is told as the next one, beside all others; as the last one where all are past', async () => {
    const all = await monthly('{ monthly: 25 }, { on: 03-01, label: 年度 }');
    const told = (on: string) => dueNow(all, day(on)).map((one) => one.on);
    expect(told('2020-03-25')).toEqual(['2020-03-25', '2020-03-01']);
    expect(told('2020-03-26')).toEqual(['2020-04-25', '2020-03-01']);
    expect(told('2021-03-26')).toEqual(['2020-12-25', '2020-03-01']);
  });

  it('repeats itself in the calendar, on the last day of a month that has no such day', async () => {
    const fileOf = async (deadline: string) => {
      const deadlines = dueNow(await monthly(deadline), day('2020-02-10')).map((one) => ({
        ...one,
        daysLeft: 1,
      }));
      const categories = [{ id: 'news', name: '信息', deadlines, steps: [], bundles: [] }];
      return calendarFile({ notice: { id: 'n', title: '征集' }, steps: [], categories }, new Date(0), 'zh');
    };
    const plain = await fileOf('{ monthly: 25, until: 11-30 }');
    expect(plain.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(plain).toContain('DTSTART;VALUE=DATE:20200225\r\n');
    expect(plain).toContain('RRULE:FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20201130\r\n');
    expect(await fileOf('{ monthly: 30 }')).toContain('BYMONTHDAY=28,29,30;BYSETPOS=-1;UNTIL=20201231');
  });

  it.each([
    ['{ monthly: 25, on: 03-01 }', 'on、monthly'],
    ['{ label: 第一批 }', 'on、monthly'],
    ['{ monthly: 32 }', '1 到 31'],
    ['{ on: 03-01, until: 04-01 }', 'until'],
    ['{ monthly: 25, from: 03-26, until: 04-01 }', '0 次'],
    ['{ monthly: 25, until: 2040-01-01 }', '60'],
  ])('%s is refused with a word of why', async (deadline, word) => {
    const { words } = await mistakeOf(load(deadline));
    expect(words.zh).toContain(word);
  });
});
