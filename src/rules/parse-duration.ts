/** Both in seconds; `tolerance`: how far from it a film may be without contradicting what is written. */
export interface WrittenDuration {
  readonly seconds: number;
  readonly tolerance: number;
}

const ABOUT = /^(?:约|大约|近|共|全长|时长)+|(?:左右|上下|整)$/gu;
const IN_WORDS = /^(?:(\d{1,2})小?时)?(?:(\d{1,4})分钟?)?(?:(\d{1,5}(?:\.\d{1,3})?)秒钟?)?$/u;
// NFKC has made ′′ of ″ and : of ：.
const IN_SIGNS = /^(?:(\d{1,2})[:时h])?(\d{1,4})[:′'](\d{1,2})"?$/u;
const IN_LATIN = /^(?:(\d{1,2})h)?(?:(\d{1,4})m(?:in)?)?(?:(\d{1,5})s)?$/u;

const EXACT = 1;
/** Who writes 12 分钟 may have rounded up or down. */
const TO_THE_MINUTE = 60;

/** `12分30秒`, `1小时5分`, `16:20`, `16′20″`, `约12分钟`. Undefined: nobody can say for sure what was meant. */
export function parseDuration(text: string): WrittenDuration | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  const bare = plain.replace(ABOUT, '').replace(/''|′′/gu, '"');
  const match = IN_WORDS.exec(bare) ?? IN_SIGNS.exec(bare) ?? IN_LATIN.exec(bare);
  if (!match || bare === '') return undefined;
  const [, hours, minutes, rest] = match;
  const seconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
  const isAbout = /^(?:大?约|近)|左右$|上下$/u.test(plain);
  return { seconds, tolerance: rest === undefined || isAbout ? TO_THE_MINUTE : EXACT };
}
