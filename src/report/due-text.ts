import type { Deadline } from '../model/notice.ts';

/** `2020-07-15`, or `2020-07-15 17:00` where the notice says at what hour (Beijing time). */
export function dueText({ on, at }: Pick<Deadline, 'on' | 'at'>): string {
  return at === undefined ? on : `${on} ${at}`;
}
