import type {
  LayoutFacts,
  LayoutFault,
  LayoutRule,
  LayoutTrait,
  LayoutTraitKind,
  Margins,
  PageNumberFacts,
  PageNumberRule,
  SectionLayout,
} from '../model/layout.ts';
import { askedOfNumber, askedOfPages, SIDES } from '../model/layout-asked.ts';
import { within } from '../model/range.ts';
import { isSameFont } from '../model/type-vocabulary.ts';
import type { JudgedLayout } from './judge-role.ts';

/** Millimetres that a paper may be off: makers round inches. */
const PAPER_TOLERANCE = 1;
/** Word rounds margins to a twentieth of a point. Millimetres. */
const MARGIN_TOLERANCE = 0.15;
/** Share of a line or a character that is still taken for a whole one: 225 mm are 21.99 lines of 29 points. */
const GRID_TOLERANCE = 0.1;
const MM_PER_POINT = 25.4 / 72;

interface Compared {
  readonly wrong: readonly LayoutTrait[];
  readonly unsaid: readonly LayoutTraitKind[];
}

/** Paper, margins and grid of every section; undefined where the notice asks none of them. */
export function judgePages(rule: LayoutRule, layout: LayoutFacts): JudgedLayout | undefined {
  const asked = askedOfPages(rule);
  if (asked.length === 0) return undefined;
  const compared = layout.sections.map((section) => ({ section, ...compareSection(section, rule, layout) }));
  return judged('page', asked, compared);
}

export function judgePageNumber(
  { pageNumber, strictFont }: LayoutRule,
  { sections }: LayoutFacts,
): JudgedLayout | undefined {
  if (!pageNumber) return undefined;
  const asked = askedOfNumber(pageNumber);
  const compared = sections.map((section) => ({
    section,
    ...compareNumber(section.pageNumber, pageNumber, strictFont),
  }));
  return judged('page-number', asked, compared);
}

function judged(
  part: 'page' | 'page-number',
  asked: readonly LayoutTrait[],
  compared: readonly (Compared & { readonly section: SectionLayout })[],
): JudgedLayout {
  const faults = compared.flatMap(({ section, wrong }): LayoutFault[] =>
    wrong.length === 0 ? [] : [{ count: section.sections, found: wrong }],
  );
  const args = { part, asked, faults, remarks: [] };
  if (faults.length > 0) return { result: 'fail', args };
  const unsaid = compared.filter((one) => one.unsaid.length > 0);
  const traits = [...new Set(unsaid.flatMap((one) => one.unsaid))];
  const count = unsaid.reduce((sum, { section }) => sum + section.sections, 0);
  if (unsaid.length === 0 && compared.length > 0) return { result: 'pass', args };
  return { result: 'unknown', args: { ...args, unclear: { kind: 'not-said', count, traits } } };
}

function compareSection(section: SectionLayout, rule: LayoutRule, layout: LayoutFacts): Compared {
  const parts = [
    comparePaper(section, rule),
    compareMargins(section, rule),
    compareGrid(section, rule, layout),
  ];
  return { wrong: parts.flatMap(({ wrong }) => wrong), unsaid: parts.flatMap(({ unsaid }) => unsaid) };
}

/** A sheet is the same whichever way it is turned; how it is turned is asked by itself. */
function comparePaper({ paper }: SectionLayout, { paper: asked, orientation }: LayoutRule): Compared {
  if (!paper)
    return {
      wrong: [],
      unsaid: [...(asked ? ['paper' as const] : []), ...(orientation ? ['orientation' as const] : [])],
    };
  const wrong: LayoutTrait[] = [];
  const [short, long] = [Math.min(paper.width, paper.height), Math.max(paper.width, paper.height)];
  if (
    asked &&
    (Math.abs(short - Math.min(asked.width, asked.height)) > PAPER_TOLERANCE ||
      Math.abs(long - Math.max(asked.width, asked.height)) > PAPER_TOLERANCE)
  )
    wrong.push({ kind: 'paper', ...paper });
  const turned = paper.width > paper.height ? 'landscape' : 'portrait';
  if (orientation && orientation !== turned) wrong.push({ kind: 'orientation', orientation: turned });
  return { wrong, unsaid: [] };
}

function compareMargins({ margins }: SectionLayout, { margins: asked = {} }: LayoutRule): Compared {
  const wanted = SIDES.filter((side) => asked[side]);
  if (!margins) return { wrong: [], unsaid: wanted.length > 0 ? ['margin'] : [] };
  const wrong = wanted.flatMap((side): LayoutTrait[] => {
    const { min = -Infinity, max = Infinity } = asked[side] ?? {};
    const found = margins[side];
    const holds = within({ min: min - MARGIN_TOLERANCE, max: max + MARGIN_TOLERANCE }, found);
    return holds ? [] : [{ kind: 'margin', side, range: { min: found, max: found } }];
  });
  return { wrong, unsaid: [] };
}

/** How many lines and characters the text's own spacing and size, or the page's grid, make of the room there is. */
function compareGrid(section: SectionLayout, { grid = {} }: LayoutRule, layout: LayoutFacts): Compared {
  const wrong: LayoutTrait[] = [];
  const unsaid: LayoutTraitKind[] = [];
  for (const unit of ['lines', 'characters'] as const) {
    const asked = grid[unit];
    if (asked === undefined) continue;
    const found = gridCount(unit, section, layout);
    if (found === undefined) unsaid.push('grid');
    else if (found !== asked) wrong.push({ kind: 'grid', unit, count: found });
  }
  return { wrong, unsaid };
}

function gridCount(
  unit: 'lines' | 'characters',
  section: SectionLayout,
  { blocks }: LayoutFacts,
): number | undefined {
  const { paper, margins } = section;
  const body = blocks.filter(({ role }) => role === 'body');
  const [main] = [...body].sort((one, other) => other.characters - one.characters);
  if (!paper || !margins || !main) return undefined;
  const { format } = main;
  const size = format.size === undefined ? undefined : (format.size * format.scale) / 100;
  const pitch =
    unit === 'lines' ? linePitch(format.spacing, section) : size && size + (section.characterSpace ?? 0);
  return pitch === undefined || pitch <= 0 ? undefined : fitting(roomIn(unit, paper, margins), pitch);
}

function linePitch(
  spacing: LayoutFacts['blocks'][number]['format']['spacing'],
  { linePitch: pitch }: SectionLayout,
): number | undefined {
  if (spacing.kind !== 'multiple') return spacing.points;
  return pitch === undefined ? undefined : pitch * spacing.lines;
}

/** Points. */
function roomIn(
  unit: 'lines' | 'characters',
  paper: NonNullable<SectionLayout['paper']>,
  margins: Margins,
): number {
  const room =
    unit === 'lines'
      ? paper.height - margins.top - margins.bottom
      : paper.width - margins.left - margins.right;
  return room / MM_PER_POINT;
}

function fitting(room: number, pitch: number): number {
  return Math.max(0, Math.floor(room / pitch + GRID_TOLERANCE));
}

function compareNumber(found: PageNumberFacts | undefined, asked: PageNumberRule, strict: boolean): Compared {
  if (!found) return { wrong: [{ kind: 'no-page-number' }], unsaid: [] };
  const wrong: LayoutTrait[] = [];
  const unsaid: LayoutTraitKind[] = [];
  const { place, font, size } = asked;
  if (place && !found.place) unsaid.push('page-number');
  else if (place && found.place !== place)
    wrong.push({ kind: 'page-number', ...(found.place && { place: found.place }) });
  if (font && found.ascii === undefined) unsaid.push('font');
  else if (font && !font.some((name) => isSameFont(name, found.ascii ?? '', strict)))
    wrong.push({ kind: 'font', names: [found.ascii ?? ''] });
  if (size && found.size === undefined) unsaid.push('size');
  else if (size && !size.some((points) => Math.abs(points - (found.size ?? 0)) <= 0.2))
    wrong.push({ kind: 'size', points: [found.size ?? 0] });
  return { wrong, unsaid };
}
