import type { Language } from '../model/report.ts';

/** As the argument parser hands them over: every value already checked for its form. */
export interface CheckOptions {
  /** Again whenever something changes. */
  readonly watch?: boolean;
  readonly notice?: string;
  readonly org?: string;
  readonly date?: string;
  readonly year?: number;
  readonly category?: string;
  readonly config?: string;
  readonly lang: Language;
  readonly format: 'text' | 'json' | 'html' | 'docx';
  readonly output?: string;
  readonly strict?: boolean;
  readonly complete?: boolean;
  readonly deep?: boolean;
  readonly cache: boolean;
  readonly jobs?: number;
}

export interface ConfirmOptions extends Omit<CheckOptions, 'output' | 'format' | 'deep' | 'strict'> {
  readonly materials?: string;
  readonly by?: string;
  readonly note?: string;
  readonly format: 'text' | 'json';
}

export interface LanguageOption {
  readonly lang: Language;
}
export interface NoticeOptions extends LanguageOption {
  readonly year?: number;
}
export interface NoticeDraftOptions extends LanguageOption {
  readonly output?: string;
}
export interface NoticeSchemaOptions extends LanguageOption {
  readonly output?: string;
}
export interface NoticeNewOptions extends LanguageOption {
  readonly from?: string;
  readonly year?: number;
  readonly title?: string;
  readonly output?: string;
  readonly replace?: boolean;
  /** False: nothing is asked, even at a terminal. */
  readonly ask: boolean;
}

export interface PackOptions extends Omit<CheckOptions, 'output' | 'format'> {
  readonly format: 'text' | 'json';
  readonly out?: string;
  readonly dryRun?: boolean;
  readonly replace?: boolean;
  readonly force?: boolean;
  readonly reason?: string;
}

export interface SendOptions extends LanguageOption {
  readonly config?: string;
  readonly notice?: string;
  readonly bundle?: readonly string[];
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly resend?: boolean;
  /** A bundle, and `sent` or `not-sent`. */
  readonly settle?: readonly string[];
  readonly done?: string;
  readonly by?: string;
  readonly note?: string;
  readonly to?: string;
  readonly confirmRecipient?: boolean;
  readonly link?: readonly string[];
  readonly format: 'text' | 'json';
}

export interface StatusOptions extends LanguageOption {
  readonly config?: string;
  readonly csv?: string;
  readonly ics?: string;
  readonly format: 'text' | 'json';
}

export interface VerifyOptions extends LanguageOption {
  readonly check?: boolean;
  readonly notice?: string;
  readonly format: 'text' | 'json';
}

export interface FormFillOptions extends LanguageOption {
  readonly values: string;
  readonly output: string;
}

export interface InitOptions extends LanguageOption {
  readonly org?: string;
  readonly notice?: string;
  readonly year?: number;
  readonly contactName?: string;
  readonly contactPhone?: string;
  readonly contactEmail?: string;
  /** False: nothing is asked, even at a terminal. */
  readonly ask: boolean;
}

export interface DoctorOptions extends LanguageOption {
  readonly mail?: boolean;
  readonly config?: string;
  readonly format: 'text' | 'json';
}
