/** Mailboxes whose servers are known; `exmail` is Tencent's company mail, whose addresses have any domain. */
export const MAIL_PROVIDERS = ['qq', '163', '126', 'yeah', 'exmail'] as const;
export type MailProvider = (typeof MAIL_PROVIDERS)[number];

export interface MailPreset {
  readonly host: string;
  /** All of them take TLS from the first byte (RFC 8314). */
  readonly port: 465;
}

const PRESETS: Readonly<Record<MailProvider, MailPreset>> = {
  qq: { host: 'smtp.qq.com', port: 465 },
  '163': { host: 'smtp.163.com', port: 465 },
  '126': { host: 'smtp.126.com', port: 465 },
  yeah: { host: 'smtp.yeah.net', port: 465 },
  exmail: { host: 'smtp.exmail.qq.com', port: 465 },
};

const PROVIDER_BY_DOMAIN: ReadonlyMap<string, MailProvider> = new Map([
  ['qq.com', 'qq'],
  ['foxmail.com', 'qq'],
  ['163.com', '163'],
  ['126.com', '126'],
  ['yeah.net', 'yeah'],
]);

/** By what the config names, else by the domain of the address; undefined where neither says. */
export function presetOf(provider: MailProvider | undefined, address: string): MailPreset | undefined {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const named = provider ?? PROVIDER_BY_DOMAIN.get(domain);
  return named && PRESETS[named];
}
