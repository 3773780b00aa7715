import fc from 'fast-check';

/** What people, machines and enemies write where a key or a value stands. */
const SCRAPS = [
  ...[
    'a',
    '标题',
    'title',
    'links',
    '链接',
    '网盘',
    'media',
    'photo',
    'categories',
    'extends',
    'year',
    'org',
    'mail',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '<<',
    '*a',
    '&a x',
    '!!binary',
    '!!js/function',
    '!x',
  ],
  ...[
    '~',
    'null',
    'true',
    'yes',
    '0x10',
    '1e999',
    '.inf',
    '.nan',
    '-0',
    '0o7',
    '2020-07-15',
    '12:30:45',
    '1_000',
  ],
  ...[
    '"',
    "'",
    '|',
    '>',
    '?',
    ': ',
    ':',
    '- ',
    '-',
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    '%',
    '@',
    '`',
    '---',
    '...',
    '%YAML 9.9',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\n  ',
    '\n\t',
    '\t',
    ' ',
    '\0',
    '\ufeff',
    '\ud800',
    '\u2028',
    '𠮷',
    '：',
    '，',
    '“',
    'é',
    'e\u0301',
  ],
  ...[
    'https://pan.baidu.com/s/1abc?pwd=1234',
    '提取码: 1234',
    '10M',
    '2GiB',
    '1080p',
    '≤3',
    '07-15',
    '02-30',
    '{org}+{date}',
  ],
] as const;

const scrap = fc.constantFrom(...SCRAPS);

/** Scraps and random letters in a row: seldom YAML. */
export const scrapText = fc
  .array(fc.oneof(scrap, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
  .map((list) => list.join(''));

/** Well-formed trees of any shape under any keys, as JSON, which is YAML. */
export function treeText(keys: readonly string[]): fc.Arbitrary<string> {
  const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: scrap });
  const leaf = fc.oneof(
    scrap,
    fc.double(),
    fc.integer(),
    fc.bigInt().map(Number),
    fc.boolean(),
    fc.constant(null),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie('tree')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
    ),
  }));
  return tree.map((value) => JSON.stringify(value));
}

/** The bytes of such a text: as UTF-8 with and without BOM, as UTF-16, or not a text at all. */
export function nastyBytes(keys: readonly string[]): fc.Arbitrary<Uint8Array> {
  const text = fc.oneof(scrapText, treeText(keys));
  return fc.oneof(
    { weight: 6, arbitrary: text.map((it) => Buffer.from(it)) },
    { weight: 1, arbitrary: text.map((it) => Buffer.from(`\ufeff${it}`)) },
    { weight: 1, arbitrary: text.map((it) => Buffer.from(`\ufeff${it}`, 'utf16le')) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  );
}
