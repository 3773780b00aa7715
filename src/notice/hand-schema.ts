import * as z from 'zod';
import { FORM_COPIES } from '../model/form.ts';
import { closedMap, isMap } from './closed-map.ts';
import { checkDue, day, time } from './day-schema.ts';
import { mapById } from './key-maps.ts';
import { parsePart } from './parse-part.ts';
import { listOf, oneOf, required, text } from './plain-values.ts';
import { bodyPattern, subjectPattern } from './naming-schema.ts';
import { size } from './quantities.ts';
import { say } from './say.ts';
import { countRange } from './ranges.ts';
import { narrowed, reading } from './shape.ts';
import { level, section, stated } from './stated.ts';
import { ways } from './way-schema.ts';

/** What people do: steps by hand, things to vouch for, forms to fill, ways to send. */
const stepMap = closedMap({
  text,
  on: day.exactOptional(),
  at: time.exactOptional(),
  clause: section.exactOptional(),
}).superRefine(checkDue);
const step = reading({ kind: 'either', of: [text, stepMap] }, (input, context): z.output<typeof stepMap> =>
  isMap(input) ? parsePart(stepMap, input, [], context) : { text: parsePart(text, input, [], context) },
);
export type StatedStep = z.output<typeof step>;

/** Absent, there, or taken away with `null`. */
export function removable<S extends z.ZodType>(schema: S) {
  return schema.nullable().exactOptional();
}

export const steps = removable(listOf(step));

const attestation = closedMap({
  id: text,
  text,
  level: level.exactOptional(),
  clause: section.exactOptional(),
});
export type StatedAttestation = z.output<typeof attestation>;

export const attestations = removable(
  z.array(attestation).superRefine((list, context) => {
    const ids = list.map(({ id }) => id);
    const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (twice >= 0) {
      const message = say('代号重复', 'this id is used twice');
      context.addIssue({ code: 'custom', path: [twice, 'id'], message });
    }
  }),
);

const address = z
  .string()
  .trim()
  .regex(
    /^[^\s@<>(),;:"[\]\\]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/i,
    say('应写一个邮箱地址', 'expected one mail address'),
  );
const mailMap = closedMap({
  to: address,
  subject: subjectPattern.exactOptional(),
  body: listOf(bodyPattern).exactOptional(),
  attach: oneOf(['bundle', 'files', 'none']).exactOptional(),
  limit: size.exactOptional(),
  clause: section.exactOptional(),
});
const mail = reading(
  { kind: 'either', of: [address, mailMap] },
  (input, context): z.output<typeof mailMap> =>
    isMap(input) ? parsePart(mailMap, input, [], context) : { to: parsePart(address, input, [], context) },
);

export const route = closedMap({
  name: text.exactOptional(),
  /** What goes this way: kinds of files, forms, named parts, 作品, 汇总表. Everything where it is not said. */
  of: removable(listOf(text)),
  mail: removable(mail),
  ...ways,
  steps,
  clause: section.exactOptional(),
});
export type StatedRoute = z.output<typeof route>;
export const routes = mapById(route);

/** `推荐理由: { chars: { max: 300 }, required: true }`. */
const FIELD_KEYS = ['chars', 'required'] as const;
const fieldMap = narrowed(
  closedMap({ chars: countRange.exactOptional(), required: required(true).exactOptional() }).superRefine(
    ({ chars, required: asked }, context) => {
      if (chars !== undefined || asked !== undefined) return;
      context.addIssue({
        code: 'custom',
        message: say('至少写 chars（字数）、required 之一', 'expected chars or required'),
      });
    },
  ),
  { some: FIELD_KEYS },
);
export type StatedField = z.output<typeof fieldMap>;

export const form = closedMap({
  name: text.exactOptional(),
  annex: removable(text),
  aliases: removable(listOf(text)),
  template: removable(text),
  labels: removable(mapById(listOf(text))),
  fields: removable(mapById(stated(fieldMap, FIELD_KEYS))),
  copies: removable(listOf(oneOf(FORM_COPIES))),
  clause: section.exactOptional(),
});
export type StatedForm = z.output<typeof form>;
export const forms = mapById(form);
