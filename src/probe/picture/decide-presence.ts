import type { BurnedSubtitles } from '../../model/picture-facts.ts';
import type { WeighedWriting } from './weigh-writing.ts';

export type Decision = Pick<BurnedSubtitles, 'presence' | 'confidence'>;

/** Two lines that came and went. */
const EVENTS = 4;
/** A name plate or a title comes and goes too, now and then: below this, by chance. */
const BY_CHANCE = 3;
const DIFFERENT = 2;
/** From here on nobody may say that there are none: hardly seen lines that followed one another, or lines that changed. */
const FAINT = 2;
const STOOD = 3;

/**
 * Subtitles follow one another: several different lines come and go at one steady place, by themselves, one soon after
 * the other. Slides, cuts and scenes change elsewhere as well; plates, marks and captions have no successor.
 */
export function decidePresence(writing: WeighedWriting): Decision {
  const { events, successions, widths, rivals, faint, stood } = writing;
  const steady = events / (events + rivals);
  if (events >= EVENTS && successions > 0 && widths >= DIFFERENT && steady > 0.3) {
    return { presence: 'present', confidence: round(1 - 0.4 / (events - 2) - 0.1 / successions) };
  }
  const isSilent = successions === 0 && (events <= BY_CHANCE || widths < DIFFERENT);
  if (isSilent && faint < FAINT && stood < STOOD)
    return { presence: 'absent', confidence: round(0.97 - 0.08 * events) };
  return { presence: 'unclear', confidence: 0 };
}

function round(share: number): number {
  return Math.round(Math.max(0, Math.min(1, share)) * 100) / 100;
}
