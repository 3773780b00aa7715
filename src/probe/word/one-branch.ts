import type { XmlElement } from './parse-xml.ts';

const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** The same thing stands in mc:Choice for new programs and in mc:Fallback for old ones: the first is taken. */
export class OneBranch {
  /** Of each mc:AlternateContent around here: whether one of its branches was taken. */
  readonly #taken: boolean[] = [];

  /** Whether what begins here is to be left out. Asked of every element that is not left out already. */
  isOther({ uri, local }: XmlElement): boolean {
    if (uri !== COMPATIBILITY) return false;
    if (local === 'AlternateContent') this.#taken.push(false);
    if (local !== 'Choice' && local !== 'Fallback') return false;
    const taken = this.#taken.at(-1) === true;
    if (this.#taken.length > 0) this.#taken[this.#taken.length - 1] = true;
    return taken;
  }

  close({ uri, local }: XmlElement): void {
    if (uri === COMPATIBILITY && local === 'AlternateContent') this.#taken.pop();
  }
}
