import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpDialogue } from './smtp-dialogue.ts';
import type { MailLimits } from './system.ts';

/** A connection that is logged in, and all that belongs to it. */
export interface SmtpLine {
  readonly connection: SMTPConnection;
  readonly dialogue: SmtpDialogue;
  readonly limits: MailLimits;
  readonly interrupted: AbortSignal;
  /** Undoes what was set up for this connection. */
  readonly release: () => void;
}
