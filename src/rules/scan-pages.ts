import type { Check } from '../model/check.ts';
import type { Facts } from '../model/facts.ts';
import { within } from '../model/range.ts';
import { finding, judge, judgeRanges, subjectOfPart, type PartCase, type Rule, type Source } from './rule.ts';

export const scanPages: Rule<PartCase> = (input) =>
  input.part.role === 'slides' ? slideCount(input) : [...pageCount(input), ...oddPages(input)];

/** A notice seldom says whether slides that are not shown count: where it is up to them, nobody can tell. */
function slideCount(input: PartCase): readonly Check[] {
  const { slides } = input.part.facts;
  return (input.media.pages ?? []).map((rule) => {
    const counts = slides ? [slides.slides, slides.slides - slides.hidden.length] : [];
    const [all, shown] = counts.map((count) => within(rule.value, count));
    return judge(input, 'scan.pages', rule, {
      fact: all === shown ? all : undefined,
      holds: (fits) => fits,
      args: {
        range: rule.value,
        slides: true,
        ...(slides && { actual: slides.slides, hidden: slides.hidden }),
      },
    });
  });
}

function pageCount(input: PartCase): readonly Check[] {
  const { pdf, photo } = input.part.facts;
  // Behind a password the page count cannot be seen; a scan as a picture is as many pages as it has frames.
  const actual = pdf && pdf.lock !== 'password' ? pdf.pages : photo?.frames;
  return judgeRanges(input, 'scan.pages', input.media.pages, actual, (range) => ({
    range,
    ...(actual !== undefined && { actual }),
  }));
}

/** No notice speaks of these; worth a look all the same. */
const REMARK: Source = { level: 'may' };

/** Pages of a scan on which there is nothing, or that lie on their side. */
function oddPages(input: PartCase): readonly Check[] {
  if (input.part.role !== 'scan') return [];
  const { facts } = input.part;
  const blank = blankPages(facts);
  const sideways = (facts.pages?.looked ?? []).flatMap(({ page, sideways: is }) => (is ? [page] : []));
  if (blank.length + sideways.length === 0) return [];
  const actual = facts.pages?.pages ?? facts.pdf?.pages;
  const args = { range: {}, blank, sideways, ...(actual !== undefined && { actual }) };
  return [finding('scan.pages', REMARK, subjectOfPart(input), 'fail', args)];
}

/** Of a page that was scanned, only its picture tells that nothing is on it. */
function blankPages({ pdf, pages }: Facts): readonly number[] {
  const seen = (pages?.looked ?? []).flatMap(({ page, blank }) => (blank ? [page] : []));
  return [...new Set([...(pdf?.blankPages ?? []), ...seen])].sort((one, other) => one - other);
}
