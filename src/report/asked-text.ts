import type { Check, CheckOf, Code } from '../model/check.ts';
import { catalogueIn } from './catalogue-in.ts';

/**
 * What the notice asks for in this check, in Chinese whatever the language of the report: a decision keeps it, so that
 * it dies where the notice asks for something else.
 */
export function askedText(check: Check): string | undefined {
  return askedOf(check);
}

function askedOf<C extends Code>({ code, args }: CheckOf<C>): string | undefined {
  const asked = catalogueIn('zh')[code].required(args)?.trim();
  return asked === '' ? undefined : asked;
}
