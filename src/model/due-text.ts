import type { Due, Step } from './notice.ts';

/** `2020-07-15`, or `2020-07-15 17:00` where the notice says at what hour (Beijing time). */
export function dueText({ on, at }: Due): string {
  return at === undefined ? on : `${on} ${at}`;
}

/** A step in Chinese, as it is handed on with a bundle: `交报名表（2020-05-10 前）`. */
export function stepText({ text, due }: Pick<Step, 'text' | 'due'>): string {
  return due ? `${text}（${dueText(due)} 前）` : text;
}
