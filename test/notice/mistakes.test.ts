import { describe, expect, test } from 'vitest';
import { HEAD, MISTAKES } from './mistakes.ts';
import { loadFrom, mistakeOf } from './notice-folder.ts';

describe('a mistake in a notice', () => {
  test.each(MISTAKES)(
    '%s is shown where it stands, with what was expected',
    async (_, text, place, zh, en) => {
      const mistake = await mistakeOf(loadFrom({ 'mine.yaml': `${HEAD}${text}\n` }));
      const { file, line, column, key } = mistake.place ?? { file: 'nowhere' };
      expect(file).toBe('mine.yaml');
      expect(`${line}:${column} ${key ?? ''}`.trim()).toBe(place);
      expect(mistake.words.zh).toContain(zh);
      expect(mistake.words.en).toContain(en);
    },
  );

  test.each([
    ['title', 'year: 2020'],
    ['year', 'title: 我的'],
  ])('a missing %s is asked for by name', async (key, text) => {
    const mistake = await mistakeOf(loadFrom({ 'mine.yaml': text }));
    expect(mistake.place).toEqual({ file: 'mine.yaml', line: 1, column: 1, key });
    expect(mistake.words.zh).toContain(`缺少“${key}”`);
  });

  test('in a notice that is extended, the mistake is shown in that file', async () => {
    const mistake = await mistakeOf(
      loadFrom({
        'far.yaml': `${HEAD}media: { photo: { size: {} } }`,
        'mine.yaml': 'extends: far.yaml\ntitle: 我的',
      }),
    );
    expect(mistake.place).toEqual({ file: 'far.yaml', line: 3, column: 19, key: 'media.photo.size' });
  });

  test('a route taken away that a farther category still goes by is shown where it was taken away', async () => {
    const text = 'extends: moe-2020\ntitle: 我的\nroutes:\n  ministry: null\n';
    const mistake = await mistakeOf(loadFrom({ 'mine.yaml': text }));
    expect(mistake.place).toEqual({ file: 'mine.yaml', line: 4, column: 3, key: 'routes.ministry' });
    expect(mistake.words.zh).toContain('categories.brief.route');
  });

  test('a notice to extend that does not exist is shown at extends', async () => {
    const mistake = await mistakeOf(loadFrom({ 'mine.yaml': `${HEAD}extends: moe2020\n` }));
    expect(mistake.place).toEqual({ file: 'mine.yaml', line: 3, column: 1, key: 'extends' });
    expect(mistake.words.en).toContain('did you mean “moe-2020”');
    const missing = await mistakeOf(loadFrom({ 'mine.yaml': `${HEAD}extends: ./gone.yaml\n` }));
    expect(missing.place).toMatchObject({ line: 3, key: 'extends' });
  });

  test('what is repeated of it cannot disturb the terminal or the other language', async () => {
    const text = `${HEAD}media: { photo: { size: { max: "\\e[31m red | rot ${'x'.repeat(200)}" } } }`;
    const { words } = await mistakeOf(loadFrom({ 'mine.yaml': text }));
    expect(words.zh).not.toContain('\u001b');
    expect(words.zh.length).toBeLessThan(120);
    expect(words.en).toMatch(/^expected a size/);
  });

  test('keys that JavaScript itself knows are unknown keys, too', async () => {
    const mistake = await mistakeOf(
      loadFrom({ 'mine.yaml': `${HEAD}categories: { a: { name: 甲, route: constructor } }` }),
    );
    expect(mistake.words.zh).toContain('没有报送方式“constructor”');
    expect((await mistakeOf(loadFrom({ 'mine.yaml': `${HEAD}__proto__: { level: may }` }))).place?.line).toBe(
      3,
    );
  });
});
