import * as z from 'zod/mini';
import { MAIL_PROVIDERS } from '../mail/mail-presets.ts';
import { parseCalendarDate } from '../model/calendar-date.ts';
import { readSize } from '../notice/read-quantity.ts';
import { parseYaml, type ParsedYaml } from '../system/parse-yaml.ts';

const text = z.string().check(z.trim(), z.minLength(1, '不能为空 | must not be empty'));
const seconds = (min: number, max: number) => z.number().check(z.minimum(min), z.maximum(max));
const whole = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));

const date = z
  .string()
  .check(
    z.refine(
      (written) => parseCalendarDate(written) !== undefined,
      '应写成 2020-07-10 这样，且是存在的日子 | write a date that exists, as 2020-07-10',
    ),
  );

const size = z.pipe(z.unknown(), z.transform(readSize));

const contact = z.strictObject({
  name: z.exactOptional(text),
  phone: z.exactOptional(z.pipe(z.union([text, z.number()]), z.transform(String))),
  email: z.exactOptional(text),
});

const mail = z.partial(
  z.strictObject({
    provider: z.enum(MAIL_PROVIDERS),
    host: text,
    port: whole(1, 65_535),
    secure: z.boolean(),
    user: text,
    from: text,
    limit: size,
    // Between two mails.
    pause: seconds(0, 3600),
    // Before each further try; an empty list: try once.
    retries: z.array(seconds(0, 3600)).check(z.maxLength(10)),
    // To wait for each reply; after the last byte of a mail five times as long.
    timeout: seconds(0.1, 600),
  }),
);

/** `four-ones.yaml`. There is no key for a password, and an unknown key is an error, so none can be written. */
const schema = z.partial(
  z.strictObject({
    org: text,
    // What kind of unit it is, where a notice asks different kinds for different numbers.
    unit: text,
    contact,
    notice: text,
    year: whole(1949, 9999),
    date,
    materials: text,
    outbox: text,
    mail,
  }),
);

export type Config = z.output<typeof schema>;

/** An empty file is an empty config. */
export function parseConfig(bytes: Uint8Array): ParsedYaml<Config | null> {
  return parseYaml(bytes, z.nullable(schema));
}
