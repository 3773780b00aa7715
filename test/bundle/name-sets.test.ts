import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Item } from '../../src/model/materials.ts';
import { bytesOf } from '../../src/bundle/fit-name.ts';
import { planBundles } from '../../src/bundle/plan-bundles.ts';
import { isDevice, nameKey } from '../../src/bundle/safe-text.ts';
import { category, input, item, notice, part, pattern } from './make-plan.ts';

/** `LONG=1` takes ten thousand. */
const SETS = process.env['LONG'] === undefined ? 500 : 10_000;

const nasty = fc.constantFrom(
  ...[
    'CON',
    'nul.',
    '报送清单',
    'manifest-sha256',
    'a',
    'A',
    'é',
    'e\u0301',
    '坚守',
    '坚守（2）',
    '坚守+图1',
    ' ',
    '.',
  ],
  ...['𠮷'.repeat(80), '👩‍👩‍👧'.repeat(20), '疫'.repeat(120), '\ud800', '../../x', 'C:\\x', 'ß', 'SS', 'ﬁ', '丽'],
);
const title = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const file = fc.constantFrom(
  'a.jpg',
  'b.jpg',
  'a.docx',
  'b.docx',
  'a.mp4',
  'a.srt',
  'a.zh.srt',
  'b.srt',
  'a.pdf',
  'x.mp3',
  'x.bin',
);
const works = fc.array(fc.tuple(title, fc.uniqueArray(file, { minLength: 1, maxLength: 8 })), {
  minLength: 1,
  maxLength: 6,
});
const patterns = fc.constantFrom(
  '{org}+{category}+{date}',
  '{org}+{title}',
  '{title}',
  '{org}-{seq}-{title}',
  '{org}_{category}',
);

function itemsOf(sets: readonly (readonly [string, readonly string[]])[]): readonly Item[] {
  return sets.map(([name, files], place) => {
    const parts = files.map((path) => part(`${place}/${path}`));
    return item(name, parts, { path: String(place) });
  });
}

it(`never loses or overwrites a file, and never makes a name that some system refuses (${SETS} sets)`, () => {
  let clashes = 0;
  fc.assert(
    fc.property(works, patterns, (sets, text) => {
      const items = itemsOf(sets);
      const given = input(items, { notice: notice([category(pattern(text))]) });
      const result = planBundles(given);
      expect(planBundles(given)).toEqual(result);
      if (result.kind === 'clashes') {
        clashes += 1;
        return;
      }
      if (result.kind !== 'plan') throw new Error(result.kind);
      const files = result.plan.bundles.flatMap((bundle) => bundle.files);
      expect(files.map(({ source }) => source).sort()).toEqual(
        items.flatMap(({ parts }) => parts.map(({ path }) => path)).sort(),
      );
      const keys = files.map(({ name }) => nameKey(name));
      expect(new Set(keys).size).toBe(keys.length);
      for (const { name } of files) assertSafe(name);
      for (const { name } of result.plan.bundles) assertSafe(`${name}.v1.bundle.json`);
    }),
    { numRuns: SETS },
  );
  expect(clashes).toBeLessThan(SETS / 100);
}, 240_000);

function assertSafe(name: string): void {
  const wrong =
    bytesOf(name) > 255 ||
    name !== name.normalize('NFC') ||
    /[<>:"/\\|?*\p{Cc}\p{Cs}]|[. ]$|^[. ]/u.test(name) ||
    isDevice(name) ||
    name === '';
  if (wrong) throw new Error(`unsafe: ${JSON.stringify(name)}`);
}
