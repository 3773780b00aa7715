import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadFrom, templates } from './notice-folder.ts';

it('who copies the example of the guide has a notice that loads, with all that it says', async () => {
  const guide = await readFile(path.join(templates, 'notices', 'README.md'), 'utf8');
  const [, yaml = ''] = /## 一份完整的例子[^]*?```yaml\n([^]*?)```/.exec(guide) ?? [];
  const notice = await loadFrom({ 'mine.yaml': yaml });
  expect(notice.categories.map(({ name }) => name)).toEqual(['短视频类', '图文类']);
  const [film, story] = notice.categories;
  expect(film?.media.video?.resolution?.[0]?.value).toEqual({
    min: { width: 1920, height: 1080 },
    eitherWay: true,
  });
  expect(film?.media.text?.words?.map(({ level }) => level)).toEqual(['should', 'must']);
  expect(story?.media.photo?.color?.value).toEqual(['srgb']);
  expect(notice.attestations).toHaveLength(2);
});
