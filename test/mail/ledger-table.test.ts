import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatLedgerTable } from '../../src/mail/ledger-table.ts';
import { entry } from './make-entry.ts';

const names = {
  notices: new Map([['scau-2020', '关于报送材料的通知']]),
  categories: new Map([['story', '战疫故事汇']]),
};

/** RFC 4180, by hand. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const cells = text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g);
  let row: string[] = [];
  for (const [, written = '', end] of cells) {
    row.push(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written);
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

it('Excel and WPS show every step of every mail, in words', () => {
  const table = formatLedgerTable(
    [
      entry({ part: 1, parts: 3, state: 'sent', bytes: 123, messageId: 'a@b', reply: '250 Ok, "queued"' }),
      entry({ state: 'done', by: '李老师', note: '微信已投', round: 1, notice: 'x', category: 'y' }),
    ],
    names,
  );
  expect(
    table.startsWith(
      '\uFEFF时间,单位,通知,类别,包,收件邮箱,第几封,状态,字节,邮件编号,服务器答复,经办人,备注\r\n',
    ),
  ).toBe(true);
  expect(readCsv(table.slice(1)).slice(1)).toEqual([
    [
      ...['2020-07-15 09:30:00', '马克思主义学院党委', '关于报送材料的通知', '战疫故事汇', entry().bundle],
      ...['office@example.edu.cn', '第1封，共3封', '已发送', '123', 'a@b', '250 Ok, "queued"', '', ''],
    ],
    [
      ...['2020-07-15 09:30:00', '马克思主义学院党委', 'x', 'y', entry().bundle, 'office@example.edu.cn', ''],
      ...['已人工报送', '', '', '', '李老师', '第2次发送；微信已投'],
    ],
  ]);
});

it('no text becomes a formula, a row or a column', () => {
  const nasty = fc.oneof(
    fc.constantFrom(
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      ' =1',
      '＝1',
      'a,b',
      'a"b',
      'a\r\nb',
      '"',
      ',',
      '\n',
      "'",
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  fc.assert(
    fc.property(nasty, nasty, (note, reply) => {
      const rows = readCsv(formatLedgerTable([entry({ note, reply, org: note })], names).slice(1));
      expect(rows).toHaveLength(2);
      expect(rows[1]).toHaveLength(13);
      for (const cell of rows[1] ?? []) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
    }),
  );
});
