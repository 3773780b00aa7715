import { expect, it } from 'vitest';
import { SEEDS } from './fuzz/seeds.ts';
import { lookAt, TARGETS, type Looked, type Target } from './fuzz/targets.ts';

/** Formats whose end nobody knows, or that nothing here decodes. */
const NEVER_WHOLE: readonly Target[] = ['ts', 'heic', 'psd'];

it.each(TARGETS)('an undamaged %s is what the damaged ones are made of', async (target) => {
  const looked: Looked[] = [];
  for (const bytes of await SEEDS[target]()) looked.push(await lookAt(target, bytes));
  const states = looked.flatMap(({ integrity }) => integrity?.state ?? []);
  if (states.length > 0) expect(states.includes('whole')).toBe(!NEVER_WHOLE.includes(target));
  if (!NEVER_WHOLE.includes(target))
    expect(JSON.stringify(looked)).toMatch(/"whole"|"state":"(?:proven|unlisted)"|"kind":"filled"|"slots"/);
});
