import type { StillRule } from '../model/media-rules.ts';
import type { Language } from '../model/report.ts';
import { formatSeconds } from './format-seconds.ts';

/** `-6 dB`, to a tenth; full scale is 0 dB. */
export function formatLevel(level: number): string {
  const rounded = Math.round(level * 10) / 10;
  return `${rounded < 0 ? `−${-rounded}` : rounded} dB`;
}

/** How long the picture may be black or frozen. */
export function formatStill({ black, frozen }: StillRule, language: Language): string {
  const zh = language === 'zh';
  const most = (seconds: number) => `${zh ? '不超过 ' : 'at most '}${formatSeconds(seconds, language)}`;
  return [
    ...(black === undefined ? [] : [`${zh ? '黑屏' : 'black '}${most(black)}`]),
    ...(frozen === undefined ? [] : [`${zh ? '画面卡住' : 'frozen '}${most(frozen)}`]),
  ].join(zh ? '，' : ', ');
}
