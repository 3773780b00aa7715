import type * as z from 'zod';
import type { PrintSize, PrintSizeRule } from '../model/media-rules.ts';
import { edgesOf } from '../model/edges-of.ts';
import { closedMap, isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { length, printSize as writtenSize } from './quantities.ts';
import { say } from './say.ts';
import { narrowed, reading } from './shape.ts';

const sizeMap = closedMap({ width: length, height: length });
const sheet = reading({ kind: 'either', of: [writtenSize, sizeMap] }, (input, context) =>
  isMap(input) ? parsePart(sizeMap, input, [], context) : parsePart(writtenSize, input, [], context),
);
const bounds = narrowed(
  closedMap({ min: writtenSize.exactOptional(), max: writtenSize.exactOptional() }).superRefine(checkBounds),
  { some: ['min', 'max'] },
);

/** Of the map that a print size may be written as. */
export const PRINT_SIZE_KEYS = ['width', 'height', 'min', 'max'];

/** How large a photo comes out on paper: `A4`, `210x297mm` or `{ width, height }` for exactly so; or bounds. */
export const printSize = reading({ kind: 'either', of: [sheet, bounds] }, (input, context): PrintSizeRule =>
  isMap(input) && ('min' in input || 'max' in input)
    ? parsePart(bounds, input, [], context)
    : { exact: parsePart(sheet, input, [], context) },
);

/** One bound at least; and no edge of the greatest sheet below the same edge of the least, whichever way up they are. */
function checkBounds(
  { min, max }: { readonly min?: PrintSize; readonly max?: PrintSize },
  context: z.RefinementCtx,
): void {
  if (!min && !max)
    context.addIssue({ code: 'custom', message: say('至少写 min、max 之一', 'expected min or max') });
  if (!min || !max) return;
  const [least, most] = [edgesOf(min), edgesOf(max)];
  if (least.short <= most.short && least.long <= most.long) return;
  const message = say('max 不能小于 min', 'max must not be below min');
  context.addIssue({ code: 'custom', path: ['max'], message });
}
