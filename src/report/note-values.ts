import type { Category, Notice } from '../model/notice.ts';
import type { ItemField } from '../model/project.ts';
import type { Language } from '../model/report.ts';
import { describeCategoryAlone } from './describe-category.ts';
import { visible } from './show-name.ts';

export interface NoteScene {
  readonly category: Category;
  readonly notice: Notice;
  /** Of the category, as it is called on the disk. */
  readonly folder: string;
  /** Forms that this program fills itself. */
  readonly fillable: readonly string[];
  /** As the user would go there. */
  readonly project: string;
}

/** What stands in the blanks of `note.txt`. */
export function noteValues(scene: NoteScene, language: Language): Readonly<Record<string, string>> {
  const { category, notice, project } = scene;
  return {
    name: visible(category.name),
    notice: visible(notice.title),
    year: String(notice.year),
    placing: placingWords(scene, language),
    rules: describeCategoryAlone(category, notice, language),
    project: visible(project),
  };
}

function placingWords(scene: NoteScene, language: Language): string {
  const { category, folder, fillable } = scene;
  const zh = language === 'zh';
  const name = visible(category.name);
  if (category.accepts.length === 0)
    return zh
      ? `“${name}”不用放文件：在本文件夹的 作品信息.yaml 里填好内容就行。`
      : `“${name}” takes no files: fill in 作品信息.yaml of this folder.`;
  const many = zh
    ? `“${name}”的材料放在这个文件夹里：一件作品一个文件夹，用作品名称命名（如 ${folder}/作品名称/）。`
    : `The materials of “${name}” go here: a folder for each work, named after it (as ${folder}/TITLE/).`;
  const one = zh
    ? `“${name}”的材料直接放在这个文件夹里。`
    : `The materials of “${name}” go into this very folder.`;
  const filled = category.forms.some(({ value }) => fillable.includes(value));
  const form = zh
    ? '推荐表可以不放，打包时程序会填好；自己填好盖了章的，和作品放在一起。'
    : 'The form is filled when you pack; one that you have filled and stamped yourself goes with the work.';
  return [isSingle(category) ? one : many, ...(filled ? [form] : [])].join('\n');
}

/** What stands in the blanks of `item-info.yaml`. */
export function itemInfoValues(
  category: Category,
  fields: readonly ItemField[],
  language: Language,
): Readonly<Record<string, string>> {
  const zh = language === 'zh';
  const several = zh
    ? '一件作品一个文件夹：先把本文件复制到作品的文件夹里，再填。'
    : 'With a folder for each work: copy this file into the work’s folder, then fill in the copy.';
  const single = zh ? '填好保存即可。' : 'Fill in and save.';
  return {
    name: visible(category.name),
    placing: isSingle(category) || category.accepts.length === 0 ? single : several,
    fields: fields.flatMap(fieldLines).join('\n'),
  };
}

function fieldLines({ key, hint }: ItemField): readonly string[] {
  return [...(hint === undefined ? [] : [`# ${hint}`]), `${key}: `];
}

function isSingle({ quota }: Category): boolean {
  return quota.some(({ value }) => value.max === 1);
}
