import { domainToASCII } from 'node:url';

/** What stands alone on both sides of the `@`, without the characters that divide or end addresses (RFC 5322 3.4.1). */
const ONE_ADDRESS = /^([\w.!#$%&'*+/=?^`{|}~-]+)@([^\s\p{Cc}<>()[\]\\,;:"@]+)$/u;

/**
 * One address, its domain in the form that every server takes. Whoever reads the configuration and the notice lets
 * nothing else come here: another recipient could hide in it.
 */
export function oneAddress(address: string): string {
  const [, local = '', domain = ''] = ONE_ADDRESS.exec(address) ?? [];
  const ascii = domainToASCII(domain);
  if (ascii === '') throw new TypeError(`not one mail address: ${JSON.stringify(address)}`);
  return `${local}@${ascii}`;
}
