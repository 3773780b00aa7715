import type { Category, FormSpec, Route } from '../model/notice.ts';
import { UsageError } from '../model/problems.ts';
import { placeOfEntry } from './find-stated.ts';
import type { FormLayer, Layer, RouteLayer } from './layer.ts';
import { present } from './present.ts';
import { settlePieces } from './settle-pieces.ts';
import { remaining } from './settle-media.ts';

/** A form in force: some notice must have named it. */
export function settleForm(id: string, form: FormLayer, layers: readonly Layer[]): FormSpec {
  const { name, clause } = form;
  if (typeof name !== 'string' || !clause) {
    const words = { zh: `表格“${id}”缺少名称（name）`, en: `the form “${id}” has no name` };
    throw new UsageError(words, placeOfEntry(layers, 'forms', id));
  }
  const fields = remaining(form.fields).map(([, rule]) => rule);
  return present<FormSpec>({
    id,
    name,
    annex: form.annex ?? undefined,
    aliases: form.aliases ?? [],
    template: form.template ?? undefined,
    labels: form.labels ?? undefined,
    fields: fields.length > 0 ? fields : undefined,
    copies: form.copies ?? undefined,
    clause,
  });
}

/** A route in force: a mailbox, or steps for a person, or both. */
export function settleRoute(
  id: string,
  route: RouteLayer,
  known: { readonly categories: readonly Category[]; readonly forms: readonly FormSpec[] },
  layers: readonly Layer[],
): Route {
  const steps = route.steps ?? [];
  if (!route.mail && steps.length === 0) {
    const words = {
      zh: `报送方式“${id}”没有写怎么报：邮箱（mail）、网站（web）、网盘（netdisk）、U 盘（disk）、纸质（paper）或步骤（steps）`,
      en: `the route “${id}” does not say how: mail, web, netdisk, disk, paper or steps`,
    };
    throw new UsageError(words, placeOfEntry(layers, 'routes', id));
  }
  return present<Route>({
    id,
    name: route.name ?? undefined,
    of: route.of ? settlePieces(route.of, known) : undefined,
    mail: route.mail ?? undefined,
    steps,
    label: route.label ?? undefined,
    when: route.when ?? undefined,
  });
}
