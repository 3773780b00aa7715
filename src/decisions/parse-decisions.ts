import * as z from 'zod/mini';
import { parseCalendarDate } from '../model/calendar-date.ts';
import type { Code } from '../model/check.ts';
import { ANSWERS } from '../model/decision.ts';
import { parseYaml, type ParsedYaml } from '../system/parse-yaml.ts';
import type { KeptDecision } from './kept-decision.ts';

/** About two thousand decisions. */
const MOST_ENTRIES = 50_000;

const text = z.pipe(
  z.pipe(z.union([z.string(), z.number()]), z.transform(String)),
  z.string().check(z.trim(), z.minLength(1, '不能为空 | must not be empty')),
);
const date = z.pipe(
  z.string(),
  z.transform((written, context) => {
    const day = parseCalendarDate(written);
    if (day) return day;
    context.issues.push({
      code: 'custom',
      input: written,
      message: '应写成 2020-07-10 这样，且是存在的日子 | write a date that exists, as 2020-07-10',
    });
    return z.NEVER;
  }),
);
const sha256 = z
  .string()
  .check(
    z.regex(
      /^[0-9a-f]{64}$/i,
      '应是文件的 SHA-256（64 位十六进制） | must be the SHA-256 of the file, 64 hex digits',
    ),
    z.toLowerCase(),
  );

function schemaFor(codes: readonly Code[]) {
  const code = z.pipe(
    z.string(),
    z.transform((written, context) => {
      const known = codes.find((one) => one === written);
      if (known !== undefined) return known;
      context.issues.push({
        code: 'custom',
        input: written,
        message: `没有“${written}”这项检查，全部代码见：four-ones explain | there is no check “${written}”; all codes: four-ones explain`,
      });
      return z.NEVER;
    }),
  );
  const decision = z
    .strictObject({
      code,
      path: text,
      category: z.exactOptional(text),
      asked: z.exactOptional(text),
      answer: z.enum(ANSWERS),
      by: text,
      note: z.exactOptional(text),
      date,
      sha256,
    })
    .check(
      z.refine(({ answer, note }) => answer !== 'waive' || note !== undefined, {
        path: ['answer'],
        message: '豁免要写明理由（note） | a waiver needs its reason (note)',
      }),
    );
  return z.pipe(
    z.nullable(z.strictObject({ schemaVersion: z.literal(1), decisions: z.nullable(z.array(decision)) })),
    z.transform((file): readonly KeptDecision[] => file?.decisions ?? []),
  );
}

/** The record of decisions, as a person may have changed it; every problem with line and column. An empty file is none. */
export function parseDecisions(
  bytes: Uint8Array,
  codes: readonly Code[],
): ParsedYaml<readonly KeptDecision[]> {
  return parseYaml(bytes, schemaFor(codes), { entries: MOST_ENTRIES });
}
