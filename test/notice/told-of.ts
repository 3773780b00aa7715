import type { PlannedBundle } from '../../src/model/bundle.ts';
import type { Check } from '../../src/model/check.ts';
import type { Judgement } from '../../src/model/report.ts';
import { findInNotice } from './find-in-notice.ts';

/** What came of one folder: the checks, and the bundles that would be made of it. */
export interface Outcome {
  readonly judgement: Judgement;
  readonly bundles: readonly PlannedBundle[];
}

/**
 * Whether somebody is told of what stands at a place in the notice: by a check of this very rule, or by where a bundle
 * goes. Where a person decides, that it is asked is all there is to tell.
 */
export function isTold(place: string, { judgement, bundles }: Outcome): boolean {
  const { notice, checks } = judgement;
  const found = findInNotice(notice, place);
  const [, route = '', way = '', field = ''] = /^routes\.([^.]+)\.(\w+)(?:\.(\w+))?/u.exec(place) ?? [];
  if (way !== '' && way !== 'steps') {
    const own = bundles.filter((bundle) => bundle.route?.id === route);
    return own.some((bundle) => goesSo(bundle, way, field, found?.value));
  }
  const [, id = '', made = ''] = /^categories\.([^.]+)\.(packing\.each|summary)/u.exec(place) ?? [];
  if (made !== '') return bundles.some((bundle) => bundle.category.id === id && isMadeSo(bundle, made));
  const { clauses = [] } = found ?? {};
  return clauses.every((clause) =>
    checks.some((check) => check.clause === clause && isSaid(check) && speaksOf(check, place)),
  );
}

function isSaid({ code, result }: Check): boolean {
  return result === 'pass' || result === 'fail' || code === 'attest' || code === 'manual';
}

/** Of one rule that asks several things, several checks tell. */
function speaksOf({ code, args }: Check, place: string): boolean {
  if (/\.(?:min|max)$/u.test(place) && code.startsWith('quota.')) return code === `quota.${place.slice(-3)}`;
  if (code === 'text.layout') {
    const [, part = /paper|margins/u.test(place) ? 'page' : args.part] = /roles\.(\w+)/u.exec(place) ?? [];
    return args.part === part;
  }
  if (code !== 'text.sections') return true;
  const [, section = args.section] = /sections\.([^.]+)/u.exec(place) ?? [];
  return args.section === section && (!place.endsWith('.words') || args.words !== undefined);
}

/** Each work in a folder of its own; a table of all works with a row for each. */
function isMadeSo({ files, summaries }: PlannedBundle, made: string): boolean {
  return made === 'summary' ? summaries.length > 0 : files.some(({ name }) => name.includes('/'));
}

function goesSo(bundle: PlannedBundle, way: string, field: string, value: unknown): boolean {
  const { mail, label = '' } = bundle;
  if (way === 'when') return true;
  if (way === 'label') return label !== '' && !/[{}]/u.test(label);
  if (field === 'subject') return mail !== undefined && mail.subject !== '' && !/[{}]/u.test(mail.subject);
  if (field === 'to') return mail?.to === value;
  return field === 'attach' && mail?.attach === value;
}
