import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openProject } from './project.ts';

vi.setConfig({ testTimeout: 60_000 });

const published = path.resolve(import.meta.dirname, '../../templates/notices/notice.schema.json');

describe.concurrent('notice schema', () => {
  it('gives the schema whole, to the terminal or into a new file, with the line that makes an editor use it', async () => {
    const project = await openProject();
    const shown = await project.run(['notice', 'schema']);
    expect([shown.exit, shown.stdout]).toEqual([0, await readFile(published, 'utf8')]);
    const laid = await project.run(['notice', 'schema', '--output', 'notice.schema.json']);
    expect([laid.exit, laid.stdout]).toEqual([
      0,
      expect.stringContaining('# yaml-language-server: $schema=./notice.schema.json'),
    ]);
    expect(await readFile(project.at('notice.schema.json'), 'utf8')).toBe(shown.stdout);
    const again = await project.run(['notice', 'schema', '--output', 'notice.schema.json']);
    expect([again.exit, again.stderr]).toEqual([2, expect.stringContaining('已经存在')]);
  });

  it('a new notice beside it is completed from the start, and still loads', async () => {
    const project = await openProject();
    const make = (output: string) =>
      project.run([
        'notice',
        'new',
        '--from',
        'scau-2020',
        '--title',
        '我校',
        '--output',
        output,
        '--no-ask',
      ]);
    expect((await make('先.yaml')).exit).toBe(0);
    expect(await readFile(project.at('先.yaml'), 'utf8')).not.toContain('$schema');
    await project.run(['notice', 'schema', '--output', 'notice.schema.json']);
    expect((await make('后.yaml')).exit).toBe(0);
    expect(await readFile(project.at('后.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\/notice\.schema\.json\n/,
    );
    expect((await project.run(['notice', 'check', '后.yaml'])).exit).toBe(0);
  });
});
