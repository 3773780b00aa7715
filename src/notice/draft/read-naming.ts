import type { Finding } from './finding.ts';

/** Words that stand for a variable of a name. */
export const VARIABLES: readonly (readonly [RegExp, string])[] = [
  [/^(?:[xX×]{1,4})?(?:报送|推荐|申报|参赛|所在|选送)?(?:单位|学院|二级党组织|党组织|党支部|支部|部门|学校|高校|院系|系部|院校|党委)(?:全称|简称|名称|名)?$/, 'org'],
  [/^(?!文件)[\u4e00-\u9fff]{0,8}(?:类别|类型|组别|分类|门类)(?:名称)?$/, 'category'],
  [/^(?:报送|提交|上报)?(?:日期|时间)$/, 'date'],
  [/^(?:[xX×]{1,4})?(?:作品|案例|文章|视频|项目|微党课|课程|征文|材料|故事)?(?:名称|名|题目|标题|题名)$/, 'title'],
  [/^(?:作者|主创|第一作者|参赛者|选手|申报人|申请人|负责人)?(?:姓名|作者|主创)$|^(?:项目)?(?:申报人|申请人)$/, 'author'],
  [/^(?:主讲人|主讲教师|授课人)(?:姓名)?$/, 'presenter'],
  [/^(?:主题|选题)$/, 'topic'],
  [/^(?:序号|编号|作品编号)$/, 'seq'],
]; // prettier-ignore
/** What a work says of itself under a label of its own. */
const DETAIL =
  /^(?:作者|学生|参赛者|负责人|联系人)?(?:(?:所在)?(?:专业班级|专业|班级|年级|系部)|学号|工号|职务|职称|联系电话|联系方式|手机号?码?|电话(?:号码)?)$/;
const QUOTED = /[“"'‘「《【]([^”"'’」》】]{3,60})[”"'’」》】]/g;
const BARE =
  /(?:命名为|命名格式为?|名称(?:统一)?格式为?|命名方式为?|命名规则为?|命名要求|以|按|按照|统一为|名称为|主题为|标题为|注明|(?:标题|主题|命名|格式|规则)(?=:))\s{0,2}:?\s{0,2}([^,。;“”"]{3,60}?)(?:的?(?:形式|格式|(?<!联系)方式|规则))?(?:命名|$|[,。;])/;
const SPLIT = /\s{0,2}([+\-_])\s{0,2}/;

/** 以“单位+类别+日期”命名, 邮件主题注明“学院+作品名称”: as a pattern with variables. */
export function readNaming(written: string): readonly Finding[] {
  const sentence = written.replace(/\((?:例|如|示例|例如)[:如,]?.{0,120}\)/g, '');
  const found = sentence.split(/[,;]/).flatMap(readClause);
  return found.length > 0 ? found : readClause(sentence);
}

function readClause(sentence: string): readonly Finding[] {
  const subject = /邮件(?:的)?(?:主题|标题|名称|题目|命名)/.test(sentence);
  const naming = /命名|文件名|名称(?:统一|格式)|[用以][“"][^”"]{3,60}[”"]发/.test(
    sentence.replace('邮件命名', ''),
  );
  if (!subject && !naming) return [];
  const candidates = [
    ...[...sentence.matchAll(QUOTED)].map(([, inside = '']) => inside),
    BARE.exec(sentence)?.[1] ?? '',
  ];
  const patterns = candidates.map(patternOf).filter((pattern) => pattern !== undefined);
  const [first] = patterns;
  if (!first) return subject && !naming ? fixedSubject(sentence) : [];
  const value = { kind: 'raw', yaml: JSON.stringify(first.pattern) } as const;
  const target = {
    kind:
      subject && !/文件|附件|作品命名|压缩包|文件夹/.test(sentence)
        ? ('subject' as const)
        : ('naming' as const),
  };
  const both = subject && naming && target.kind === 'naming';
  const others = [...new Set(patterns.map(({ pattern }) => pattern))].slice(1);
  if (first.unknown.length > 0 || others.length > 0 || both) {
    const more = [
      ...others.map((pattern) => ({
        target,
        value: { kind: 'raw', yaml: JSON.stringify(pattern) } as const,
      })),
    ];
    const asSubject = both ? [{ target: { kind: 'subject' as const }, value }] : [];
    const note =
      first.unknown.length > 0 ? `“${first.unknown.join('、')}”不是认得的变量，照原样写` : '有几种命名';
    return [{ readings: [{ target, value }, ...more, ...asSubject], note, unsure: true }];
  }
  return [{ readings: [{ target, value }] }];
}

/** 邮件主题标注“最美校园摄影”: always the same. */
function fixedSubject(sentence: string): readonly Finding[] {
  const [, words] =
    /(?:主题|标题|名称|题目)(?:请|须|统一)?(?:注明|标注|标明|写明|为|写)?[:：]?[“"]([^”"+]{2,40})[”"]/.exec(
      sentence,
    ) ?? [];
  if (words === undefined || /[xX×{}]/.test(words)) return [];
  return [
    { readings: [{ target: { kind: 'subject' }, value: { kind: 'raw', yaml: JSON.stringify(words) } }] },
  ];
}

export function patternOf(
  written: string,
): { readonly pattern: string; readonly unknown: readonly string[] } | undefined {
  const pieces = written.trim().split(SPLIT);
  if (pieces.length < 3 || pieces.length > 15) return undefined;
  const unknown: string[] = [];
  let variables = 0;
  const pattern = pieces
    .map((piece, index) => {
      if (index % 2 === 1) return piece;
      // 【摄影大赛】姓名 begins with words that are always the same.
      const lead = index === 0 ? (/^【[^【】]{1,30}】(?=.)/.exec(piece)?.[0] ?? '') : '';
      const word = piece.slice(lead.length).replace(/[()[\]{}<>:"/\\|?*\s]/g, '');
      const found = VARIABLES.find(([words]) => words.test(word))?.[1];
      const variable = found ?? (DETAIL.test(word) ? word : undefined);
      if (variable === undefined) unknown.push(word);
      else variables += 1;
      return lead + (variable === undefined ? word : `{${variable}}`);
    })
    .join('');
  return variables === 0 ? undefined : { pattern, unknown: unknown.filter((word) => word !== '') };
}
