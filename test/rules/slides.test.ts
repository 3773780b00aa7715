import { describe } from 'vitest';
import type { Facts } from '../../src/model/facts.ts';
import type { LinkedMedia, SlidesFacts } from '../../src/model/slides-facts.ts';
import { facts, must } from './make-case.ts';
import { resultTable } from './result-table.ts';

const broken: Facts = facts('pptx', {
  integrity: { state: 'unknown', cause: { kind: 'timed-out', seconds: 30 } },
});
const show = (own: Partial<SlidesFacts>) =>
  facts('pptx', {
    slides: { slides: 4, hidden: [], lock: 'none', words: 0, notesWords: 0, outline: [], linked: [], ...own },
  });

describe('a deck of slides is judged by what a notice asks, and by what is lost when it is sent', () => {
  const few = { pages: [must({ min: 3, max: 5 })] };
  resultTable('scan.pages', 'slides', [
    ['a deck at the most', few, show({ slides: 5 }), 1, 'pass'],
    ['one slide too many', few, show({ slides: 6 }), 1, 'fail'],
    ['too many, hidden or not', few, show({ slides: 9, hidden: [9] }), 1, 'fail'],
    ['too many only with those that are not shown', few, show({ slides: 6, hidden: [6] }), 1, 'unknown'],
    ['too few but for those that are not shown', few, show({ slides: 3, hidden: [1] }), 1, 'unknown'],
    ['hidden ones that make no difference', few, show({ slides: 5, hidden: [1] }), 1, 'pass'],
    ['never looked at', few, broken, 1, 'unknown'],
  ]);
  const wide = { aspect: must(['16:9']) };
  resultTable('video.aspect', 'slides', [
    ['slides of 16:9', wide, show({ size: { width: 338.667, height: 190.5 } }), 1, 'pass'],
    ['slides of 4:3', wide, show({ size: { width: 254, height: 190.5 } }), 1, 'fail'],
    ['slides that do not say how large they are', wide, show({}), 1, 'unknown'],
    ['never looked at', wide, broken, 1, 'unknown'],
  ]);
  const linked = (place: LinkedMedia['place']) =>
    show({ linked: [{ kind: 'film', slide: 1, place, name: 'a' }] });
  resultTable('slides.media', 'slides', [
    ['all in the file', {}, show({}), 1, 'pass'],
    ['a film left on the disk it came from', {}, linked('file'), 1, 'fail'],
    ['a film that should be in it', {}, linked('missing'), 1, 'fail'],
    ['a film on the web', {}, linked('web'), 1, 'pass'],
  ]);
  const unlocked = { unlocked: must(true as const) };
  const behind = { state: 'broken', cause: { kind: 'password' } } as const;
  resultTable('scan.encrypted', 'slides', [
    ['open to all', unlocked, show({}), 1, 'pass'],
    ['only to be read', unlocked, show({ lock: 'restricted' }), 1, 'pass'],
    ['behind a password', unlocked, facts('encrypted-office', { integrity: behind }), 1, 'fail'],
    ['never looked at', unlocked, broken, 1, 'unknown'],
  ]);
});
