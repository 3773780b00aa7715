import type { Category, Notice } from '../model/notice.ts';
import { UsageError } from '../model/problems.ts';
import { isOfUnit, isPerPerson, type AnyQuota } from '../model/quota.ts';
import type { Ruled } from '../model/ruled.ts';
import { placeOfRemoval } from './find-stated.ts';
import type { GroupQuotaLayer, Layer } from './layer.ts';
import { choices } from './say.ts';

/** Quotas of categories that exist; one that a nearer notice took away counts no more. */
export function settleQuotas(
  quotas: readonly GroupQuotaLayer[],
  categories: readonly Category[],
  layers: readonly Layer[],
): Pick<Notice, 'quotas' | 'perPerson'> {
  const known = categories.map(({ id }) => id);
  const settled = quotas.flatMap(({ rule, of = known, place }): readonly Ruled<AnyQuota & Group>[] => {
    const meant = [...new Set(of)].filter((id) => !placeOfRemoval(layers, 'categories', id));
    const stranger = meant.find((id) => !known.includes(id));
    if (stranger !== undefined) {
      const { zh, en } = choices(stranger, known);
      const words = {
        zh: `没有类别“${stranger}”，${zh}`,
        en: `there is no category “${stranger}”; ${en}`,
      };
      throw new UsageError(words, place);
    }
    return meant.length === 0 ? [] : [{ ...rule, value: { ...rule.value, of: meant } }];
  });
  return { quotas: settled.filter(isOfUnit), perPerson: settled.filter(isPerPerson) };
}

interface Group {
  readonly of: readonly string[];
}
