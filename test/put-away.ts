// Runs around every file of tests; the helpers they share are loaded once for many.
import { afterAll } from 'vitest';
import { putAllAway } from './leftovers.ts';

afterAll(putAllAway);
