import type { Bilingual } from '../model/problems.ts';
import { closestName } from '../model/closest-name.ts';

/** A longer list tells nobody anything. */
const MOST_CHOICES = 24;

/** A schema carries one message; both languages travel in it as “中文 | English”. */
export function say(zh: string, en: string): string {
  return `${zh} | ${en}`;
}

/** What a person wrote, as it may be repeated in a message: short, on one line, without control characters. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').replaceAll('|', '¦');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** What is there to choose from: the one that was probably meant, or else all of them. */
export function choices(written: string, known: readonly string[]): Bilingual {
  const near = closestName(written, known);
  if (near !== undefined) return { zh: `是不是“${near}”？`, en: `did you mean “${near}”?` };
  if (known.length === 0) return { zh: '这里没有可选的', en: 'there is none to choose from' };
  const [shown, more] = [known.slice(0, MOST_CHOICES), known.length > MOST_CHOICES];
  return {
    zh: `可写：${shown.join('、')}${more ? ' 等' : ''}`,
    en: `known: ${shown.join(', ')}${more ? ' …' : ''}`,
  };
}
