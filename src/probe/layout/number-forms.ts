import type { TextRole } from '../../model/layout.ts';

const CHINESE = '[一二三四五六七八九十百〇零]{1,5}';

/** How official texts number their levels: 一、（一）1.（1）. GB/T 9704—2012, 7.3.3 */
const FORMS: readonly (readonly [role: TextRole, form: RegExp])[] = [
  ['h1', new RegExp(`^(?:${CHINESE}[、.．]|第${CHINESE}(?:章|部分|编|篇)(?![，。]))`, 'u')],
  ['h2', new RegExp(`^[（(]${CHINESE}[）)]`, 'u')],
  ['h3', /^\d{1,2}(?:[.．、](?!\d))/u],
  ['h4', /^[（(]\d{1,2}[）)]/u],
];

/** The level that a text's number, typed or automatic, stands for. */
export function levelByNumber(text: string): TextRole | undefined {
  return FORMS.find(([, form]) => form.test(text))?.[0];
}
