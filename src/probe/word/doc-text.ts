import type { DocHeader, StoryKind } from './doc-header.ts';
import type { Piece } from './doc-pieces.ts';
import type { DocRun, ReadStream } from './doc-runs.ts';
import { TextStory } from './text-story.ts';
import { broken } from './unfit.ts';

export interface DocText {
  readonly body: string;
  readonly margins: string;
  readonly comments: string;
  /** Offsets in the Data stream of the pictures that stand in the body. */
  readonly pictures: readonly number[];
}

/** A few zero characters may stand in any text; a stretch of them is data that was never written. */
const ZEROS_TOLERATED = 16;

/** Puts the pieces in order and takes out what Word does not count: hidden, deleted, field codes, comments. */
export async function readDocText(
  header: DocHeader,
  pieces: readonly Piece[],
  runs: readonly DocRun[],
  document: ReadStream,
): Promise<DocText> {
  const stories: Record<StoryKind, DocStory> = {
    body: new DocStory(),
    margin: new DocStory(),
    comment: new DocStory(),
  };
  const borders = storyBorders(header);
  let zeros = 0;
  let characters = 0;
  for (const piece of pieces) {
    const text = await textOf(piece, document);
    zeros += countZeros(text);
    characters += text.length;
    for (const { from, to, run } of cut(piece, runs)) {
      for (const border of borders) {
        const start = Math.max(from, border.from);
        const end = Math.min(to, border.to);
        if (start < end) stories[border.kind].add(text.slice(start - piece.from, end - piece.from), run);
      }
    }
  }
  if (zeros > ZEROS_TOLERATED) throw broken({ kind: 'hollow', checked: characters, broken: zeros });
  return {
    body: stories.body.text(),
    margins: stories.margin.text(),
    comments: stories.comment.text(),
    pictures: stories.body.pictures,
  };
}

interface Border {
  readonly kind: StoryKind;
  readonly from: number;
  readonly to: number;
}

function storyBorders(header: DocHeader): readonly Border[] {
  let from = 0;
  return header.stories.map(({ kind, length }) => {
    const border = { kind, from, to: from + length };
    from += length;
    return border;
  });
}

async function textOf(piece: Piece, document: ReadStream): Promise<string> {
  const length = (piece.to - piece.from) * piece.width;
  const bytes = await document(piece.at, length);
  if (bytes.length < length) throw broken({ kind: 'ends-early' });
  return new TextDecoder(piece.width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes);
}

function countZeros(text: string): number {
  let zeros = 0;
  for (let at = text.indexOf('\0'); at >= 0; at = text.indexOf('\0', at + 1)) zeros++;
  return zeros;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly run: DocRun | undefined;
}

/** A piece in stretches of one run each, in character positions. */
function* cut(piece: Piece, runs: readonly DocRun[]): Generator<Stretch> {
  const position = (offset: number): number => piece.from + Math.floor((offset - piece.at) / piece.width);
  let from = piece.from;
  for (let index = firstEndingAfter(runs, piece.at); from < piece.to; index++) {
    const run = runs[index];
    const start = run ? Math.min(piece.to, Math.max(from, position(run.from))) : piece.to;
    if (start > from) yield { from, to: start, run: undefined };
    if (!run || start >= piece.to) return;
    const to = Math.min(piece.to, Math.max(start, position(run.to)));
    if (to > start) yield { from: start, to, run };
    from = to;
  }
}

function firstEndingAfter(runs: readonly DocRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.to ?? Infinity) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

// Special characters of the text. [MS-DOC] 2.4.1 and 2.8.25
const PICTURE = '\u0001';
const CELL_END = '\u0007';
const FIELD_BEGIN = '\u0013';
const FIELD_SEPARATE = '\u0014';
const FIELD_END = '\u0015';
const HYPHEN = '\u001e';
const SPECIAL = /([\0-\u001f])/;
const EMBEDDED_OBJECT = /^\s*(?:EMBED|LINK)\b/i;

class DocStory {
  readonly pictures: number[] = [];
  readonly #story = new TextStory();
  /** Of each open field: its code so far, and once shown whether it is an object with a preview. */
  readonly #fields: { code: string; inCode: boolean; object: boolean }[] = [];

  add(text: string, run: DocRun | undefined): void {
    if (run?.deleted === true) return;
    for (const part of text.split(SPECIAL)) {
      if (!SPECIAL.test(part)) this.#addPlain(part, run);
      else this.#addSpecial(part, run);
    }
  }

  text(): string {
    return this.#story.toString();
  }

  #addPlain(text: string, run: DocRun | undefined): void {
    if (run?.hidden === true) return;
    const field = this.#fields.at(-1);
    if (field?.inCode === true && field.code.length < 20) field.code += text.slice(0, 20);
    this.#story.add(run?.symbol === true ? ' '.repeat(text.length) : text);
  }

  /** Field marks count even where they are hidden: what they enclose may not be. */
  #addSpecial(mark: string, run: DocRun | undefined): void {
    if (mark === FIELD_BEGIN) this.#beginField();
    else if (mark === FIELD_SEPARATE) this.#separateField();
    else if (mark === FIELD_END) this.#endField();
    else if (run?.hidden === true) return;
    else if (mark === PICTURE) this.#addPicture(run);
    else if (mark === CELL_END || mark === '\t') this.#story.add('\t');
    else if (mark >= '\n' && mark <= '\u000e') this.#story.add('\n');
    else if (mark === HYPHEN) this.#story.add('-');
  }

  #addPicture(run: DocRun | undefined): void {
    if (run?.picture === undefined || this.#fields.some((field) => field.object || field.inCode)) return;
    this.pictures.push(run.picture);
  }

  #beginField(): void {
    this.#fields.push({ code: '', inCode: true, object: false });
    this.#story.field('begin');
  }

  #separateField(): void {
    const field = this.#fields.at(-1);
    if (!field) return;
    field.inCode = false;
    field.object = EMBEDDED_OBJECT.test(field.code);
    this.#story.field('separate');
  }

  #endField(): void {
    if (this.#fields.pop()) this.#story.field('end');
  }
}
