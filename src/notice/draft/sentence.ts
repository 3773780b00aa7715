/** One sentence of the text of a notice, and where it stands. */
export interface Sentence {
  /** Paragraphs with something in them, from 1. */
  readonly paragraph: number;
  /** As it is shown: without telephone numbers and the names beside them. */
  readonly text: string;
  /** For matching: half-width, figures as figures. */
  readonly plain: string;
  /** The whole of a short paragraph that stands above others: 三、报送要求. */
  readonly heading: boolean;
}

/** A notice has a hundred; a book is none. */
export const MOST_SENTENCES = 800;
const LONGEST = 240;

/** Lines into sentences; what is longer than a line of thought is cut, so that every later look is short. */
export function splitSentences(text: string): readonly Sentence[] {
  const paragraphs = text
    .split(/[\r\n\v\f\t\u2028\u2029]+/)
    .map((line) => line.replace(/[\p{Cc}\p{Cf}\s\u3000]+/gu, ' ').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  return paragraphs.flatMap((paragraph, index) => {
    const pieces = [...paragraph.matchAll(/[^。；;！!？?]{1,240}[。；;！!？?]?/gu)].map(([piece]) =>
      piece.trim(),
    );
    const said = pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
    const heading =
      said.length === 1 && paragraph.length <= 30 && HEADING.test(paragraph) && !/[。；]$/.test(paragraph);
    return said.map((piece) => {
      const shown = withoutPersons(piece.slice(0, LONGEST));
      return { paragraph: index + 1, text: shown, plain: plainOf(shown), heading };
    });
  });
}

const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、])/;

const PHONE = /(?<!\d)(?:1[3-9]\d{9}|(?:\(?0\d{2,3}\)?[-— ]?)?\d{7,8}(?:[-—转]\d{1,5})?)(?!\d)/g;
const CONTACT =
  /(联系人|负责人|联络员|经办人|收件人|咨询)(\s*[:：为]?\s*)(?!电话|手机|联系)[\u4e00-\u9fff]{2,4}(?:[、,， ](?!电话|手机|联系|邮箱|地址|办公)[\u4e00-\u9fff]{2,4}){0,3}/g;

/** A draft is handed on: whom to call stands in the notice itself. */
function withoutPersons(text: string): string {
  if (!/联系|电话|手机|咨询|负责人|联络|经办|收件人|QQ|微信|\d{7}/.test(text)) return text;
  return text
    .replace(CONTACT, '$1$2（姓名）')
    .replace(PHONE, '（电话）')
    .replace(/[\u4e00-\u9fff]{2,4}(?:老师|同志)?(?=[ ,，:：、]{0,3}（电话）)/g, (words) =>
      /电话|手机|联系|咨询|热线|方式|号码/.test(words) ? words : '（姓名）',
    )
    .replace(/[\u4e00-\u9fff]{1,3}(?:老师|同志)/g, (words) =>
      /^(?:各|全|指导|参赛|本|青年|老)/.test(words) ? words : '（姓名）',
    );
}

const DIGITS = new Map('零 一 二 三 四 五 六 七 八 九'.split(' ').map((digit, value) => [digit, value]));
const COUNTED =
  /[一二两三四五六七八九十百]{1,5}(?=(?:个|项|件|部|篇|份|幅|张|分钟|秒|小时|页|行|字|组|首|集|门|节))/g;

/** Without the number of its paragraph (9．五分钟 is no 9.5), half-width, Chinese figures before a counting word as digits, thousands without their comma, 2021/5/20 as a day, 万字 written out. */
export function plainOf(text: string): string {
  return text
    .replace(/^\s*\d{1,2}(?:[．、]|\.(?!\d))\s*/, '')
    .normalize('NFKC')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/(?<!\d)(20\d{2})([./-])(\d{1,2})\2(\d{1,2})(?![\d.])/g, '$1年$3月$4日')
    .replace(COUNTED, (written) => String(numberOf(written)))
    .replace(/(\d{1,4}(?:\.\d{1,2})?)万(?=字)/g, (_, figure: string) =>
      String(Math.round(Number(figure) * 10_000)),
    )
    .replace(
      /(\d{1,3})分钟?(\d{1,2})秒/g,
      (_, minutes: string, rest: string) => `${Number(minutes) * 60 + Number(rest)}秒`,
    )
    .replace(/(?:[–—－―~～〜]|-{2}){1,3}-?/g, '-')
    .replaceAll('∶', ':');
}

/** 1–999, as 十五, 三十, 一百二十, 两. */
function numberOf(written: string): number {
  let total = 0;
  let digit = 0;
  for (const character of written) {
    if (character === '十' || character === '百') {
      total += (digit === 0 ? 1 : digit) * (character === '十' ? 10 : 100);
      digit = 0;
    } else digit = character === '两' ? 2 : (DIGITS.get(character) ?? 0);
  }
  return total + digit;
}
