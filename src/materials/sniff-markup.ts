import type { Format } from '../model/format.ts';

/** Root elements, without prefix and in lower case, that say what an XML file is. */
const ROOTS: ReadonlyMap<string, Format> = new Map([
  ['worddocument', 'word2003xml'],
  ['html', 'html'],
  ['head', 'html'],
  ['body', 'html'],
  ['meta', 'html'],
  ['table', 'html'],
  ['div', 'html'],
  ['p', 'html'],
  // SVG 2, 5.1.
  ['svg', 'svg'],
  // DASH (ISO/IEC 23009-1, 5.3.1), SMIL and Windows Media, ASX, XSPF.
  ['mpd', 'playlist'],
  ['smil', 'playlist'],
  ['asx', 'playlist'],
  ['playlist', 'playlist'],
]);

/** Characters; what claims a file as Word's stands at its beginning. */
const MOST_PROLOG = 8192;

/** RTF, XML and HTML, MHTML, by their beginning; `text` has no byte order mark and no space in front. */
export function sniffMarkup(text: string, extension: string): Format | undefined {
  // Rich Text Format 1.9.1: `{\rtf` and a version.
  if (text.startsWith('{\\rtf')) return 'rtf';
  // RFC 2557, what Word calls a web page in one file.
  if (/^MIME-Version:/i.test(text) && /^Content-Type:\s*multipart\/related/im.test(text.slice(0, 4000)))
    return 'html';
  if (!text.startsWith('<')) return undefined;
  const { root, prolog } = rootOf(text);
  // The processing instruction by which Office claims an XML file ([MS-OFFXML] WordprocessingML 2003; flat OPC too).
  if (/<\?mso-application\s[^>]*Word\.Document/i.test(prolog)) return 'word2003xml';
  if (/<!DOCTYPE\s+html/i.test(prolog)) return 'html';
  if (root === 'plist' && extension === 'webloc') return 'shortcut';
  return ROOTS.get(root) ?? (prolog.startsWith('<?xml') || root !== '' ? 'xml' : undefined);
}

/** The first element's name, and all that stands before it: declarations, comments, document type. */
function rootOf(text: string): { root: string; prolog: string } {
  let at = 0;
  for (let steps = 0; steps < 1000; steps++) {
    const open = text.indexOf('<', at);
    if (open < 0) return { root: '', prolog: text.slice(0, MOST_PROLOG) };
    const end = endOfDeclaration(text, open);
    if (end === undefined)
      return { root: elementName(text, open), prolog: text.slice(0, Math.min(open, MOST_PROLOG)) };
    if (end < 0) return { root: '', prolog: text.slice(0, MOST_PROLOG) };
    at = end;
  }
  return { root: '', prolog: text.slice(0, MOST_PROLOG) };
}

/** Where a declaration at `open` ends, −1 where it does not; undefined where it is an element. */
function endOfDeclaration(text: string, open: number): number | undefined {
  const closer = text.startsWith('<!--', open)
    ? '-->'
    : text.startsWith('<?', open)
      ? '?>'
      : text.startsWith('<!', open)
        ? '>'
        : undefined;
  if (closer === undefined) return undefined;
  const at = text.indexOf(closer, open);
  return at < 0 ? -1 : at + closer.length;
}

function elementName(text: string, open: number): string {
  const name = /^<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(text.slice(open, open + 200));
  return name?.[2]?.toLowerCase() ?? '';
}
