/** One's own mailbox, from which everything is sent. Never with its password. */
export interface MailAccount {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte (465) · `starttls`, which must succeed (587) · `none`: to a loopback address only. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  /** The address of the sender; most servers take only the one that belongs to `user`. */
  readonly from: string;
}

/** One mail as it is going to be, whole. */
export interface MailMessage {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** Without angle brackets; the same for the same bundle, content and number. */
  readonly messageId: string;
  readonly date: Date;
  /** Plain text with `\n`. */
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
}

export interface MailAttachment {
  /** As the recipient sees it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hex. What differs from it never goes out whole. */
  readonly sha256: string;
}

/** Where a delivery stood, in the order of RFC 5321; `reply`: after the final dot. */
export type MailStage =
  'connect' | 'tls' | 'greeting' | 'login' | 'from' | 'recipient' | 'data' | 'content' | 'reply';

export interface SmtpReply {
  /** Three digits. */
  readonly code: number;
  /** Enhanced status code of RFC 3463, as “5.7.8”. */
  readonly enhanced?: string;
  /** The server's own words, decoded, without codes; control characters taken out. */
  readonly text: string;
}

export interface MailFailure {
  readonly stage: MailStage;
  readonly cause: MailCause;
  readonly reply?: SmtpReply;
  /** The system's own words, where there is no reply. */
  readonly detail?: string;
}

export type MailCause =
  /** The server answered, and said no: `reply` is there. */
  | 'refused'
  /** No such host. */
  | 'no-host'
  /** Nobody listens there, or the way is barred. */
  | 'unreachable'
  | 'timeout'
  /** The connection was cut. */
  | 'cut'
  /** The certificate is not to be trusted: wrong name, expired, self-signed. */
  | 'certificate'
  /** TLS was asked for and is not to be had. */
  | 'no-tls'
  /** What the server says is no SMTP. */
  | 'not-smtp'
  /** Larger than the server says it takes; not a byte of it was sent. */
  | 'too-large'
  /** An attachment is not what was planned; the mail was broken off before its end. */
  | 'attachment-changed'
  | 'interrupted';

/** What is known after a delivery was tried. */
export type DeliveryOutcome =
  | { readonly kind: 'accepted'; readonly reply: SmtpReply }
  /** The server certainly does not hold it. */
  | { readonly kind: 'failed'; readonly failure: MailFailure }
  /** Everything went out, and no reply came: the server may hold it. */
  | { readonly kind: 'in-doubt'; readonly failure: MailFailure };
