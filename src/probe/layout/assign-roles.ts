import type { TextRole } from '../../model/layout.ts';
import { findTitle } from './find-title.ts';
import { levelByNumber } from './number-forms.ts';
import type { Assignment, Sketch } from './sketch.ts';

/** A paragraph that reads on like running text is no heading, whatever it begins with. Characters. */
const LONGEST_HEADING = 45;
const LEVELS: readonly TextRole[] = ['h1', 'h2', 'h3', 'h4'];
const BODY: Assignment = { role: 'body', by: 'rest' };
const UNCLEAR: Assignment = { aside: 'unclear' };

/** One assignment for each paragraph of a text, in order. Pure; what cannot be told is said to be unclear. */
export function assignRoles(paragraphs: readonly Sketch[]): readonly Assignment[] {
  const opening = findTitle(paragraphs);
  const highest = highestOutline(paragraphs, opening.assigned);
  const found = paragraphs.map((paragraph, index): Assignment => {
    const known = opening.assigned.get(index);
    return (
      known ??
      asideOf(paragraph, index, paragraphs, opening.end) ??
      headingOf(paragraph, highest) ??
      textOf(paragraph)
    );
  });
  return found;
}

/** Where the title takes up the highest outline level, or none uses it, headings begin one lower. */
function highestOutline(paragraphs: readonly Sketch[], assigned: ReadonlyMap<number, Assignment>): number {
  let highest = 9;
  for (const [index, { outline }] of paragraphs.entries()) {
    if (!assigned.has(index) && outline !== undefined && outline < highest) highest = outline;
  }
  return highest;
}

function headingOf(paragraph: Sketch, highest: number): Assignment | undefined {
  if (paragraph.outline !== undefined) {
    const role = LEVELS[paragraph.outline - highest];
    return role ? { role, by: paragraph.headingStyle ? 'style' : 'outline' } : UNCLEAR;
  }
  const role = levelByNumber(`${paragraph.label}${paragraph.opening}`);
  if (!role) return undefined;
  // 一、加强领导。各单位要……: the first sentence is the heading where it is set otherwise than the rest.
  if (paragraph.runIn)
    return paragraph.runIn.differs ? { role, by: 'numbering', runIn: true } : numberedText(role);
  const isShort = paragraph.characters <= LONGEST_HEADING && !/[。；;，,：:]$/u.test(paragraph.ending);
  return isShort || (paragraph.characters <= LONGEST_HEADING && paragraph.differs)
    ? { role, by: 'numbering' }
    : numberedText(role);
}

function numberedText(mayBe: TextRole): Assignment {
  return { role: 'body', by: 'numbered-text', mayBe };
}

/** Short lines that are set otherwise than the text may be headings without a number. */
function textOf(paragraph: Sketch): Assignment {
  const isLine = paragraph.characters <= 30 && !/[。；;，,：:！!？?…]$/u.test(paragraph.ending);
  return isLine && paragraph.differs ? UNCLEAR : BODY;
}

const DATE =
  /^[〇零一二三四五六七八九十\d]{4}年[一二三四五六七八九十\d]{1,2}月[一二三四五六七八九十\d]{1,3}日$/u;

function asideOf(
  paragraph: Sketch,
  index: number,
  all: readonly Sketch[],
  textBegins: number,
): Assignment | undefined {
  const { opening, align, ending, characters } = paragraph;
  if (paragraph.contents) return { aside: 'contents' };
  if (DATE.test(opening.replace(/\s/g, ''))) return { aside: 'signature' };
  if (/^附\s*件\s*[\d一二三四五六七八九十]{0,3}\s*(?:[:：]|$)/u.test(opening)) return { aside: 'attachment' };
  if (index === textBegins && characters <= 100 && /[:：]$/u.test(ending)) return { aside: 'salutation' };
  if (paragraph.outline !== undefined) return undefined;
  const signsOff =
    characters <= 40 &&
    index >= all.length - 4 &&
    DATE.test((all[index + 1]?.opening ?? '').replace(/\s/g, ''));
  if (signsOff) return { aside: 'signature' };
  if ((align !== 'center' && align !== 'right') || levelByNumber(`${paragraph.label}${opening}`))
    return undefined;
  return { aside: align === 'right' && index >= all.length - 4 ? 'signature' : 'set-apart' };
}
