import type { EndingFacts } from '../../model/outline.ts';
import { hasPhone } from './find-contact.ts';

const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/;
/** With its label, or by its length alone: neither a mobile nor a telephone number with its area code. */
const NUMBERS = [
  /(?:学|工|学籍|职工)\s{0,4}号\s{0,4}[:：]?\s{0,4}[A-Za-z]?\d{5,}/,
  /(?<![\d-])(?!1[3-9]\d{9}(?!\d)|0)\d{9,13}(?![\d-])/,
];

/** Which kinds of numbers stand in the last lines of a text; the numbers themselves are not kept. */
export function findEnding(ending: string): EndingFacts {
  const digits = ending.replace(/[０-９＠]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return {
    phone: hasPhone(ending),
    mail: MAIL.test(digits),
    number: NUMBERS.some((pattern) => pattern.test(digits)),
  };
}
