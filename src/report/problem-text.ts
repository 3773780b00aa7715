import type { Bilingual, Place } from '../model/problems.ts';
import type { Language } from '../model/report.ts';
import { showName, visible } from './show-name.ts';

/** A problem of use or of the world, with its place in the file, safe to print; no line end at its end. */
export function problemText(words: Bilingual, place: Place | undefined, language: Language): string {
  const said = words[language].split('\n').map(visible).join('\n');
  return place ? `${placeText(place, language)}\n  ${said}` : said;
}

function placeText({ file, line, column, key }: Place, language: Language): string {
  const zh = language === 'zh';
  const parts = [
    showName(file),
    line !== undefined && (zh ? `第 ${line} 行` : `line ${line}`),
    column !== undefined && (zh ? `第 ${column} 列` : `column ${column}`),
    key !== undefined && key !== '' && (zh ? `“${visible(key)}”` : `key ${visible(key)}`),
  ].filter((part) => part !== false);
  return `${parts.join(zh ? '，' : ', ')}${zh ? '：' : ':'}`;
}
