import type { DeliveryState, LedgerEntry } from '../model/ledger.ts';

const HEADINGS = [
  ...['时间', '单位', '通知', '类别', '包', '收件邮箱', '第几封', '状态', '字节', '邮件编号'],
  ...['服务器答复', '经办人', '备注'],
] as const;

const STATE_NAMES: Readonly<Record<DeliveryState, string>> = {
  planned: '待发送',
  sending: '正在发送',
  sent: '已发送',
  failed: '发送失败',
  'in-doubt': '未知是否送达',
  done: '已人工报送',
};

export interface TableNames {
  /** Titles by id; an id without one stands for itself. */
  readonly notices: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
}

/**
 * 报送台账 as CSV (RFC 4180) for Excel and WPS: UTF-8 with a byte order mark, lines ended by CRLF, one entry a line in
 * the order of the ledger.
 */
export function formatLedgerTable(entries: readonly LedgerEntry[], names: TableNames): string {
  const rows = [HEADINGS, ...entries.map((entry) => rowOf(entry, names))];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The cells of one entry, in the order of the headings. */
function rowOf(entry: LedgerEntry, { notices, categories }: TableNames): readonly string[] {
  const { part, parts = part, round } = entry;
  const number = part === undefined || parts === 1 ? '' : `第${part}封，共${parts ?? part}封`;
  const again = round > 0 ? `第${round + 1}次发送` : '';
  return [
    entry.at.slice(0, 19).replace('T', ' '),
    entry.org,
    notices.get(entry.notice) ?? entry.notice,
    categories.get(entry.category) ?? entry.category,
    entry.bundle,
    entry.to ?? '',
    number,
    STATE_NAMES[entry.state],
    entry.bytes === undefined ? '' : String(entry.bytes),
    entry.messageId ?? '',
    entry.reply ?? entry.reason ?? '',
    entry.by ?? '',
    [again, entry.note ?? ''].filter((text) => text !== '').join('；'),
  ];
}

/** Excel and WPS take these for the beginning of a formula, in full width too, and spaces before them do not help. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;

/** An apostrophe in front makes text of a formula; a line break inside a cell stays one. */
function cell(value: string): string {
  const text = value.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",;]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
