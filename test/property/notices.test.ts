import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UsageError } from '../../src/model/problems.ts';
import { loadNotice } from '../../src/notice/load-notice.ts';
import { FileError, type Files } from '../../src/system/system.ts';
import { nastyBytes } from './nasty-yaml.ts';

const LONG = process.env['LONG'] !== undefined;

/** Notices in memory; everything else is missing. */
function filesOf(texts: Readonly<Record<string, string | Uint8Array>>): Files {
  const known = new Map(Object.entries(texts).map(([name, text]) => [`/own/${name}`, Buffer.from(text)]));
  const absent = (path: string) => Promise.reject(new FileError('missing', path));
  return {
    list: () => Promise.resolve([]),
    stat: absent,
    exists: (path) => Promise.resolve(known.has(path)),
    realPath: (path) => Promise.resolve(path),
    open: absent,
    readWhole: (path) => {
      const bytes = known.get(path);
      return bytes ? Promise.resolve(bytes) : absent(path);
    },
    writeAtomically: absent,
  };
}

function load(name: string, texts: Readonly<Record<string, string | Uint8Array>>) {
  return loadNotice(name, { files: filesOf(texts), templates: '/templates', workingFolder: '/own' });
}

const KEYS = [
  ...[
    'title',
    'year',
    'issuer',
    'naming',
    'pattern',
    'media',
    'photo',
    'video',
    'text',
    'formats',
    'size',
    'max',
    'min',
  ],
  ...[
    'forms',
    'routes',
    'mail',
    'to',
    'subject',
    'categories',
    'story',
    'name',
    'parts',
    'info',
    'quota',
    'deadlines',
    'on',
  ],
  ...[
    'level',
    'clause',
    'value',
    'attestations',
    'steps',
    'route',
    'aliases',
    'accepts',
    'duration',
    'resolution',
    'id',
  ],
];

it('whatever a notice says, it is in force or the mistake is told as one of the file', async () => {
  await fc.assert(
    fc.asyncProperty(nastyBytes(KEYS), async (bytes) => {
      const error: unknown = await load('mine.yaml', { 'mine.yaml': bytes }).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (error === undefined) return;
      expect(error).toBeInstanceOf(UsageError);
    }),
    { numRuns: LONG ? 20_000 : 300 },
  );
});

/** A layer's photo rules: not spoken of, all taken away, or rule by rule; the same of all roles together. */
const rule = fc.constantFrom(null, ['jpg'], ['png'], ['jpg', 'png']);
const size = fc.constantFrom(null, 1, 2, 3);
const block = fc.record({ formats: rule, size }, { requiredKeys: [] });
const media = fc.record(
  { photo: fc.oneof(fc.constant(null), block), scan: fc.oneof(fc.constant(null), block) },
  { requiredKeys: [] },
);
const layer = fc.option(
  fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 5, arbitrary: media }),
  { nil: undefined },
);

type Block = { readonly formats?: readonly string[] | null; readonly size?: number | null };
type Media = { readonly photo?: Block | null; readonly scan?: Block | null } | null | undefined;
type Said = Record<string, { formats?: readonly string[]; size?: number }>;

/** As a person would do it on paper, from the farthest notice to the nearest. */
function onPaper(layers: readonly Media[]): Said {
  let all: Record<string, Block> = {};
  for (const one of layers) {
    if (one === null) all = {};
    for (const [role, rules] of Object.entries(one ?? {})) {
      all[role] = rules === null ? {} : { ...all[role], ...rules };
    }
  }
  const left: Said = {};
  for (const [role, { formats, size: most }] of Object.entries(all)) {
    const rules = { ...(formats && { formats }), ...(most && { size: most }) };
    if (Object.keys(rules).length > 0) left[role] = rules;
  }
  return left;
}

function written(at: number, one: Media): string {
  const mib = (value: Block) => ({ ...value, ...(value.size && { size: { max: `${value.size}M` } }) });
  const spelled =
    one && Object.fromEntries(Object.entries(one).map(([role, value]) => [role, value && mib(value)]));
  return JSON.stringify({
    title: `第${at}层`,
    ...(at > 0 ? { extends: `${at - 1}.yaml` } : { year: 2020 }),
    ...(one !== undefined && { media: spelled }),
  });
}

it('over any chain of notices the nearer wins, a list replaces, null removes, as one would do it on paper', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(layer, { minLength: 1, maxLength: 6 }), async (layers) => {
      const texts = Object.fromEntries(layers.map((one, at) => [`${at}.yaml`, written(at, one)]));
      const notice = await load(`${layers.length - 1}.yaml`, texts);
      const found: Said = {};
      for (const [role, rules] of Object.entries(notice.media)) {
        const { formats, size: bytes } = rules;
        const most = bytes?.[0]?.value.max;
        found[role] = {
          ...(formats && { formats: formats.value }),
          ...(most !== undefined && { size: most / 1024 ** 2 }),
        };
      }
      expect(found).toEqual(onPaper(layers));
    }),
    { numRuns: LONG ? 5000 : 200 },
  );
});

it('a notice in between that says nothing changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(layer, { minLength: 2, maxLength: 4 }), fc.nat(), async (layers, place) => {
      const at = 1 + (place % (layers.length - 1));
      const longer = [...layers.slice(0, at), undefined, ...layers.slice(at)];
      const [plain, padded] = await Promise.all(
        [layers, longer].map((chain) =>
          load(
            `${chain.length - 1}.yaml`,
            Object.fromEntries(chain.map((one, index) => [`${index}.yaml`, written(index, one)])),
          ),
        ),
      );
      const rulesOf = (notice: typeof plain) =>
        Object.entries(notice?.media ?? {}).map(([role, { formats, size: bytes }]) => [
          role,
          formats?.value,
          bytes?.map(({ value }) => value),
        ]);
      expect(rulesOf(padded)).toEqual(rulesOf(plain));
    }),
    { numRuns: LONG ? 3000 : 100 },
  );
});
