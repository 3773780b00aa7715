/** One mailbox alone, without a name; quoted names and Chinese ones are not taken by the servers this is for. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]+@(?:[a-z0-9-]+\.)*[a-z0-9-]+$/i.test(text);
}
