import * as z from 'zod';
import { MAIL_PROVIDERS } from '../mail/mail-presets.ts';
import { parseCalendarDate } from '../model/calendar-date.ts';
import { size } from '../notice/quantities.ts';
import { parseYaml, type ParsedYaml } from '../system/parse-yaml.ts';

const text = z.string().trim().min(1, '不能为空 | must not be empty');

const isDate = (written: string) => parseCalendarDate(written) !== undefined;

/** `four-ones.yaml`. There is no key for a password, and an unknown key is an error, so none can be written. */
const schema = z
  .strictObject({
    org: text,
    // What kind of unit it is, where a notice asks different kinds for different numbers.
    unit: text,
    contact: z.strictObject({
      name: text.exactOptional(),
      phone: z.union([text, z.number()]).transform(String).exactOptional(),
      email: text.exactOptional(),
    }),
    notice: text,
    year: z.int().min(1949).max(9999),
    date: z
      .string()
      .refine(isDate, '应写成 2020-07-10 这样，且是存在的日子 | write a date that exists, as 2020-07-10'),
    materials: text,
    outbox: text,
    mail: z
      .strictObject({
        provider: z.enum(MAIL_PROVIDERS),
        host: text,
        port: z.int().min(1).max(65535),
        secure: z.boolean(),
        user: text,
        from: text,
        limit: size,
        // Seconds between two mails.
        pause: z.number().min(0).max(3600),
        // Seconds before each further try; an empty list: try once.
        retries: z.array(z.number().min(0).max(3600)).max(10),
        // Seconds to wait for each reply; after the last byte of a mail five times as long.
        timeout: z.number().min(0.1).max(600),
      })
      .partial(),
  })
  .partial();

export type Config = z.output<typeof schema>;

/** An empty file is an empty config. */
export function parseConfig(bytes: Uint8Array): ParsedYaml<Config | null> {
  return parseYaml(bytes, schema.nullable());
}
