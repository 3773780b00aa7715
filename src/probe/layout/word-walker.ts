import type { XmlElement, XmlHandler } from '../word/parse-xml.ts';
import { COMPATIBILITY, isWord } from './word-names.ts';

/** What is told of a part of a Word document: its elements that are in force. */
export interface WordVisitor {
  /** `path`: names of the elements around it, the nearest last; empty where they are not Word's. */
  open(element: XmlElement, path: readonly string[]): void;
  close(local: string): void;
  text(text: string, path: readonly string[]): void;
  /** An element of a drawing. */
  openOther?(element: XmlElement): void;
  closeOther?(element: XmlElement): void;
}

/** What was deleted or moved away, and how things were set before a change that is on record. */
const SKIPPED = new Set(['del', 'moveFrom', 'delText', 'delInstrText', 'object', 'rt']);

/** Leads a visitor past what is no longer, or only otherwise, in force. */
export class WordWalker implements XmlHandler {
  /** Name of the outermost element; empty where it is none of Word's. */
  root = '';
  readonly #visitor: WordVisitor;
  readonly #path: string[] = [];
  readonly #skipped: ReadonlySet<string>;
  /** Of each mc:AlternateContent around here: whether one of its branches was taken. */
  readonly #alternatives: boolean[] = [];
  #skipping = 0;

  /** `also`: further elements to pass over with all that is in them. */
  constructor(visitor: WordVisitor, also: readonly string[] = []) {
    this.#visitor = visitor;
    this.#skipped = new Set([...SKIPPED, ...also]);
  }

  open(element: XmlElement): void {
    const word = isWord(element);
    if (this.#path.length === 0 && word) this.root = element.local;
    if (this.#skipping > 0 || this.#isSkipped(element, word)) {
      this.#skipping++;
      this.#path.push('');
      return;
    }
    if (word) this.#visitor.open(element, this.#path);
    else if (element.uri === COMPATIBILITY && element.local === 'AlternateContent')
      this.#alternatives.push(false);
    else this.#visitor.openOther?.(element);
    this.#path.push(word ? element.local : '');
  }

  text(text: string): void {
    if (this.#skipping === 0) this.#visitor.text(text, this.#path);
  }

  close(element: XmlElement): void {
    this.#path.pop();
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    if (isWord(element)) this.#visitor.close(element.local);
    else if (element.uri === COMPATIBILITY && element.local === 'AlternateContent') this.#alternatives.pop();
    else this.#visitor.closeOther?.(element);
  }

  #isSkipped(element: XmlElement, word: boolean): boolean {
    if (word) return this.#skipped.has(element.local) || element.local.endsWith('Change');
    if (element.uri !== COMPATIBILITY) return false;
    if (element.local !== 'Choice' && element.local !== 'Fallback') return false;
    const taken = this.#alternatives.at(-1) === true;
    if (this.#alternatives.length > 0) this.#alternatives[this.#alternatives.length - 1] = true;
    return taken;
  }
}
