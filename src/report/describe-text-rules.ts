import type { SectionRule } from '../model/notice.ts';
import type { Language } from '../model/report.ts';
import { formatCount } from './format-range.ts';

/** 背景、主要做法（不超过 100 字）. */
export function describeSections(sections: readonly SectionRule[], language: Language): string {
  const zh = language === 'zh';
  return sections
    .map(({ name, words }) => {
      if (!words) return name;
      const asked = formatCount(words, language, zh ? '字' : 'character');
      return zh ? `${name}（${asked}）` : `${name} (${asked})`;
    })
    .join(zh ? '、' : ', ');
}
