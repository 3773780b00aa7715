import type { Side } from './finding.ts';

/** An amount and its unit as a clause names them: 不超过10M, 5-8分钟, 3000字以内, 1500字左右. */
export interface Amount {
  /** Absent sides: a bare figure, which may mean exactly or at most. */
  readonly sides: Readonly<Partial<Record<Side, string>>>;
  readonly bare?: string;
}

const N = String.raw`(\d{1,7}(?:\.\d{1,3})?)`;
const MAX =
  '(?:不超过|不得超过|不能超过|不应超过|不可超过|不要超过|不大于|不得大于|不多于|不得多于|不高于|不长于|不得长于|至多|最多|最大|最长|最高|上限|≤|<=|控制在(?=[^,;]{1,12}(?:以内|之内|内)))';
const MIN =
  '(?:不少于|不得少于|不能少于|不应少于|不低于|不得低于|不应低于|不能低于|不小于|不得小于|不短于|至少|最少|最低|≥|>=)';
/** The figure itself is beyond: of these 不小于, 不得超过 are no part. */
const UNDER = '(?:(?<!不|不得|不能|不应|不可)(?:小于|低于|少于|短于|不足|不到|未满)|<(?!=))';
const OVER = '(?:(?<!不|不得|不能|不应|不可|不要)(?:大于|高于|多于|长于|超过)|>(?!=))';
const EXCLUDED = String.raw`\(?\s{0,2}不(?:含|包括|包含)`;
const FILL = String.raw`\s{0,2}(?:为|是|:|在|达到|有|报送?|推荐|上报|申报|提交|选送|推送|制作)?\s{0,2}`;

/**
 * Every amount of one unit in a clause. `unit`: a pattern without groups of its own; `write`: figure and unit as YAML,
 * undefined where they make none. `refused`: the clause says what is turned away (超过10分钟的不予受理).
 */
export function readAmounts(
  clause: string,
  unit: string,
  write: (figure: string, unit: string) => string | undefined,
  refused = false,
): readonly Amount[] {
  // Most clauses have no figure, and looking for what may stand around one takes long.
  if (!/\d/.test(clause)) return [];
  const found: Amount[] = [];
  let rest = clause;
  const take = (pattern: string, make: (groups: readonly string[]) => Amount | undefined) => {
    rest = rest.replace(new RegExp(pattern, 'giu'), (whole: string, ...groups: unknown[]) => {
      const amount = make(groups.map((group) => (typeof group === 'string' ? group : '')));
      if (amount) found.push(amount);
      return amount ? '\u0000' : whole;
    });
  };
  const one = (side: Side) => (groups: readonly string[]) => {
    const [figure = '', own = ''] = groups;
    const value = write(figure, own);
    return value === undefined ? undefined : { sides: { [side]: value } };
  };
  take(
    String.raw`${N}\s{0,2}(${unit})?\s{0,2}[-至到]\s{0,2}${N}\s{0,2}(${unit})`,
    ([low = '', first = '', high = '', last = '']) => {
      const [min, max] = [write(low, first === '' ? last : first), write(high, last)];
      return min === undefined || max === undefined || (Number(low) > Number(high) && first === '')
        ? undefined
        : { sides: { min, max } };
    },
  );
  take(String.raw`(?:大?约|大概)\s{0,2}${N}\s{0,2}(${unit})`, one('about'));
  take(String.raw`${N}\s{0,2}(${unit})\s{0,2}(?:左右|上下)`, one('about'));
  take(String.raw`${MAX}${FILL}${N}\s{0,2}(${unit})(?:以内|之内)?${EXCLUDED}`, one('under'));
  take(String.raw`${N}\s{0,2}(${unit})\s{0,2}(?:以内|之内|以下|内)${EXCLUDED}`, one('under'));
  take(String.raw`${N}\s{0,2}(${unit})\s{0,2}以上${EXCLUDED}`, one('over'));
  take(String.raw`${UNDER}${FILL}${N}\s{0,2}(${unit})`, one(refused ? 'min' : 'under'));
  take(String.raw`${OVER}${FILL}${N}\s{0,2}(${unit})`, one(refused ? 'max' : 'over'));
  take(String.raw`${MAX}${FILL}${N}\s{0,2}(${unit})(?:以内|之内)?`, one('max'));
  take(String.raw`${MIN}${FILL}${N}\s{0,2}(${unit})(?:以上|及以上)?`, one('min'));
  take(
    String.raw`${N}\s{0,2}(${unit})\s{0,2}\)?(?:\([^()]{0,8}\))?(?:以内|之内|以下|及以下|内|为限|封顶)`,
    one('max'),
  );
  take(String.raw`${N}\s{0,2}(${unit})\s{0,2}(?:以上|及以上|起步)`, one('min'));
  take(String.raw`${N}\s{0,2}(${unit})`, ([figure = '', own = '']) => {
    const bare = write(figure, own);
    return bare === undefined ? undefined : { sides: {}, bare };
  });
  return found;
}
