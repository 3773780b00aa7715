import { OneBranch } from './one-branch.ts';
import { attribute, type XmlElement, type XmlHandler } from './parse-xml.ts';
import { relationshipId } from './relationships.ts';
import { TextStory } from './text-story.ts';

const WORD =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main|schemas\.microsoft\.com\/office\/word\/2003\/wordml)$/;
const VML = 'urn:schemas-microsoft-com:vml';

/**
 * Neither shown nor counted: what was deleted or moved away, field codes, the reading above a character, what an
 * object looks like while closed (its preview is no picture of the text's own).
 */
const SKIPPED = new Set(['del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'rt', 'object']);
/** Parts of a 2003 document that lie inside its body. */
const MARGINS = new Set(['hdr', 'ftr']);

export interface PictureReference {
  /** `link` and `source` name something outside the text; `source` may be a picture kept in the same file. */
  readonly kind: 'embed' | 'link' | 'source';
  readonly id: string;
}

/** Reads one part of a Word document: its text as Word counts it, and the pictures it shows. */
export class BodyReader implements XmlHandler {
  readonly pictures: PictureReference[] = [];
  readonly story = new TextStory();
  readonly margins = new TextStory();
  /** Name of the outermost element; empty where it is none of Word's. */
  root = '';
  /** Text comes from elsewhere (an embedded web page, a sub-document): what is here is not all. */
  incomplete = false;

  readonly #path: string[] = [];
  readonly #branch = new OneBranch();
  /** Of each run around here: whether it is hidden. */
  readonly #runs: boolean[] = [];
  #skipping = 0;
  #inMargin = 0;

  open(element: XmlElement): void {
    const isWord = WORD.test(element.uri);
    if (this.#path.length === 0 && isWord) this.root = element.local;
    this.#path.push(isWord ? element.local : '');
    if (this.#skipping > 0 || this.#isSkipped(element, isWord)) {
      this.#skipping++;
      return;
    }
    if (isWord) this.#openWord(element);
    else this.#openDrawing(element);
  }

  text(text: string): void {
    if (this.#skipping > 0 || this.#runs.at(-1) === true) return;
    const inside = this.#path.at(-1);
    if (inside === 't' || inside === 'm:t') this.#current.add(text);
  }

  close(element: XmlElement): void {
    this.#path.pop();
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    if (WORD.test(element.uri)) this.#closeWord(element.local);
    else this.#branch.close(element);
  }

  get #current(): TextStory {
    return this.#inMargin > 0 ? this.margins : this.story;
  }

  #isSkipped(element: XmlElement, isWord: boolean): boolean {
    if (isWord) return SKIPPED.has(element.local) || isSeparatorNote(element);
    if (this.#branch.isOther(element)) return true;
    return element.local === 'annotation' && attribute(element, 'type') === 'Word.Deletion';
  }

  #openWord(element: XmlElement): void {
    switch (element.local) {
      case 'r':
        this.#runs.push(false);
        break;
      case 'vanish':
        if (this.#path.at(-2) === 'rPr' && this.#path.at(-3) === 'r' && isOn(element))
          this.#runs[this.#runs.length - 1] = true;
        break;
      case 'fldChar':
        this.#current.field(attribute(element, 'fldCharType') ?? '');
        break;
      case 'txbxContent':
        this.#current.beginBox();
        break;
      case 'altChunk':
      case 'subDoc':
        this.incomplete = true;
        break;
      case 'hdr':
      case 'ftr':
        if (this.#path.length > 1) this.#inMargin++;
        break;
      default:
        if (this.#path.at(-2) === 'r' && this.#runs.at(-1) !== true) {
          this.#current.add(marks.get(element.local) ?? '');
        }
    }
  }

  #closeWord(local: string): void {
    if (local === 'r') this.#runs.pop();
    else if (local === 'p') this.#current.add('\n');
    else if (local === 'tc') this.#current.endCell();
    else if (local === 'tr') this.#current.add('\n');
    else if (local === 'txbxContent') this.#current.endBox();
    else if (MARGINS.has(local) && this.#inMargin > 0) this.#inMargin--;
  }

  #openDrawing(element: XmlElement): void {
    if (element.local === 't' && element.uri.endsWith('/math')) this.#path[this.#path.length - 1] = 'm:t';
    if (this.#runs.at(-1) === true || this.#inMargin > 0) return;
    const reference = pictureReference(element);
    if (reference) this.pictures.push(reference);
  }
}

/** What stands in the text without being written as text. */
const marks: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
  ['sym', ' '],
]);

/** The line above the footnotes is kept as a footnote too. */
function isSeparatorNote(element: XmlElement): boolean {
  if (element.local !== 'footnote' && element.local !== 'endnote') return false;
  return /eparator|ontinuation/.test(attribute(element, 'type') ?? '');
}

function isOn(element: XmlElement): boolean {
  return !['0', 'false', 'off'].includes(attribute(element, 'val') ?? 'true');
}

function pictureReference(element: XmlElement): PictureReference | undefined {
  const related = (local: string): string | undefined => relationshipId(element, local);
  if (element.local === 'blip' && element.uri.includes('drawingml')) {
    const embed = related('embed');
    if (embed !== undefined && embed !== '') return { kind: 'embed', id: embed };
    const link = related('link');
    return link === undefined || link === '' ? undefined : { kind: 'link', id: link };
  }
  if (element.local !== 'imagedata' || element.uri !== VML) return undefined;
  const id = related('id') ?? related('href');
  if (id !== undefined) return { kind: 'embed', id };
  const source = attribute(element, 'src');
  return source === undefined ? undefined : { kind: 'source', id: source };
}
