import { levelOf, type Finding, type Target, type Value } from './finding.ts';
import { readAmounts, type Amount } from './read-amounts.ts';
import { partByPersons, readPersonQuotas } from './read-person-quotas.ts';
import type { Clause } from './roles-in.ts';

const whole = (figure: string) => (/^\d{1,4}$/.test(figure) ? String(Number(figure)) : undefined);

/** 每单位限报2项, 各学院至少1个, 照片不少于5张; what a clause says of units goes on in a bare figure after it. */
export function readCounts(clauses: readonly Clause[]): readonly (readonly Finding[])[] {
  let ofUnits = false;
  return clauses.map((clause) => {
    const goesOn = ofUnits && (BARE.test(clause.text) || GOES_ON.test(clause.text));
    ofUnits ||= UNIT.test(clause.text);
    const [ofUnit, ofPersons] = partByPersons(goesOn ? `每单位${clause.text}` : clause.text);
    return [...readQuota(ofUnit), ...readPersonQuotas(ofPersons), ...readPhotos(clause)];
  });
}

/** 一般不超过4个, 合计3至5件: nothing but a figure and its limits. */
const BARE =
  /^[\s\d但且原则上一般最多至少不得超过低于大小合计总共数报送推荐限约左右及以内下个项件部篇份幅组首集门节到-]+$/;

/** 不多于4件: goes on about a quota. */
const GOES_ON = /^\s?(?:且|但|并|最终)?(?:不|至|最|原则上不)/;

const UNIT =
  /(?:每|各)(?:个|所|家)?(?:基层)?(?:单位|教学单位|二级单位|教研室|系部|学院|二级学院|支部|党支部|党委|分党委|党总支|二级党组织|党组织|院系|学校|高校|部门|系|团委|团支部|班级|分会|分工会)/;
const KINDS_TOGETHER = /(?:[2-9]|[各两二三四五六七八九十])类[^,;]{0,4}(?:合计|总计|共)/;
const ITEM = '(?:项|个|件|部|篇|份|幅|组|首|集|门|节)(?!月|工作日|小时|方面|环节|阶段|字|人)';

/** What is asked of each unit. */
export function readQuota(text: string): readonly Finding[] {
  if (!UNIT.test(text) && !KINDS_TOGETHER.test(text)) return [];
  const limited = text.replace(/限(?:报|送|推荐|申报|投|交)?(?=\s?\d)/g, '不超过');
  const amounts = readAmounts(limited, ITEM, whole);
  const sides = amounts.flatMap(({ sides: own, bare }) => (bare === undefined ? Object.keys(own) : ['max']));
  const quotas = amounts.map((amount) => counted({ kind: 'category', key: 'quota' }, amount, text));
  // 限报重点项目1项、一般项目3项: of which kind of work each is said, no pattern knows.
  const isMixed = new Set(sides).size < sides.length;
  return isMixed ? quotas.map((quota) => ({ ...quota, unsure: true, note: '各是哪一种的件数' })) : quotas;
}

function readPhotos({ text, roles, carried, refused }: Clause): readonly Finding[] {
  if (!roles.includes('photo') || (carried && !/张|每组|一组/.test(text))) return [];
  return readAmounts(text, '(?:张|幅)', whole, refused).map((amount) =>
    counted({ kind: 'part', role: 'photo' }, amount, text),
  );
}

/** Of whole things, fewer than five are at most four. */
function wholeSides({ over, under, ...sides }: Amount['sides']): Amount['sides'] {
  return {
    ...sides,
    ...(over !== undefined && { min: String(Number(over) + 1) }),
    ...(under !== undefined && { max: String(Number(under) - 1) }),
  };
}

function counted(target: Target, { sides, bare }: Amount, text: string): Finding {
  const values: readonly Value[] =
    bare === undefined
      ? [{ kind: 'range', sides: wholeSides(sides), ...levelOf(text) }]
      : [
          { kind: 'range', sides: { min: bare, max: bare } },
          { kind: 'range', sides: { max: bare } },
          { kind: 'range', sides: { min: bare } },
        ];
  return {
    readings: values.map((value) => ({ target, value })),
    ...(bare !== undefined && { note: '没有说至多还是至少' }),
  };
}
