import type { MailCause, MailFailure, MailStage } from '../model/mail.ts';
import { cleanLine } from './node-mail-line.ts';

const CAUSE_BY_CODE: Readonly<Record<string, MailCause>> = {
  ENOTFOUND: 'no-host',
  ENODATA: 'no-host',
  // The name server does not answer: most often the network is down.
  EAI_AGAIN: 'unreachable',
  EAI_FAIL: 'unreachable',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'cut',
  ECONNABORTED: 'cut',
  EPIPE: 'cut',
  EPROTOCOL: 'not-smtp',
  EAUTH: 'refused',
};

/** OpenSSL's X509 verification errors as Node names them, and Node's own for a wrong name. */
const OF_A_CERTIFICATE =
  /^(?!ERR_SSL_).*(CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|CRL_)/;

/** The words of a system error, with what it means for a delivery. */
export function failureOf(stage: MailStage, error: unknown, hide: (text: string) => string): MailFailure {
  const code = codeOf(error);
  const words = error instanceof Error ? error.message : '';
  const detail = cleanLine(hide(words === '' ? code : words)).slice(0, 300);
  return { stage, cause: causeOf(stage, code), ...(detail !== '' && { detail }) };
}

function causeOf(stage: MailStage, code: string): MailCause {
  if (OF_A_CERTIFICATE.test(code)) return 'certificate';
  return CAUSE_BY_CODE[code] ?? (stage === 'connect' ? 'unreachable' : stage === 'tls' ? 'no-tls' : 'cut');
}

/** nodemailer puts its own code in front, and keeps the system's. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('originalCode' in error && typeof error.originalCode === 'string') return error.originalCode;
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
