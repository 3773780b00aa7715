import type { Language } from '../model/report.ts';
import { showName, visible } from './show-name.ts';
import { EMPTY_LINE, command, paragraph, toned, type Line } from './terminal/line.ts';
import { paint } from './terminal/paint.ts';

export interface LaidOutFiles {
  readonly folder: string;
  readonly notice: { readonly id: string; readonly title: string; readonly year: number };
  readonly made: readonly string[];
  readonly kept: readonly string[];
  readonly unwritten: readonly string[];
}

export interface InitLook {
  readonly language: Language;
  readonly columns: number;
  readonly colors: boolean;
  /** The next step is told by somebody else. */
  readonly withoutNext?: boolean;
}

/** What was laid out, what was there already, and the next step. */
export function describeInit(laid: LaidOutFiles, look: InitLook): string {
  const { language, columns, colors } = look;
  const zh = language === 'zh';
  const whole = (text: string, indent = 0) => paragraph(text, { indent, columns });
  const { folder, notice, made, kept, unwritten } = laid;
  const heading = (text: string): Line => [toned(text, 'strong')];
  const title = zh
    ? `按《${visible(notice.title)}》（${notice.id}，${notice.year} 年）`
    : `For “${visible(notice.title)}” (${notice.id}, ${notice.year})`;
  return paint(
    [
      ...whole(title),
      ...whole(`${zh ? '文件夹' : 'folder'}${zh ? '：' : ': '}${showName(folder)}`),
      EMPTY_LINE,
      ...(made.length > 0
        ? [heading(zh ? '放好了' : 'laid out'), ...byFolder(made, '✓', look)]
        : [heading(zh ? '什么都不缺，没有放新的文件' : 'Nothing was missing; nothing was laid out')]),
      ...(kept.length > 0
        ? [heading(zh ? '本来就有，没有动' : 'there already, left as it was'), ...byFolder(kept, '=', look)]
        : []),
      ...unwritten.flatMap((key) => whole(unwrittenWords(key, zh))),
      ...(look.withoutNext === true ? [] : nextSteps(laid, look)),
    ],
    colors,
  );
}

/** One line a folder. */
function byFolder(paths: readonly string[], mark: string, look: InitLook): readonly Line[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const at = path.lastIndexOf('/') + 1;
    const names = folders.get(path.slice(0, at)) ?? [];
    names.push(path.slice(at));
    folders.set(path.slice(0, at), names);
  }
  const comma = look.language === 'zh' ? '、' : ', ';
  return [...folders].flatMap(([folder, names]) =>
    paragraph(`${showName(folder)}${folder === '' ? '' : '  '}${names.map(showName).join(comma)}`, {
      indent: 2,
      mark: { text: `${mark} ` },
      hang: 2,
      columns: look.columns,
    }),
  );
}

function unwrittenWords(key: string, zh: boolean): string {
  return zh
    ? `！four-ones.yaml 本来就有，没有改动：这次给的 ${key} 没有写进去，要换请自己在里面改`
    : `! four-ones.yaml was there and is as it was: the ${key} given now is not in it; change it there yourself`;
}

function nextSteps({ kept }: LaidOutFiles, { language, columns }: InitLook): readonly Line[] {
  const zh = language === 'zh';
  const step = (text: string) => paragraph(text, { indent: 0, columns });
  const settings = kept.includes('four-ones.yaml')
    ? []
    : step(
        zh
          ? '1. 用记事本打开 four-ones.yaml，看看单位、联系人对不对'
          : '1. Open four-ones.yaml and see that the unit and the contact are right',
      );
  const number = settings.length > 0 ? 2 : 1;
  return [
    EMPTY_LINE,
    [toned(zh ? '接下来' : 'Next', 'strong')],
    ...settings,
    ...step(
      zh
        ? `${number}. 把材料放进各类别的文件夹（里面的 说明.txt 写着要什么、什么时候截止）`
        : `${number}. Put the materials into the folders (说明.txt in each says what is asked, and by when)`,
    ),
    ...step(zh ? `${number + 1}. 检查：` : `${number + 1}. Check them:`),
    command('four-ones check', 3),
  ];
}
