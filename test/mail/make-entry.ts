import type { LedgerEntry } from '../../src/model/ledger.ts';

export function entry(over: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    schemaVersion: 1,
    at: '2020-07-15T09:30:00+08:00',
    state: 'planned',
    bundle: '马克思主义学院党委+战疫故事汇+20200715',
    notice: 'scau-2020',
    org: '马克思主义学院党委',
    category: 'story',
    route: 'organisation',
    to: 'office@example.edu.cn',
    content: 'c'.repeat(64),
    round: 0,
    ...over,
  };
}
