import type { CharacterLook, ParagraphFormat } from '../../model/layout.ts';
import { addLook, type LookShare } from './look-shares.ts';
import type { ParagraphProperties } from './paragraph-properties.ts';
import { sampleLabel } from './read-numbering.ts';
import { formatOf, lookOf, settleParagraph, settleRun, type Surroundings } from './resolve-format.ts';
import type { RunProperties } from './run-properties.ts';

/** A paragraph of the text as read, before anyone says what it is. */
export interface ReadParagraph {
  /** Its first characters, without blanks in front. */
  readonly opening: string;
  /** Its last character that is no blank. */
  readonly ending: string;
  /** Characters other than blanks. */
  readonly characters: number;
  /** What the program numbers it with, as of a first one; empty where it does not, or only with a dot. */
  readonly label: string;
  readonly listed: boolean;
  /** 0 is the highest; absent: running text. */
  readonly outline?: number;
  /** Of its style and of those that is based on, the nearest first; lower case. */
  readonly styleNames: readonly string[];
  readonly looks: readonly LookShare[];
  /** Where it begins with a short sentence, and more follows. */
  readonly runIn?: {
    readonly text: string;
    readonly head: readonly LookShare[];
    readonly rest: readonly LookShare[];
  };
  /** The format it would have in a given look. */
  readonly formatIn: (look: CharacterLook) => ParagraphFormat;
}

const OPENING = 60;
/** A sentence longer than this is no heading. Characters. */
const LONGEST_HEAD = 45;
const BLANKS: Readonly<Record<string, number>> = {
  '\u3000': 1,
  ' ': 0.5,
  '\u00a0': 0.5,
  '\u2002': 0.5,
  '\u2003': 1,
};
/** Word's usual distance of tab stops, in points. */
const TAB = 21;

/** Gathers one paragraph as its runs come in. */
export class ParagraphReader {
  readonly properties: ParagraphProperties = {};
  readonly #around: Surroundings;
  #settled: ReturnType<typeof settleParagraph> | undefined;
  #opening = '';
  #ending = '';
  #characters = 0;
  #blanks = 0;
  #tabs = 0;
  #headText = '';
  /** `open`: its first sentence goes on; `ended`: it was short; `none`: it is too long for a heading. */
  #head: 'open' | 'ended' | 'none' = 'open';
  readonly #inHead = new Map<string, LookShare>();
  readonly #inRest = new Map<string, LookShare>();
  readonly #inAll = new Map<string, LookShare>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Some text of a run that is set as `run` says. */
  add(text: string, run: RunProperties): void {
    const settled = settleRun(run, this.#settle().run, this.#around);
    if (settled.hidden === true) return;
    const look = lookOf(settled, this.#around);
    for (const piece of this.#head === 'open' ? text.split(/(?<=。)/u) : [text]) this.#addPiece(piece, look);
  }

  tab(): void {
    if (this.#characters === 0) this.#tabs++;
  }

  end(): ReadParagraph {
    const { properties, styleNames, list } = this.#settle();
    const { outline } = properties;
    const [blanks, tabs] = [this.#blanks, this.#tabs];
    const isRunIn = this.#head === 'ended' && this.#inRest.size > 0;
    return {
      opening: this.#opening,
      ending: this.#ending,
      characters: this.#characters,
      label: list ? sampleLabel(list) : '',
      listed: list !== undefined,
      ...(outline !== undefined && outline < 9 && { outline }),
      styleNames,
      looks: [...this.#inAll.values()],
      ...(isRunIn && {
        runIn: { text: this.#headText, head: [...this.#inHead.values()], rest: [...this.#inRest.values()] },
      }),
      formatIn: (look) => formatOf(properties, look, blanks + (tabs * TAB) / (look.size ?? TAB)),
    };
  }

  #settle(): ReturnType<typeof settleParagraph> {
    return (this.#settled ??= settleParagraph(this.properties, this.#around));
  }

  #addPiece(piece: string, look: CharacterLook): void {
    if (this.#characters === 0) this.#countBlanks(piece);
    const bare = piece.replace(/\s+/gu, '');
    if (bare === '') return;
    const shown = this.#opening === '' ? piece.trimStart() : piece;
    this.#opening += shown.slice(0, Math.max(0, OPENING - this.#opening.length));
    this.#ending = bare.slice(-1);
    this.#characters += addLook(this.#inAll, look, bare);
    if (this.#head === 'ended') addLook(this.#inRest, look, bare);
    if (this.#head === 'open') this.#goOn(bare, look);
  }

  #goOn(bare: string, look: CharacterLook): void {
    addLook(this.#inHead, look, bare);
    this.#headText += bare.slice(0, LONGEST_HEAD + 1);
    if (this.#headText.length > LONGEST_HEAD) this.#head = 'none';
    else if (bare.endsWith('。')) this.#head = 'ended';
  }

  #countBlanks(piece: string): void {
    for (const blank of /^\s*/u.exec(piece)?.[0] ?? '') this.#blanks += BLANKS[blank] ?? 0;
  }
}
