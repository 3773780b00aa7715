const DIGITS = '一二三四五六七八九';

/** 1–999 in digits, or 一 to 九十九; undefined where it is neither. */
export function numberOf(written: string): number | undefined {
  if (/^\d{1,3}$/.test(written)) return Number(written) || undefined;
  const [, tens, ten = '', ones] =
    /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(written) ?? [];
  if (ten === '') return ones === undefined && tens !== undefined ? DIGITS.indexOf(tens) + 1 : undefined;
  return (
    (tens === undefined ? 1 : DIGITS.indexOf(tens) + 1) * 10 +
    (ones === undefined ? 0 : DIGITS.indexOf(ones) + 1)
  );
}
