import { readFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { calendarFile } from '../../src/report/calendar-file.ts';
import { parseCalendarDate } from '../../src/model/calendar-date.ts';
import { openProject } from './project.ts';

vi.setConfig({ testTimeout: 60_000 });

type Properties = Readonly<Record<string, string>>;
interface Component {
  readonly name: string;
  readonly properties: Properties;
  readonly children: readonly Component[];
}

/** Reads RFC 5545 strictly, by its grammar alone: CRLF, 75 octets, folding, escapes, BEGIN and END in pairs. */
function parse(bytes: Buffer): Component {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  interface Growing {
    name: string;
    properties: Record<string, string>;
    children: Growing[];
  }
  const stack: Growing[] = [{ name: '', properties: {}, children: [] }];
  for (const line of lines) {
    const [, name = '', , value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/su.exec(line) ?? [];
    expect(name).not.toBe('');
    const top = stack.at(-1);
    if (name === 'BEGIN') {
      const child: Growing = { name: value, properties: {}, children: [] };
      top?.children.push(child);
      stack.push(child);
    } else if (name === 'END') expect(stack.pop()?.name).toBe(value);
    else {
      expect(value.replace(/\\[\\;,nN]/g, '')).not.toMatch(
        name === 'SUMMARY' || name === 'DESCRIPTION' ? /[\\;,]/ : /\\$/,
      );
      if (top)
        top.properties[name] = value.replace(/\\([\\;,nN])/g, (_, sign: string) =>
          /n/i.test(sign) ? '\n' : sign,
        );
    }
  }
  expect(stack).toHaveLength(1);
  const [root] = stack[0]?.children ?? [];
  if (!root) throw new Error('no calendar');
  return root;
}

it('the due dates come into any calendar, each with a reminder three days before', async () => {
  const project = await openProject();
  const run = await project.run(['status', '--ics', '截止.ics']);
  expect([run.exit, run.stderr]).toEqual([0, expect.stringContaining('截止.ics')]);
  const calendar = parse(await readFile(project.at('截止.ics')));
  expect(calendar).toMatchObject({ name: 'VCALENDAR', properties: { VERSION: '2.0' } });
  const days = calendar.children.map(({ properties }) => [properties['DTSTART'], properties['SUMMARY']]);
  expect(days).toContainEqual(['20200715', '报送截止：战疫故事汇']);
  expect(days).toHaveLength(5);
  for (const event of calendar.children) {
    expect(event.properties['DTSTAMP']).toMatch(/^\d{8}T\d{6}Z$/);
    expect(event.children).toMatchObject([
      { name: 'VALARM', properties: { ACTION: 'DISPLAY', TRIGGER: '-P3D' } },
    ]);
  }
  const uids = calendar.children.map(({ properties }) => properties['UID']);
  expect(new Set(uids).size).toBe(uids.length);
  await project.run(['status', '--ics', 'again.ics']);
  const again = parse(await readFile(project.at('again.ics')));
  expect(again.children.map(({ properties }) => properties['UID'])).toEqual(uids);
  expect((await project.run(['status', '--ics', 'again.ics'])).exit).toBe(2);
});

it('names with commas, semicolons, line ends and long emoji break no calendar', () => {
  const on = parseCalendarDate('2027-12-31');
  if (!on) throw new Error('a day');
  const name = `一，二,三;四\\五\n六${'👨‍👩‍👧'.repeat(20)}`;
  const clause = { notice: 'x' };
  const deadline = { on, rolling: true, level: 'may', clause, daysLeft: 1, label: 'a;b,c' } as const;
  const text = calendarFile(
    {
      notice: { id: '我校/通知', title: name },
      steps: [],
      categories: [{ id: '类 别', name, deadlines: [deadline, deadline], steps: [], bundles: [] }],
    },
    new Date('2027-01-02T03:04:05.678Z'),
    'zh',
  );
  const { children } = parse(Buffer.from(text));
  expect(children.map(({ properties }) => properties['SUMMARY'])).toEqual(Array(2).fill(`报送截止：${name}`));
  expect(children[0]?.properties).toMatchObject({
    DTSTART: '20271231',
    DTEND: '20280101',
    DTSTAMP: '20270102T030405Z',
  });
  expect(children[0]?.properties['UID']).toMatch(/^[\w.@-]+$/);
  expect(children[0]?.properties['UID']).not.toBe(children[1]?.properties['UID']);
});
