import { createHash } from 'node:crypto';
import type { PartNumber } from '../model/ledger.ts';

export interface MessageMark extends PartNumber {
  /** As `contentKey` gives it. */
  readonly content: string;
  readonly to: string;
  readonly round: number;
}

/** RFC 5322 3.6.4, without angle brackets: the same for the same mail, whenever and wherever it is made. */
export function messageId({ content, to, round, part, parts }: MessageMark, from: string): string {
  const whole = [content, to, round, `${part}/${parts}`].join('|');
  const left = createHash('sha256').update(whole).digest('hex').slice(0, 32);
  return `${left}@${domainOf(from)}`;
}

/** Letters, digits, dots and hyphens; whatever else an address holds has no place in a header of its own. */
function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(domain) ? domain : 'localhost';
}
