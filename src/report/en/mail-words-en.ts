import type { MailWords, PasswordPlace } from '../mail-words.ts';

/** Where the mailbox hands out the password that programs use. */
export const codePlacesEn: Readonly<Record<PasswordPlace, string>> = {
  qq: 'On the QQ Mail web page open 设置 → 账号与安全 (or 账户), find “POP3/IMAP/SMTP 服务”, switch it on and click “生成授权码” for a code of 16 letters',
  netease:
    'On the web page of the mailbox open 设置 → POP3/SMTP/IMAP, switch on “IMAP/SMTP 服务” and click “新增授权密码”',
  exmail:
    'On the web page of Tencent company mail open 设置 → 客户端设置 and switch on IMAP/SMTP; where “安全登录” is on, make a password for programs under “邮箱绑定”',
  other:
    'See the help of the mailbox, or ask your mail office, which password programs use and whether SMTP must be switched on first',
};

export const mailWordsEn: MailWords = {
  troubles: {
    password: ({ user, provider }) => ({
      what: `the mailbox ${user} refused the login: the password is wrong`,
      next:
        provider === 'other'
          ? `Check the login and the password. Many mailboxes take only a code made for programs (授权码), not the password. ${codePlacesEn.other}`
          : `What is needed is the 授权码, not the password of the web page. ${codePlacesEn[provider]}; then send again and enter it when asked for the password`,
    }),
    'service-off': ({ user, provider }) => ({
      what: `SMTP is not switched on for the mailbox ${user}: programs may not send from it`,
      next: `${codePlacesEn[provider]}; then send again`,
    }),
    'login-paused': ({ user }) => ({
      what: `the mailbox ${user} refuses logins for now: too many, too many wrong ones, or something odd about the account`,
      next: 'Look on its web page for a security notice, wait half an hour before sending again, and do not keep trying',
    }),
    sender: ({ from, user }) => ({
      what: `the sender ${from} does not belong to the login ${user}, so the server refuses it`,
      next: 'Set mail.from in four-ones.yaml to the address you log in with, or delete that line',
    }),
    'too-large': ({ host }) => ({
      what: `the mail is too large for ${host}`,
      next: 'Lower mail.limit in four-ones.yaml (20M, for example): the files are then divided over several mails; put a single file that is still too large on a net disk and give its link with --link',
    }),
    'no-mailbox': ({ to }) => ({
      what: `the mailbox${named(to)} does not exist or is closed`,
      next: 'Compare it with the notice; if the mailbox has really changed, ask by telephone and give the new one with --to',
    }),
    'mailbox-full': ({ to }) => ({
      what: `the mailbox${named(to)} is full and takes nothing now`,
      next: 'Tell the recipient by telephone, or ask for another mailbox; then send again',
    }),
    spam: ({ from }) => ({
      what: 'the server took the mail for advertising or for suspicious, and refused it',
      next: `Send the recipient an ordinary mail from ${from} on the web page, ask to be added to the contacts, and send again a little later; if that fails, send from another mailbox`,
    }),
    frequency: ({ from }) => ({
      what: `${from} has sent too much in a short time: the server takes no more for now`,
      next: "Wait at least half an hour before sending again, nothing is sent twice; where the day's allowance is used up, go on tomorrow",
    }),
    relay: ({ host, from }) => ({
      what: `${host} does not pass on mail for ${from}`,
      next: 'Check in four-ones.yaml that mail.host is the server of this very mailbox, and mail.user its login',
    }),
    'recipient-refused': ({ to }) => ({
      what: `the server takes no mail for${named(to) || ' this recipient'}`,
      next: "See the server's reply; compare the mailbox with the notice, or ask the recipient by telephone",
    }),
    refused: () => ({
      what: 'the server refused this mail',
      next: "See the server's reply; if it is not clear, show it to your mail office. The mail has not gone out and can be sent again once mended",
    }),
    busy: ({ host }) => ({
      what: `${host} is busy and asks to try again later`,
      next: 'Send again in a few minutes: it goes on with what is left',
    }),
    'no-host': ({ host }) => ({
      what: `there is no mail server ${host} to be found`,
      next: 'Check the network, and mail.host in four-ones.yaml',
    }),
    unreachable: ({ host, port }) => ({
      what: `port ${port} of the mail server ${host} cannot be reached`,
      next: 'Check the network; a campus network or firewall may bar this port: try over a telephone, or ask your network office',
    }),
    timeout: ({ host }) => ({
      what: `${host} does not answer`,
      next: 'Check the network and send again in a few minutes: it goes on with what is left',
    }),
    cut: ({ host }) => ({
      what: `the connection to ${host} was cut; this mail has not gone out`,
      next: 'Check the network (a cable is steadier than wireless) and send again: it goes on with what is left',
    }),
    certificate: ({ host }) => ({
      what: `the certificate of ${host} is not to be trusted; to keep the password safe no login was tried`,
      next: 'Check the date and time of this computer and mail.host; log in to the network first where it asks for that; the mail shield of a virus scanner does this too: try with it switched off',
    }),
    'no-tls': ({ host, port }) => ({
      what: `port ${port} of ${host} offers no encryption; to keep the password safe no login was tried`,
      next: 'Set mail.port to 465 and mail.secure to true in four-ones.yaml; if that fails, ask your mail office',
    }),
    'not-smtp': ({ host, port }) => ({
      what: `port ${port} of ${host} is no mail server`,
      next: 'Check mail.host and mail.port in four-ones.yaml: 465 goes with secure: true, 587 with secure: false',
    }),
    'attachment-changed': () => ({
      what: 'an attachment was changed after packing; the mail has not gone out',
      next: 'See with four-ones verify which file it is, pack again (four-ones pack --replace) and send',
    }),
    interrupted: () => ({
      what: 'sending was interrupted; this mail has not gone out',
      next: 'Send again: it goes on with what is left',
    }),
  },
  doubt: ({ bundle, to, from }) => ({
    what: `it is not known whether the mail to ${to} arrived: all of it went out, and no reply came`,
    next:
      'It is never sent again by itself, lest it arrive twice. ' +
      `Look into “已发送” (sent mail) of ${from} on the web page, or ask the recipient by telephone; ` +
      `run the first if it arrived, the second if not:\nfour-ones send --settle ${quoted(bundle)} sent\nfour-ones send --settle ${quoted(bundle)} not-sent`,
  }),
};

function named(to: string | undefined): string {
  return to === undefined ? '' : ` ${to}`;
}

/** A name with spaces or signs is one argument, in PowerShell, cmd and sh alike. */
function quoted(name: string): string {
  return /^[\p{L}\p{N}+._-]+$/u.test(name) ? name : `"${name}"`;
}
