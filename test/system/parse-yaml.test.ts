import { expect, it } from 'vitest';
import * as z from 'zod';
import { parseYaml } from '../../src/system/parse-yaml.ts';

it('a slip in YAML is told in our words alone, and Node adds no warning of its own', async () => {
  const warnings: string[] = [];
  const listen = ({ message }: Error) => warnings.push(message);
  process.on('warning', listen);
  // A list or a map where a key belongs, as a brace too many makes it.
  parseYaml(Buffer.from('? {a: 1}\n: 2\n'), z.unknown());
  parseYaml(Buffer.from('{{org}}: 学院\n'), z.unknown());
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', listen);
  expect(warnings).toEqual([]);
});
