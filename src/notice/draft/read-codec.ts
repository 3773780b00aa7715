import type { Finding, Value } from './finding.ts';
import { levelOf } from './finding.ts';

/** H.264 High Profile, Level 4.1. */
export function readCodec(clause: string): readonly Finding[] {
  return [...profiles(clause), ...levels(clause)];
}

function profiles(clause: string): readonly Finding[] {
  if (!/profile/i.test(clause)) return [];
  const names = [
    ...clause.matchAll(/(?<![A-Za-z])(Baseline|Main|High)(?:\s?(10|4:2:2|4:4:4))?(?![A-Za-z]*tier)/gi),
  ].map(([, name = '', kind = '']) => (name + kind.replaceAll(':', '')).toLowerCase());
  if (names.length === 0) return [];
  const yaml = `[${[...new Set(names)].join(', ')}]`;
  return [{ readings: [reading('codecProfiles', { kind: 'raw', yaml, ...levelOf(clause) })] }];
}

const AT_MOST = /不超过|不高于|不得高于|不大于|以内|以下|≤|<=|最高/;

/** A bare level is what a player masters, and so the highest; or just this one. */
function levels(clause: string): readonly Finding[] {
  const [, level] =
    /level\s?[:为]?\s?(?:不超过|不高于|不得高于|不大于|≤|<=)?\s?([1-6](?:\.[0-3])?)(?![\d.])/i.exec(clause) ??
    [];
  if (level === undefined) return [];
  const most: Value = { kind: 'range', sides: { max: level }, ...levelOf(clause) };
  if (AT_MOST.test(clause)) return [{ readings: [reading('codecLevel', most)] }];
  const exactly: Value = { kind: 'range', sides: { min: level, max: level }, ...levelOf(clause) };
  return [
    { readings: [most, exactly].map((value) => reading('codecLevel', value)), note: '不超过，还是正好' },
  ];
}

function reading(key: 'codecProfiles' | 'codecLevel', value: Value): Finding['readings'][number] {
  return { target: { kind: 'media', role: 'video', key }, value };
}
