import type { MailAccount } from '../model/mail.ts';
import { UsageError, type Bilingual } from '../model/problems.ts';
import { isAddress } from './is-address.ts';
import { presetOf, type MailProvider } from './mail-presets.ts';

/** `mail` of the config. */
export interface MailConfig {
  readonly provider?: MailProvider | undefined;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  /** TLS from the first byte; otherwise STARTTLS, or nothing to this very machine. */
  readonly secure?: boolean | undefined;
  readonly user?: string | undefined;
  readonly from?: string | undefined;
}

export interface AccountSource {
  readonly mail?: MailConfig | undefined;
  /** The address of the contact: most people send from it. */
  readonly contactEmail?: string | undefined;
  /** The config, as a person names it; absent where there is none yet. */
  readonly file?: string | undefined;
}

/**
 * One's own mailbox, from as little as an address. Throws a `UsageError` that names the key to be written.
 */
export function settleAccount({
  mail = {},
  contactEmail,
  file = 'four-ones.yaml',
}: AccountSource): MailAccount {
  const user = mail.user ?? mail.from ?? contactEmail;
  const from = mail.from ?? (user?.includes('@') === true ? user : contactEmail);
  if (user === undefined) throw new UsageError(NO_USER, { file, key: 'mail.user' });
  if (from === undefined) throw new UsageError(NO_FROM, { file, key: 'mail.from' });
  if (!isAddress(from)) throw new UsageError(badAddress(from), { file, key: keyOfFrom(mail) });
  if (/\p{Cc}/u.test(user)) throw new UsageError(NO_USER, { file, key: 'mail.user' });
  return { ...serverOf(mail, from, file), user, from };
}

function keyOfFrom({ from, user }: MailConfig): string {
  return from !== undefined ? 'mail.from' : user !== undefined ? 'mail.user' : 'contact.email';
}

const NO_USER: Bilingual = {
  zh: '还不知道用哪个邮箱发送，请写上，例如：\nmail:\n  user: 您的邮箱地址',
  en: 'it is not known which mailbox to send from; write for example:\nmail:\n  user: your address',
};

const NO_FROM: Bilingual = {
  zh: '登录名不是邮箱地址，所以还要写发件地址，例如：\nmail:\n  from: 您的邮箱地址',
  en: 'the login is no address, so the address of the sender is needed too, for example:\nmail:\n  from: your address',
};

function badAddress(address: string): Bilingual {
  return {
    zh: `“${address}”不是能用来发信的邮箱地址，应写成 名字@域名，不带姓名和空格`,
    en: `“${address}” is no address to send from: write name@domain alone`,
  };
}

type Server = Pick<MailAccount, 'host' | 'port' | 'security'>;

function serverOf({ provider, host, port, secure }: MailConfig, from: string, file: string): Server {
  if (host !== undefined) return ownServer(host, port, secure, file);
  const preset = presetOf(provider, from);
  if (!preset) throw new UsageError(noHost(from), { file, key: 'mail.host' });
  const chosen = port ?? (secure === false ? 587 : preset.port);
  return { host: preset.host, port: chosen, security: isImplicit(chosen, secure) ? 'tls' : 'starttls' };
}

function ownServer(
  host: string,
  port: number | undefined,
  secure: boolean | undefined,
  file: string,
): Server {
  if (!isHost(host)) throw new UsageError(badHost(host), { file, key: 'mail.host' });
  const local = isLoopback(host);
  const chosen = port ?? (local && secure !== true ? 25 : secure === false ? 587 : 465);
  if (isImplicit(chosen, secure)) return { host, port: chosen, security: 'tls' };
  return { host, port: chosen, security: local ? 'none' : 'starttls' };
}

/** 465 is TLS from the first byte (RFC 8314 3.3); on every other port it is asked for unless the config says so. */
function isImplicit(port: number, secure: boolean | undefined): boolean {
  return secure ?? port === 465;
}

function isHost(text: string): boolean {
  return (
    text.length <= 253 && /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[?[0-9a-f:]*:[0-9a-f:.]+\]?)$/i.test(text)
  );
}

/** RFC 1122 3.2.1.3, RFC 4291 2.5.3, RFC 6761 6.3. */
function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function noHost(from: string): Bilingual {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    zh: `不知道 ${domain} 的发信服务器。腾讯企业邮请写 provider: exmail；别的邮箱请向学校网络中心问 SMTP 服务器，例如：\nmail:\n  host: smtp.${domain}`,
    en: `the mail server of ${domain} is not known. For Tencent company mail write provider: exmail; otherwise ask your mail office for the SMTP server, for example:\nmail:\n  host: smtp.${domain}`,
  };
}

function badHost(host: string): Bilingual {
  return {
    zh: `“${host}”不是服务器名。只写名称，例如 smtp.qq.com，不带 https:// 和端口`,
    en: `“${host}” is no server's name: write it alone, as smtp.qq.com, without https:// and port`,
  };
}
