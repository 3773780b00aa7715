/** Longest text that is searched; press pieces are a page or two. UTF-16 units. */
const SEARCHED = 2_000_000;

const BLANK = '[ \\u00a0\\u3000]';
const GAP = `${BLANK}{0,8}`;

/** A label as forms write it: 联 系 人. */
function spaced(label: string): string {
  return Array.from(label).join(`${BLANK}{0,4}`);
}
function oneOf(labels: readonly string[]): string {
  return labels.map(spaced).join('|');
}

const PERSON_LABEL = `(?:${oneOf(['联系人', '联络人'])})`;
/** 联系人姓名, 联系人及电话, 联系人/联系方式, 联系人（姓名）. */
const LABEL_TAIL = `(?:${GAP}(?:姓名|[及与和、/／]${GAP}(?:联系)?(?:电话|方式|手机))|${GAP}\\([^()\\n]{0,12}\\))?`;

/** The next label rather than a name, or a stand-in for a name. */
const OTHER_LABELS = oneOf([
  ...['电话', '手机', '邮箱', '电子', '联系', '微信', '传真', '地址', '单位', '职务', '部门', '职称', '学院'],
  ...['姓名', '性别', '备注', '签名', '签字', '签章', '盖章', '年月', '月日', '通讯', '通信', '待定', '暂无'],
]);
const NO_NAME = `(?!${OTHER_LABELS}|某|无(?!\\p{Script=Han})|[xX]{2}|QQ|[eE]-?mail|[tT]el)`;
/** Behind a colon a name may stand in a longer phrase (党委办公室…). */
const ANY_NAME = `${NO_NAME}[\\p{Script=Han}A-Za-z]`;
const SHORT_NAME = `${NO_NAME}(?:\\p{Script=Han}{2,4}(?:(?!\\p{Script=Han})|(?=${OTHER_LABELS}))|[A-Za-z])`;
const COLON = `${GAP}:${GAP}\\t?${GAP}`;
/** The border of a table cell, or blanks. */
const BORDER = `(?:${GAP}\\t${GAP}|${BLANK}{1,8})`;

const person = [
  `${PERSON_LABEL}${LABEL_TAIL}${COLON}${ANY_NAME}`,
  `${PERSON_LABEL}${LABEL_TAIL}${BORDER}${SHORT_NAME}`,
  // （联系人张某，电话138…）: run together, only where a telephone follows close behind.
  `${PERSON_LABEL}${NO_NAME}\\p{Script=Han}{2,4}[,，、；;:\\s(]{0,3}[^\\n\\d]{0,12}\\+?\\d[\\d -]{6,}`,
  `${spaced('联系方式')}${COLON}${SHORT_NAME}`,
  // The by-line names the author: a number is enough here.
  `(?:作者|通讯员|供稿人)(?:${oneOf(['联系方式', '联系电话', '电话'])})(?:${COLON}|${BORDER})[+\\dA-Za-z\\p{Script=Han}]`,
].map((pattern) => new RegExp(pattern, 'u'));

const phone = [
  // Mobile numbers of mainland China, in groups or not.
  /(?<![\dA-Za-z])(?:\(?\+?86\)?[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/,
  // Area code and number.
  /(?<!\d)(?:\+?86[- ]?)?\(?0\d{2,3}(?:\)[- ]?|[- ]{1,3})[2-9]\d{6,7}(?!\d)/,
  // Without an area code, or run together with it, only where a label says that it is a telephone.
  /(?:电\s{0,4}话|联系方式|Tel)[^\d\n\t]{0,6}\t?[^\d\n\t]{0,2}(?:0\d{2,3})?[2-9]\d{6,7}(?!\d)/i,
];

/**
 * Whether a contact person and a telephone number stand in the text; neither is kept. Full-width digits, spaced
 * labels (联 系 人) and table cells (label, tab, value) are understood; a label left blank is none.
 */
export function findContact(text: string): { readonly person: boolean; readonly phone: boolean } {
  const plain = plainForm(text.slice(0, SEARCHED));
  return {
    person: person.some((pattern) => pattern.test(plain)),
    phone: phone.some((pattern) => pattern.test(plain)),
  };
}

/** Whether a telephone number stands in it. */
export function hasPhone(text: string): boolean {
  const plain = plainForm(text);
  return phone.some((pattern) => pattern.test(plain));
}

/** Full-width digits, brackets, plus and colon as ASCII, every dash a hyphen. */
function plainForm(text: string): string {
  return text
    .replace(/[０-９＋（）：]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[‐‑‒–—―－−]/g, '-');
}
