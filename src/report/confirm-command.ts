import type { CheckOf, Code } from '../model/check.ts';
import { placeOf } from '../model/check-place.ts';
import { answersTo } from '../model/may-decide.ts';
import type { Language } from '../model/report.ts';
import { canBeQuoted } from './ffmpeg-command.ts';
import type { Advice } from './wording.ts';

/** Settled by mending the file, or by installing a program, rather than by looking. */
const MENDED: ReadonlySet<Code> = new Set(['file.readable', 'file.junk', 'file.empty', 'manual']);

/**
 * Where looking settles it, the advice ends with what to type when it is fine. `place`: of the one check; without it
 * the walk through all that waits is named.
 */
export function withConfirm(
  advice: Advice,
  check: CheckOf<Code>,
  place: 'named' | 'any',
  language: Language,
): Advice {
  if (advice.command !== undefined || !isForEyes(check)) return advice;
  const speaksOfIt = advice.text.includes(language === 'zh' ? '确认' : 'confirm');
  const lead = speaksOfIt ? LEADS[language].said : LEADS[language].looked;
  return {
    text: `${advice.text}${lead}`,
    command: place === 'named' ? confirmCommand(check) : 'four-ones confirm',
  };
}

/** What leads from the advice to its command: where it has spoken of confirming, and where it has not. */
const LEADS: Readonly<Record<Language, { readonly said: string; readonly looked: string }>> = {
  zh: { said: '；确认的命令', looked: '；看过没有问题的，运行' },
  en: { said: '; to confirm, run', looked: '; when you have looked and it is fine, run' },
};

/** A place that cannot be quoted for every shell is asked for by the walk through all that waits. */
export function confirmCommand(check: CheckOf<Code>): string {
  const place = placeOf(check);
  return canBeQuoted(place, '/') ? `four-ones confirm ${check.code} "${place}" yes` : 'four-ones confirm';
}

function isForEyes(check: CheckOf<Code>): boolean {
  if (check.because !== undefined || check.decision || MENDED.has(check.code)) return false;
  const isOpen = check.result === 'unknown' || check.code === 'video.subtitles';
  return isOpen && answersTo(check).includes('yes');
}
