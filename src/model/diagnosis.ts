import type { CalendarDate } from './calendar-date.ts';
import type { MailAccount, MailFailure } from './mail.ts';
import type { Bilingual, Place } from './problems.ts';

/** `lacking`: something that is needed is missing · `advice`: works, could be better · `unknown`: nobody can say. */
export type DiagnosisState = 'ok' | 'lacking' | 'advice' | 'unknown';

export type ToolSource = 'given' | 'shipped' | 'own';
export const PROJECT_FONTS = ['仿宋_GB2312', '方正小标宋简体'] as const;
export type ProjectFont = (typeof PROJECT_FONTS)[number];

/** What was found out about this machine, one thing each. */
export type Finding =
  | { readonly subject: 'node'; readonly version: string; readonly asked: string }
  | {
      readonly subject: 'ffprobe' | 'ffmpeg';
      readonly path?: string;
      readonly version?: string;
      readonly source?: ToolSource;
      /** FFPROBE_PATH or FFMPEG_PATH names something that is no program. */
      readonly misnamed?: string;
    }
  | { readonly subject: 'soffice'; readonly path?: string }
  /** Undefined: the fonts of this machine cannot be listed. */
  | { readonly subject: 'fonts'; readonly missing?: readonly ProjectFont[] }
  /** Bytes; `needed`: of the materials, as folder and as zip. */
  | { readonly subject: 'disk'; readonly free?: number; readonly needed: number; readonly folder: string }
  | { readonly subject: 'clock'; readonly today: CalendarDate; readonly noticeYear?: number }
  /** `codePage` of Windows, else the `locale` of the environment. */
  | {
      readonly subject: 'terminal';
      readonly codePage?: number;
      readonly locale?: string;
      readonly dumb: boolean;
    }
  | {
      readonly subject: 'config';
      readonly file?: string;
      readonly problem?: Bilingual;
      readonly place?: Place;
      readonly unset: readonly ('org' | 'contact')[];
    }
  | { readonly subject: 'outbox'; readonly folder: string }
  | { readonly subject: 'keyring' }
  | {
      readonly subject: 'mail';
      readonly account?: Pick<MailAccount, 'host' | 'port' | 'user' | 'from'>;
      /** False: it was not asked for. */
      readonly tried: boolean;
      readonly failure?: MailFailure;
      /** Of the settings, before any server was asked. */
      readonly problem?: Bilingual;
      readonly place?: Place;
    };

export type Diagnosis = { readonly state: DiagnosisState } & Finding;
