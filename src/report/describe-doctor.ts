import type { Diagnosis, DiagnosisState } from '../model/diagnosis.ts';
import type { Language } from '../model/report.ts';
import type { DiagnosisOf, DiagnosisWords, DoctorWords, MediaToolFound, Tell } from './doctor-words.ts';
import { doctorWordsEn } from './en/doctor-words-en.ts';
import { formatBytes } from './format-bytes.ts';
import { mailFailureWords } from './mail-failure-words.ts';
import { problemText } from './problem-text.ts';
import { EMPTY_LINE, paragraph, toned, type Line, type Tone } from './terminal/line.ts';
import { paint } from './terminal/paint.ts';
import { displayWidth, padColumns } from './terminal/wrap-text.ts';
import { doctorWordsZh } from './zh/doctor-words-zh.ts';

export interface DoctorLook {
  readonly language: Language;
  readonly columns: number;
  readonly colors: boolean;
}

const SIGNS: Readonly<Record<DiagnosisState, readonly [string, Tone]>> = {
  ok: ['✓', 'pass'],
  lacking: ['✗', 'fail'],
  advice: ['！', 'remind'],
  unknown: ['？', 'unknown'],
};

/** What is needed is missing: a program that goes on would fail. */
export function isReady(found: readonly Diagnosis[]): boolean {
  return found.every(({ state }) => state !== 'lacking');
}

/** One line each: how it is, what it is, and the cure. */
export function describeDoctor(found: readonly Diagnosis[], look: DoctorLook): string {
  const words = wordsIn(look.language);
  const lacking = found.filter(({ state }) => state === 'lacking').length;
  const width = Math.max(...found.map(({ subject }) => displayWidth(words.titles[subject]))) + 2;
  const ending = lacking === 0 ? words.ready : words.notReady(lacking);
  return paint(
    [
      [toned(words.heading, 'strong')],
      EMPTY_LINE,
      ...found.flatMap((one) => describeOne(one, width, look)),
      EMPTY_LINE,
      ...paragraph(ending, { indent: 0, columns: look.columns, tone: lacking === 0 ? 'pass' : 'fail' }),
    ],
    look.colors,
  );
}

function describeOne(found: Diagnosis, width: number, { language, columns }: DoctorLook): readonly Line[] {
  const words = wordsIn(language);
  const [sign, tone] = SIGNS[found.state];
  const { text, cure } = diagnosisWords(found, language);
  const head = `${padColumns(sign, 3)}${padColumns(words.titles[found.subject], width)}`;
  const hang = displayWidth(head);
  const [first = '', ...more] = text.split('\n');
  return [
    ...paragraph(first, { indent: 0, mark: toned(head, tone), hang, columns }),
    ...more.flatMap((line) => paragraph(line, { indent: hang, columns })),
    ...(cure === undefined
      ? []
      : paragraph(cure, { indent: hang, mark: toned('→ ', 'strong'), hang: 2, columns: columns - 1 })),
  ];
}

/** `doctor --format json`. */
export function toJsonDoctor(found: readonly Diagnosis[], language: Language) {
  return {
    schemaVersion: 1,
    ready: isReady(found),
    checks: found.map((one) => ({ ...one, ...diagnosisWords(one, language) })),
  };
}

function diagnosisWords(found: Diagnosis, language: Language): DiagnosisWords {
  const tell: Tell = {
    bytes: (bytes) => formatBytes(bytes, language),
    failure: ({ account, failure }: DiagnosisOf<'mail'>) =>
      account && failure && mailFailureWords(failure, { account }, language),
    problem: ({ problem, place }) => problem && problemText(problem, place, language),
  };
  const words = wordsIn(language);
  return isMediaTool(found) ? words.mediaTool(found) : wordsOf(found, words, tell);
}

function isMediaTool(found: Diagnosis): found is MediaToolFound {
  return found.subject === 'ffprobe' || found.subject === 'ffmpeg';
}

function wordsOf(
  found: Exclude<Diagnosis, MediaToolFound>,
  { subjects }: DoctorWords,
  tell: Tell,
): DiagnosisWords {
  switch (found.subject) {
    case 'node':
      return subjects.node(found, tell);
    case 'soffice':
      return subjects.soffice(found, tell);
    case 'fonts':
      return subjects.fonts(found, tell);
    case 'disk':
      return subjects.disk(found, tell);
    case 'clock':
      return subjects.clock(found, tell);
    case 'terminal':
      return subjects.terminal(found, tell);
    case 'config':
      return subjects.config(found, tell);
    case 'outbox':
      return subjects.outbox(found, tell);
    case 'keyring':
      return subjects.keyring(found, tell);
    case 'mail':
      return subjects.mail(found, tell);
  }
}

function wordsIn(language: Language): DoctorWords {
  return language === 'zh' ? doctorWordsZh : doctorWordsEn;
}
