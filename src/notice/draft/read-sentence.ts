import type { Role } from '../../model/format.ts';
import { isCertain, type Finding } from './finding.ts';
import { readCodec } from './read-codec.ts';
import { readCounts } from './read-counts.ts';
import { readDates } from './read-dates.ts';
import { isOfShape, readFlags, readFormats, readResolutions, readTurned } from './read-formats.ts';
import { readAttestations, readMailboxes } from './read-hand.ts';
import { readForms } from './read-forms.ts';
import { readLayout } from './read-layout.ts';
import { readMeasures } from './read-media.ts';
import { readNaming } from './read-naming.ts';
import { isAboutPacking, readPacking } from './read-packing.ts';
import { clausesOf } from './roles-in.ts';
import { readPrintSizes } from './read-print-sizes.ts';
import type { Sentence } from './sentence.ts';

export interface ReadSentence {
  readonly findings: readonly Finding[];
  /** The kinds of file that the next sentence of the paragraph goes on about. */
  readonly roles: readonly Role[];
  /** Clauses that seem to ask something, of which nothing was made, where something was made of others. */
  readonly left: readonly string[];
}

/** A figure, a word that demands, or a name that is to be given. */
const ASKING = /\d|须|应|不得|不能|必须|要求|附上|附有|统一|命名|(?:标题|主题)[为:]/;

/** 标题:……不超过20个字 limits a piece of the text, and not the text. */
const PIECE = /^(?:作品|论文|文章|案例|项目|中文)?(?:标题|题目|题名|摘要|关键词|简介|作者|单位)[:：]/;

/** Everything that plain patterns see in one sentence. `before`: the kinds of file it may be about. */
export function readSentence({ plain, text }: Sentence, before: readonly Role[], year: number): ReadSentence {
  const clauses = clausesOf(plain, before);
  const layout = readLayout(clauses);
  const counts = readCounts(clauses);
  const ofPiece = PIECE.test(plain);
  const turned = readTurned(plain);
  const ofClauses = clauses.map((clause, index) => ({
    clause,
    findings: [
      ...readMeasures(clause, ofPiece && !/全文|正文/.test(clause.text)),
      ...readFormats(clause),
      ...readResolutions(clause),
      ...readCodec(clause.text),
      ...readPrintSizes(clause),
      ...readFlags(clause),
      ...(counts[index] ?? []),
      ...(layout[index] ?? []),
    ].filter((finding) => turned.length === 0 || !isOfShape(finding)),
  }));
  const packing = readPacking(plain);
  const ofFiles = (clause: string) => packing.length === 0 || !isAboutPacking(clause);
  const dates = readDates(plain, year, text);
  const mailboxes = readMailboxes(plain);
  const naming = readNaming(packing.length === 0 ? plain : plain.split(/[,;]/).filter(ofFiles).join(','));
  const forms = readForms(plain);
  const ofSentence = [
    ...turned,
    ...dates,
    ...packing,
    ...naming,
    ...mailboxes,
    ...forms,
    ...readAttestations(plain, text),
  ];
  const findings = [...ofClauses.flatMap((read) => read.findings), ...ofSentence];
  const isDated = (clause: string) => dates.length > 0 && /月|日|时|年|\d:\d/.test(clause);
  const isAddressed = (clause: string) => mailboxes.length > 0 && /@|邮箱/.test(clause);
  const isForm = (clause: string) =>
    forms.length > 0 && (readForms(clause).length > 0 || /^\s*附件\s?\d{0,2}\s*$/.test(clause));
  // Of two names in one sentence, one may have been read.
  const isNamed = (clause: string) =>
    naming.length > 0 && (readNaming(clause).length > 0 || !/[“"][^”"]*[+-]/.test(clause));
  // What a person vouches for is the whole sentence.
  const vouched = ofSentence.some(({ readings }) => readings[0]?.target.kind === 'attestation');
  const left =
    vouched || findings.filter(isCertain).length === 0
      ? []
      : ofClauses
          .filter(
            ({ clause, findings: own }) =>
              own.length === 0 && ASKING.test(clause.text.replace(/^\s*\d{1,2}\s*(?:[.、]|$)/, '')),
          )
          .filter(({ clause }) => ofFiles(clause.text))
          .filter(({ clause: { text: said } }) => !isDated(said) && !isAddressed(said) && !isForm(said))
          .filter(({ clause: { text: said } }) => !(/命名|名称|标题|主题/.test(said) && isNamed(said)))
          .filter(
            ({ clause }) => turned.length === 0 || !/\d{3,5}\s?[x×*X✕]\s?\d{3,5}|\d:\d/.test(clause.text),
          )
          .map(({ clause }) => clause.text.trim());
  return { findings, roles: clauses.at(-1)?.roles ?? before, left };
}
