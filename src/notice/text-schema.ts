import * as z from 'zod';
import type { SectionRule } from '../model/notice.ts';
import { closedMap, isMap } from './closed-map.ts';
import { parsePart } from './parse-part.ts';
import { listOf, text } from './plain-values.ts';
import { countRange } from './ranges.ts';

const named = closedMap({
  name: text,
  aliases: listOf(text).exactOptional(),
  words: countRange.exactOptional(),
});

/** A heading alone, or with its other names and how long what stands beneath it may be. */
const section = z.unknown().transform((input, context): SectionRule => {
  if (!isMap(input)) return { name: parsePart(text, input, [], context), aliases: [] };
  return { aliases: [], ...parsePart(named, input, [], context) };
});

export const sections = listOf(section);
