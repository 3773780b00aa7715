import type { CalendarDate } from './calendar-date.ts';

/** yes: what was asked for is met · no: it is not · waive: it is not, or not known, and is let pass for a reason. */
export const ANSWERS = ['yes', 'no', 'waive'] as const;
export type Answer = (typeof ANSWERS)[number];

/** A person's word about one check, as a report shows it. */
export interface Decided {
  readonly answer: Answer;
  readonly by: string;
  /** The day on which it was given. */
  readonly date: CalendarDate;
  readonly note?: string;
}

/** One that no longer counts. */
export interface Voided extends Decided {
  /** The bytes are others now · the notice asks for something else now · the bytes could not be read again. */
  readonly why: 'file-changed' | 'asked-changed' | 'unreadable';
}
