import type { ProjectSettings } from '../model/project.ts';
import type { Language } from '../model/report.ts';
import { whereToGetPassword } from './mail-failure-words.ts';

/** What stands in the blanks of `templates/project/<language>/four-ones.yaml`. */
export function configValues(
  settings: ProjectSettings,
  language: Language,
): Readonly<Record<string, string>> {
  const { org, contact, notice, noticeYear, year, server } = settings;
  const zh = language === 'zh';
  return {
    org: entry('org', org, zh ? '本单位全称' : 'your unit'),
    contact: contactBlock(contact, zh),
    notice: `notice: ${yamlText(notice)}`,
    noticeYear: String(noticeYear),
    year: year === undefined ? `# year: ${noticeYear}` : `year: ${year}`,
    server: serverWords(server, zh),
    passwordPlace: whereToGetPassword(server ?? '', language),
    mail: mailBlock(contact.email, server, zh),
  };
}

function contactBlock({ name, phone, email }: ProjectSettings['contact'], zh: boolean): string {
  const none = name === undefined && phone === undefined && email === undefined;
  const lines = [
    entry('name', name, zh ? '姓名' : 'a name'),
    entry('phone', phone, '"020-00000000"', JSON.stringify),
    entry('email', email, 'name@qq.com'),
  ];
  if (!none) return ['contact:', ...lines.map((line) => `  ${line}`)].join('\n');
  return ['# contact:', ...lines.map((line) => line.replace('# ', '#   '))].join('\n');
}

function serverWords(server: string | undefined, zh: boolean): string {
  if (server === undefined) return '';
  return zh ? `服务器由程序选好（${server}），不用写。` : `The server is known (${server}).`;
}

/** A known mailbox needs nothing more; for another one the lines to be written are there. */
function mailBlock(email: string | undefined, server: string | undefined, zh: boolean): string {
  const note = (text: string) => `  # ${text}`;
  const unknown = email !== undefined && server === undefined;
  const host = unknown ? `smtp.${email.slice(email.lastIndexOf('@') + 1)}` : 'smtp.xxx.edu.cn';
  return [
    '# mail:',
    `#   user: name@qq.com${note(zh ? '发信的邮箱，不是上面的 email 时才写' : 'only where it is not the email above')}`,
    `#   provider: exmail${note(zh ? '腾讯企业邮写这一行' : 'for Tencent company mail')}`,
    `#   host: ${host}${note(zh ? '别的邮箱写发信服务器，向网络中心询问' : 'any other mailbox: its SMTP server')}`,
    `#   limit: 35M${note(zh ? '一封邮件最多多大，超过就分成几封' : 'of one message; more goes as several')}`,
  ].join('\n');
}

/** `key: value`, or a commented example. */
function entry(key: string, value: string | undefined, example: string, write = yamlText): string {
  return value === undefined ? `# ${key}: ${example}` : `${key}: ${write(value)}`;
}

/** What YAML takes for nothing but text: a mailbox or an id, a Chinese name, a file. The quickest to tell comes first. */
const PLAIN = [
  /^(?:[a-z][\w.+-]*@[\w.-]+|[a-z][a-z\d]*-[a-z\d-]*)$/i,
  /^[\u4e00-\u9fff][\u4e00-\u9fff\w（）“”、·-]*$/,
  /^\.{0,2}[\p{L}\p{N}/_-]*[\p{L}/_-][\p{L}\p{N}/_.-]*\.[Yy][Aa]?[Mm][Ll]$/u,
] as const;

/** Bare where it can be; else in the double quotes that JSON and YAML share. */
function yamlText(text: string): string {
  return PLAIN.some((plain) => plain.test(text)) ? text : JSON.stringify(text);
}
