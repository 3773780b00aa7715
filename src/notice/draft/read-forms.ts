import type { Finding } from './finding.ts';

/** What is filled in for a work; a table of all works is another thing. */
const FORM = '(?:推荐表|报名表|登记表|申报表|申请表|审批表|报送表|信息表|申报书|申请书|推荐书)';
const ANNEX = String.raw`\s?(?:\((?:格式|模板|表格)?(?:请|详)?见?(附件\s?\d{0,2})\))?`;
const QUOTED = new RegExp(String.raw`[《“"「]([^《》“”"「」]{0,36}${FORM})[》”"」]${ANNEX}`, 'g');
const ANNEXED = new RegExp(
  String.raw`([\u4e00-\u9fff]{0,16}${FORM})(?:电子版|Word版)?(?:\((?:格式|模板|表格)?(?:请|详)?见?|(?:请|详)?见)(附件\s?\d{0,2})`,
  'g',
);
const LISTED = new RegExp(
  String.raw`^(?:附件\s?(\d{1,2})|附件[:.]?\s?(\d{1,2}))\s?[:.、]?\s?[《“"]?([^\s,;《》“”"]{0,30}${FORM})[》”"]?(?:\([^()]{1,12}\))?$`,
);
const ASKED = new RegExp(
  String.raw`(?:填写|填报|填好|提交|报送|上交|附上?|将|把)(?:好|完整的?)?([\u4e00-\u9fff]{0,12}${FORM})`,
  'g',
);
/** 推荐表须加盖公章: what is asked of a form asks for it. */
const OPENING = new RegExp(
  String.raw`(?:^|[,;:])\s?([\u4e00-\u9fff]{0,12}${FORM})(?=[^,;]{0,8}(?:盖章|加盖|须|需|应|请|扫描|电子版|一式))`,
  'g',
);
/** Words before a form's name that are none of it. */
const LEAD =
  /^.*(?:填写|填报|填好|提交|报送|上交|附上|附|将|把|和|与|及|并|含|以及|如实|认真|完整|好|的)(?=.)/u;
/** 汇总表: its columns stand in an annex that nobody has read. */
const TABLE = /汇总表|统计表|一览表|明细表/;

interface Asked {
  readonly name: string;
  readonly annex?: string;
}

/** 填写《推荐表》（附件1）: forms that go with a work, by their names; and what it says of its copies. */
export function readForms(plain: string): readonly Finding[] {
  const found = asked(plain.trim());
  const copies = copiesIn(plain);
  const forms = found.map(({ name, annex }): Finding => {
    const target = {
      kind: 'form',
      name,
      ...(annex !== undefined && { annex }),
      ...(copies && { copies }),
    } as const;
    return { readings: [{ target, value: { kind: 'raw', yaml: `{ name: ${JSON.stringify(name)} }` } }] };
  });
  const table: Finding = { readings: [], note: '汇总表写成 summary，栏目（columns）照附件里的表头' };
  return [...forms, ...(TABLE.test(plain) ? [table] : [])];
}

function asked(plain: string): readonly Asked[] {
  const [, first, second, listed] = LISTED.exec(plain) ?? [];
  if (listed !== undefined) return [{ name: listed, annex: `附件${first ?? second ?? ''}` }];
  const all = [QUOTED, ANNEXED, ASKED, OPENING].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(([, words = '', annex]): Asked => ({
      name: pattern === QUOTED ? words : words.replace(LEAD, ''),
      ...(annex !== undefined && /\d/.test(annex) && { annex: annex.replaceAll(' ', '') }),
    })),
  );
  // 《报名表》（报名表见附件2）: the longest of what ends alike is its name.
  const byLength = all.toSorted((one, other) => other.name.length - one.name.length);
  return byLength.reduce<readonly Asked[]>((kept, form) => {
    const same = kept.find(({ name }) => name.endsWith(form.name));
    if (!same) return [...kept, form];
    return kept.map((one) => (one === same ? { ...form, ...one } : one));
  }, []);
}

/** Word 版和盖章扫描件: both are handed in. */
function copiesIn(plain: string): 'stamped' | 'word, stamped' | undefined {
  const isStamped = /盖章|公章|签章/.test(plain) && /扫描|PDF/i.test(plain);
  if (!isStamped) return undefined;
  return /word|可编辑/i.test(plain) ? 'word, stamped' : 'stamped';
}
