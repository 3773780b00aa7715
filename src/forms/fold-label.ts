/** A label as printed, taken apart. */
export interface PrintedLabel {
  /** Without spaces, brackets, numbering and colon. */
  readonly folded: string;
  /** What stands in brackets, folded. */
  readonly hints: readonly string[];
  readonly limit?: number;
  readonly limitAbout?: boolean;
  readonly required?: boolean;
  readonly noneAsked?: boolean;
}

const SPACES = /[\s\u3000\u00a0\u200b-\u200f\ufeff]/g;
const BRACKETS = /[([【〔]([^()[\]【】〔〕]{0,200})[)\]】〕]/g;
const NUMBERING =
  /^(?:[*★●◆■▲※]|[一二三四五六七八九十]{1,3}、|[((]?[一二三四五六七八九十\d]{1,2}[)、.．](?!\d))+/;
const LIMIT =
  /(?:(不超过|不多于|限|控制在|少于|约)?)(?:\d{2,5}[-~—至到])?(\d{2,5})(?:个)?(?:汉)?字(左右|以上|以内|以下|内|上下)?/;
const NONE = /(?:没有|若无|如无|无|未获奖)的?(?:者)?[,，]?(?:则|请|可|均)?(?:填写|填|写|注明)["“”'「]?无/;

/** Takes away spaces inside, one-character lines, colons, bracketed hints and limits. */
export function foldLabel(printed: string): PrintedLabel {
  const text = printed.normalize('NFKC').replace(SPACES, '');
  const hints = [...text.matchAll(BRACKETS)].map((match) => match[1] ?? '');
  const folded = text
    .replace(BRACKETS, '')
    .replace(BRACKETS, '')
    .replace(NUMBERING, '')
    .replace(/[:：_]+$/, '')
    .replace(/^["“*]+|["”*]+$/g, '');
  return {
    folded,
    hints,
    ...limitOf(text),
    ...(/[*★]|必填/.test(text) && { required: true }),
    ...(NONE.test(text) && { noneAsked: true }),
  };
}

/** “300字以内” as a limit in 字; “不少于800字” and “800字以上” are none. */
export function limitOf(text: string): { readonly limit?: number; readonly limitAbout?: boolean } {
  const folded = text.normalize('NFKC').replace(SPACES, '');
  const match = LIMIT.exec(folded);
  if (!match) return {};
  const [, before = '', digits = '', after = ''] = match;
  if (after === '以上' || /不(?:少|低)于\d*$/.test(folded.slice(0, match.index + before.length))) return {};
  if (before === '' && after === '' && !/[([【]/.test(folded)) return {};
  const about = before === '约' || after === '左右' || after === '上下';
  return { limit: Number(digits), ...(about && { limitAbout: true }) };
}

/** Whole text of a blank that only says how to fill it: （300字以内）, 不超过200字. */
export function isHint(text: string): boolean {
  const folded = text.normalize('NFKC').replace(SPACES, '');
  if (folded === '' || folded.length > 120) return false;
  if (/签[字名章]|盖章|公章|[□☐○]/.test(folded)) return false;
  const bracketed = /^[([【].*[)\]】]$/.test(folded);
  if (bracketed) return /\d字|填|如|例|请|限|可|须|应|不超过|以内/.test(folded);
  return /^(?:不超过|限|约|控制在|请(?:填|在此|用|简要))?.{0,12}\d{2,5}字(?:以内|以下|内|左右)?[。.]?$/.test(
    folded,
  );
}

/** Printed behind the number that it counts. */
const UNIT = /^[年月日时分秒周元个人份次件项页张岁届]$/;

/** Could be a label: short, with letters, no sentence and no number. */
export function looksLikeLabel(printed: string): boolean {
  const { folded } = foldLabel(printed);
  if (folded === '' || folded.length > 32) return false;
  if (/[。;；!！?？]/.test(folded) || (folded.match(/[,，]/g) ?? []).length > 1) return false;
  if (UNIT.test(folded)) return false;
  return /\p{L}/u.test(folded) && !/[{}$<>«»]/.test(folded) && !/^\d/.test(folded);
}
