import type { PicturesRule, SectionRule, SignatureField } from '../model/media-rules.ts';
import { boundsOf, type Range } from '../model/range.ts';
import { visible } from './show-name.ts';
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

/** How pictures go with a text. */
export function describePictures(asked: PicturesRule, language: Language): string {
  const zh = language === 'zh';
  if (asked === 'separate')
    return zh ? '文中插图另附原图文件' : 'pictures in the text also as original files';
  if (asked === 'none') return zh ? '文中不插图' : 'no pictures in the text';
  const count = formatCount(asked.embedded, language, zh ? '张' : 'picture');
  return zh ? `图片直接插入文中，${count}` : `pictures within the text, ${count}`;
}

const FIELDS: Readonly<Record<Language, Readonly<Record<SignatureField, string>>>> = {
  zh: { unit: '单位', name: '姓名', number: '学号（工号）', phone: '电话', mail: '邮箱' },
  en: { unit: 'unit', name: 'name', number: 'student or staff number', phone: 'telephone', mail: 'mail' },
};

export function describeSignature(fields: readonly SignatureField[], language: Language): string {
  return fields.map((field) => FIELDS[language][field]).join(language === 'zh' ? '、' : ', ');
}

export function describeByline(fields: readonly string[], language: Language): string {
  const names: Readonly<Record<string, string>> = FIELDS[language];
  return fields.map((field) => names[field] ?? visible(field)).join(language === 'zh' ? '、' : ', ');
}

/** Each photo's caption, and how long it may be. */
export function describeCaption(range: Range, language: Language): string {
  const zh = language === 'zh';
  const asked = zh ? '每张照片有文字说明' : 'a caption for each photo';
  const isOpen = boundsOf(range).every(({ min, max }) => min === undefined && max === undefined);
  return isOpen
    ? asked
    : `${asked}${zh ? '，' : ', '}${formatCount(range, language, zh ? '字' : 'character')}`;
}
