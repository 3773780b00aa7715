import type * as z from 'zod';
import { closedMap, isMap } from './closed-map.ts';
import { checkDue, day, time } from './day-schema.ts';
import { subjectPattern } from './naming-schema.ts';
import { parsePart } from './parse-part.ts';
import { count, listOf, oneOf, required, text } from './plain-values.ts';
import { size } from './quantities.ts';
import { boundsIn } from './ranges.ts';
import { reading } from './shape.ts';

/** Ways that a person goes: each comes out as steps, in words. */
const web = orBare(
  closedMap({
    name: text,
    address: text.exactOptional(),
    /** Of one upload, in bytes. */
    limit: size.exactOptional(),
  }),
  (name) => ({ name }),
);
const netdisk = orBare(
  closedMap({ name: text, code: required('required').exactOptional(), valid: text.exactOptional() }),
  (name) => ({ name }),
);
const disk = orBare(closedMap({ kind: text, label: subjectPattern.exactOptional() }), (kind) => ({ kind }));
const paper = closedMap({
  /** What is printed; everything where it is not said. */
  of: listOf(text).exactOptional(),
  copies: count.exactOptional(),
  binding: text.exactOptional(),
  sides: oneOf(['one', 'both']).exactOptional(),
  to: text.exactOptional(),
  envelope: subjectPattern.exactOptional(),
  /** Where it is due on another day. */
  on: day.exactOptional(),
  at: time.exactOptional(),
}).superRefine(checkDue);

export const ways = {
  web: web.exactOptional(),
  netdisk: netdisk.exactOptional(),
  disk: disk.exactOptional(),
  paper: paper.exactOptional(),
  when: closedMap({ size: boundsIn(size) }).exactOptional(),
};
export type StatedWays = z.output<z.ZodObject<typeof ways>>;

/** A map, or the one thing in it that has to be said. */
function orBare<S extends z.ZodType>(schema: S, of: (bare: string) => z.output<S>) {
  return reading({ kind: 'either', of: [text, schema] }, (input, context): z.output<S> =>
    isMap(input) ? parsePart(schema, input, [], context) : of(parsePart(text, input, [], context)),
  );
}
