import { parseYaml } from '../../system/parse-yaml.ts';
import { noticeSchema } from '../notice-schema.ts';
import { yamlOf, type Target, type Value } from './finding.ts';

const LISTED = new Set([
  'size', 'duration', 'words', 'lines', 'pages', 'dpi', 'area', 'longEdge', 'shortEdge', 'frameRate', 'bitRate',
  'sampleRate', 'soundBitRate', 'codecLevel',
]); // prettier-ignore

/** Rules of which several hold at once. */
export function isListed(target: Target): boolean {
  return (
    (target.kind === 'media' && LISTED.has(target.key)) ||
    (target.kind === 'category' && (target.key === 'deadlines' || target.key === 'quota')) ||
    target.kind === 'together' ||
    target.kind === 'work-size' ||
    target.kind === 'attestation' ||
    target.kind === 'step'
  );
}

/** Where a reading goes, as a path of keys; `category`: the id of the category it is about. */
export function pathOf(target: Target, category: string | undefined): readonly string[] {
  const own = category === undefined ? [] : ['categories', category];
  switch (target.kind) {
    case 'media':
      return [...own, 'media', target.role, target.key];
    case 'category':
      return [...own, target.key];
    case 'layout':
      return [...own, 'media', 'text', 'layout', ...target.path];
    case 'work-size':
      return [...own, 'workSize'];
    case 'together':
      return ['quotas'];
    case 'part':
      return [...own, 'parts', target.role];
    case 'naming':
    case 'packing':
      return [...own, target.kind];
    case 'subject':
      return ['routes', 'mailbox', 'mail', 'subject'];
    case 'mailbox':
      return ['routes', 'mailbox', 'mail', 'to'];
    case 'attestation':
      return [...own, 'attestations'];
    case 'form':
      return ['forms', target.name];
    case 'step':
      return [...own, 'steps'];
  }
}

/** What stands beside the categories, whichever it is said of. */
const OUTER: ReadonlySet<Target['kind']> = new Set(['subject', 'mailbox', 'together', 'form']);

/** Whether a notice may say so: what the schema refuses is no reading. */
export function fitsSchema(target: Target, value: Value, year: number): boolean {
  const path = ['categories', 'x', ...pathOf(target, undefined)];
  const at = OUTER.has(target.kind) ? pathOf(target, undefined) : path;
  const leaf = isListed(target) ? `[${yamlOf(value)}]` : yamlOf(value);
  const nested = at.toReversed().reduce((inner, key) => `{ ${JSON.stringify(key)}: ${inner} }`, leaf);
  const mail =
    target.kind === 'subject' ? nested.replace('"subject"', '"to": a@example.edu.cn, "subject"') : nested;
  const text = `{ title: x, year: ${year}, ${mail.slice(2)}`;
  return parseYaml(new TextEncoder().encode(text), noticeSchema).kind === 'ok';
}
