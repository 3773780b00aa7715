import type { CheckOf, Code, RepeatedOption } from '../model/check.ts';
import { placeOf } from '../model/check-place.ts';
import { answersTo } from '../model/may-decide.ts';
import type { Language } from '../model/report.ts';
import { canBeQuoted } from './ffmpeg-command.ts';
import type { Advice } from './wording.ts';

/** Settled by mending the file, or by installing a program, rather than by looking. */
const MENDED: ReadonlySet<Code> = new Set(['file.readable', 'file.junk', 'file.empty', 'manual']);

/** Failed by what was seen or heard: a person may know that it is meant so. */
const LOOKED_AT: ReadonlySet<Code> = new Set(['video.subtitles', 'video.picture']);

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
    command: place === 'named' ? confirmCommand(check) : `four-ones confirm${optionsOf(check.repeat ?? [])}`,
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
  const again = optionsOf(check.repeat ?? []);
  return canBeQuoted(place, '/')
    ? `four-ones confirm ${check.code} "${place}" yes${again}`
    : `four-ones confirm${again}`;
}

/** What was named on the command line stands in the command again, or it would ask about something else. */
function optionsOf(repeat: readonly RepeatedOption[]): string {
  return repeat
    .map(({ option, value }) => {
      if (/^[\w.-]+$/u.test(value)) return ` --${option} ${value}`;
      // A file's path; what cannot be quoted for every shell is left for the person to fill in.
      return canBeQuoted(value.replace(/^[.]{1,2}\//u, ''), '/')
        ? ` --${option} "${value}"`
        : ` --${option} …`;
    })
    .join('');
}

function isForEyes(check: CheckOf<Code>): boolean {
  if (check.because !== undefined || check.decision) return false;
  if (MENDED.has(check.code) && !endsAnywhere(check)) return false;
  const isOpen = check.result === 'unknown' || LOOKED_AT.has(check.code);
  return isOpen && answersTo(check).includes('yes');
}

/** A format that does not say where it ends: no program can tell whether it is all there, a listener can. */
function endsAnywhere({ args }: CheckOf<Code>): boolean {
  return (
    'integrity' in args && args.integrity.state === 'unknown' && args.integrity.cause.kind === 'open-ended'
  );
}
