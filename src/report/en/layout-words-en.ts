import type { CheckArgs, Result } from '../../model/check.ts';
import type { LayoutRemark, LayoutTraitKind, LayoutUnclear } from '../../model/layout.ts';
import { faultsText, quoteOpening, traitsText } from '../format-layout.ts';
import { partName, traitNames } from '../layout-names.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';
import { plural } from './plural.ts';

export const layoutWordsEn: WordingsOf<'text.layout'> = {
  'text.layout': {
    title: 'Layout',
    required: ({ part, asked }) =>
      part === 'all'
        ? 'the layout that the notice describes'
        : `${partName(part, 'en')}: ${traitsText(asked, 'en')}`,
    actual: ({ faults, unclear }) =>
      faults.length > 0 ? faultsText(faults, 'en') : unclear && unclearActual(unclear),
    message: (result, { part, faults, unclear }) => {
      const name = partName(part, 'en');
      if (result === 'pass') return `${name}: as asked`;
      if (result === 'skip') return `the text has no ${name}`;
      if (result === 'unknown') return unclear ? unclearText(unclear, name) : `${name}: could not be seen`;
      const kinds = faults.flatMap(({ found }) => found.map(({ kind }) => kind));
      return part === 'page-number' && kinds.includes('no-page-number')
        ? 'the pages are not numbered'
        : `${name}: not as asked (${traitNames(kinds, 'en')})`;
    },
    remark: ({ remarks }) => (remarks.length === 0 ? undefined : remarks.map(remarkText).join('; ')),
    advice: (result, args) => whenNotPassed(result, () => ({ text: adviceText(result, args) })),
    explain: {
      asks: 'Paper, margins, page numbers, and the typeface, size, line spacing, indent and alignment of title, byline, headings and running text are as the notice says. Headings are known by style and outline level first, then by the numbers of official Chinese texts. Makes of one face (FangSong, FangSong_GB2312, FZFangSong) count as the same unless the notice wants the very name. Tables and text boxes are not looked at; single lines set in the middle or to the right are not compared.',
      why: 'Collections are typeset alike; what is set otherwise is often sent back.',
      mend: [
        'Typeface and size: select the paragraphs and change them under Home; Home → Select → Select Text with Similar Formatting takes all of one kind.',
        'Spacing and indents: right click → Paragraph. For exactly 28 pt choose “Exactly” and 28; for the indent choose “First line”, 2 characters, not blanks.',
        'Paper and margins: Layout → Margins → Custom Margins (WPS: Page → Margins); lines a page and characters a line under “Document Grid”.',
        'Page numbers: Insert → Page Number.',
        'A heading was not recognised: give the title the style Title, headings Heading 1 and Heading 2.',
        '.doc and .wps: save as Word document (*.docx).',
      ],
    },
  },
};

const LOOK = 'open it in Word and compare';

function unclearText(unclear: LayoutUnclear, name: string): string {
  switch (unclear.kind) {
    case 'other-format':
      return 'the layout of this kind of file cannot be read';
    case 'unread':
      return 'the layout could not be read';
    case 'too-long':
      return `the text is too long; ${name}: not all was looked at`;
    case 'not-found':
      return `${name}: none was found`;
    case 'not-said':
      return `${name}: the file does not say (${traitNames(unclear.traits, 'en')})`;
  }
}

function unclearActual(unclear: LayoutUnclear): string | undefined {
  switch (unclear.kind) {
    case 'too-long':
      return `the first ${unclear.looked} of ${plural(unclear.paragraphs, 'paragraph')}`;
    case 'not-found':
      if (unclear.candidates === 0 || unclear.opening === undefined) return undefined;
      return `may be among ${plural(unclear.candidates, 'paragraph')}, e.g. ${quoteOpening(unclear.opening)}`;
    case 'not-said':
      if (unclear.count === 0) return undefined;
      return unclear.opening === undefined
        ? `not said in ${plural(unclear.count, 'section')}`
        : `not said in ${plural(unclear.count, 'paragraph')}, e.g. ${quoteOpening(unclear.opening)}: each program shows its own`;
    case 'other-format':
    case 'unread':
      return undefined;
  }
}

function remarkText(remark: LayoutRemark): string {
  switch (remark.kind) {
    case 'few':
      return `${plural(remark.characters, 'character')} look otherwise, e.g. ${quoteOpening(remark.opening)}`;
    case 'blanks':
      return `the indent of ${plural(remark.paragraphs, 'paragraph')} is made with blanks`;
    case 'tables':
      return `${plural(remark.paragraphs, 'paragraph')} in tables not compared`;
    case 'aside':
      return `${plural(remark.paragraphs, 'line')} standing alone not compared, e.g. ${quoteOpening(remark.opening)}`;
  }
}

function adviceText(result: Result, { part, faults, unclear }: CheckArgs['text.layout']): string {
  if (result === 'unknown') return unclear ? whenUnclear(unclear, partName(part, 'en')) : LOOK;
  const kinds = new Set(faults.flatMap(({ found }) => found.map(({ kind }) => kind)));
  const steps = STEPS.flatMap(([about, step]) => (about.some((kind) => kinds.has(kind)) ? [step] : []));
  return steps.length > 0 ? steps.join('; ') : LOOK;
}

const STEPS: readonly (readonly [about: readonly LayoutTraitKind[], step: string])[] = [
  [['font', 'size', 'bold'], 'select the words and change typeface and size under Home'],
  [
    ['align', 'indent', 'spacing', 'before', 'after'],
    'select the paragraphs, right click → Paragraph, change alignment, indent and spacing',
  ],
  [['scale'], 'select the words, right click → Font → Advanced, change the scale'],
  [['paper', 'orientation', 'margin'], 'Layout → Margins → Custom Margins (WPS: Page → Margins)'],
  [['grid'], 'Page Setup → Document Grid: specify lines and characters'],
  [['page-number', 'no-page-number'], 'Insert → Page Number, and its place'],
];

function whenUnclear(unclear: LayoutUnclear, name: string): string {
  switch (unclear.kind) {
    case 'other-format':
      return 'open it in Word or WPS, save as Word document (*.docx), and check again';
    case 'not-found':
      return `open it in Word and look at the ${name} yourself; with a heading style it is recognised`;
    case 'not-said':
      return `select the ${name}, set ${traitNames(unclear.traits, 'en')} once, and check again`;
    case 'unread':
    case 'too-long':
      return LOOK;
  }
}
