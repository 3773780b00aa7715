import type { Diagnosis, DiagnosisState, Finding } from '../model/diagnosis.ts';
import type { FailureWords } from './mail-words.ts';

export type Subject = Finding['subject'];
export type DiagnosisOf<S extends Subject> = Extract<Diagnosis, { readonly subject: S }>;
export type MediaToolFound = Diagnosis & { readonly subject: 'ffprobe' | 'ffmpeg' };

/** What was found, and the cure where there is something to do; safe to print after `visible`. */
export interface DiagnosisWords {
  readonly text: string;
  readonly cure?: string;
}

/** A subject without words does not compile. */
export interface DoctorWords {
  readonly subjects: {
    readonly [S in Exclude<Subject, 'ffprobe' | 'ffmpeg'>]: (
      found: DiagnosisOf<S>,
      tell: Tell,
    ) => DiagnosisWords;
  };
  readonly mediaTool: (found: MediaToolFound) => DiagnosisWords;
  readonly titles: Readonly<Record<Subject, string>>;
  readonly heading: string;
  readonly ready: string;
  readonly notReady: (count: number) => string;
  readonly states: Readonly<Record<DiagnosisState, string>>;
}

/** Words that other pages have already. */
export interface Tell {
  readonly bytes: (bytes: number) => string;
  readonly failure: (found: DiagnosisOf<'mail'>) => FailureWords | undefined;
  readonly problem: (found: DiagnosisOf<'mail' | 'config'>) => string | undefined;
}
