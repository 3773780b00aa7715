import type { MailWords, PasswordPlace } from '../mail-words.ts';

/** Where the mailbox hands out the password that programs use. */
export const codePlacesZh: Readonly<Record<PasswordPlace, string>> = {
  qq: '在网页登录 QQ 邮箱，进“设置 → 账号与安全（或“账户”）”，找到“POP3/IMAP/SMTP 服务”，开启后点“生成授权码”，得到 16 位字母',
  netease: '在网页登录邮箱，进“设置 → POP3/SMTP/IMAP”，开启“IMAP/SMTP 服务”，点“新增授权密码”',
  exmail:
    '在网页登录腾讯企业邮，进“设置 → 客户端设置”，开启 IMAP/SMTP 服务；开了“安全登录”的，在“邮箱绑定”里生成客户端专用密码',
  other: '请查本邮箱的帮助或问学校网络中心：程序发信用哪个密码，SMTP 服务要不要先开启',
};

export const mailWordsZh: MailWords = {
  troubles: {
    password: ({ user, provider }) => ({
      what: `邮箱 ${user} 登录不上：密码不对`,
      next:
        provider === 'other'
          ? `请核对登录名和密码。很多邮箱不收登录密码，只收专给程序用的“授权码”。${codePlacesZh.other}`
          : `这里要填授权码，不是登录密码。${codePlacesZh[provider]}；然后重新发送，在提示输入密码时填它`,
    }),
    'service-off': ({ user, provider }) => ({
      what: `邮箱 ${user} 没有开启 SMTP 服务，不让程序发信`,
      next: `${codePlacesZh[provider]}；然后重新发送`,
    }),
    'login-paused': ({ user }) => ({
      what: `邮箱 ${user} 暂时不让登录：登录太频繁、错得太多，或账号异常`,
      next: '请先在网页登录邮箱看看有没有安全提醒，等半小时再发，不要反复试',
    }),
    sender: ({ from, user }) => ({
      what: `发件地址 ${from} 与登录的邮箱 ${user} 不是同一个，服务器不收`,
      next: '请把 four-ones.yaml 里的 mail.from 改成登录的邮箱地址，或删掉这一行',
    }),
    'too-large': ({ host }) => ({
      what: `邮件太大，${host} 不收`,
      next: '请在 four-ones.yaml 里把 mail.limit 改小（例如 20M），会自动分成几封；单个文件仍放不下的，放到网盘，用 --link 写上链接',
    }),
    'no-mailbox': ({ to }) => ({
      what: `收件邮箱${named(to)}不存在，或已停用`,
      next: '请对照通知核对收件邮箱；邮箱确实变了的，打电话问清楚，用 --to 写上新邮箱',
    }),
    'mailbox-full': ({ to }) => ({
      what: `收件邮箱${named(to)}满了，现在收不下`,
      next: '请打电话告诉收件人清理邮箱，或问有没有别的邮箱；之后重新发送',
    }),
    spam: ({ from }) => ({
      what: '服务器把邮件当成了垃圾邮件或可疑邮件，没有收',
      next: `请先用 ${from} 在网页上给收件邮箱发一封普通邮件，请对方把它加为联系人，过一会儿再发；还不行就换一个邮箱发`,
    }),
    frequency: ({ from }) => ({
      what: `${from} 在短时间里发得太多，服务器暂时不收`,
      next: '请等半小时以上再发送，已发的不会重发；一天的量用完了的，明天再发',
    }),
    relay: ({ host, from }) => ({
      what: `${host} 不替 ${from} 往外转发邮件`,
      next: '请检查 four-ones.yaml 里 mail.host 是不是这个邮箱自己的发信服务器，mail.user 是不是它的登录名',
    }),
    'recipient-refused': ({ to }) => ({
      what: `服务器不收发往${named(to)}的邮件`,
      next: '请看服务器的答复；对照通知核对收件邮箱，或打电话问收件人',
    }),
    refused: () => ({
      what: '服务器拒收这封邮件',
      next: '请看服务器的答复；看不明白的，把它告诉学校网络中心。这封邮件没有发出去，改好后可以重新发送',
    }),
    busy: ({ host }) => ({
      what: `${host} 现在忙，请稍后再试`,
      next: '过几分钟重新发送，会接着没发的发',
    }),
    'no-host': ({ host }) => ({
      what: `找不到发信服务器 ${host}`,
      next: '请检查网络是否连通，four-ones.yaml 里 mail.host 有没有写错',
    }),
    unreachable: ({ host, port }) => ({
      what: `连不上发信服务器 ${host} 的 ${port} 端口`,
      next: '请检查网络；校园网或防火墙可能挡住了这个端口，可换手机热点再试，或问网络中心',
    }),
    timeout: ({ host }) => ({
      what: `${host} 迟迟没有答复`,
      next: '请检查网络，过几分钟重新发送，会接着没发的发',
    }),
    cut: ({ host }) => ({
      what: `和 ${host} 的连接断了，这封邮件没有发出去`,
      next: '请检查网络（无线改有线更稳），重新发送，会接着没发的发',
    }),
    certificate: ({ host }) => ({
      what: `${host} 的安全证书不可信，为防密码泄露没有登录`,
      next: '请检查电脑的日期时间、mail.host 有没有写错；连着需要网页认证的网络时先认证；杀毒软件的“邮件监控”也会这样，可先关掉再试',
    }),
    'no-tls': ({ host, port }) => ({
      what: `${host} 的 ${port} 端口不能加密，为防密码泄露没有登录`,
      next: '请把 four-ones.yaml 里的 mail.port 改成 465、mail.secure 改成 true；仍不行请问网络中心',
    }),
    'not-smtp': ({ host, port }) => ({
      what: `${host} 的 ${port} 端口不是发信服务器`,
      next: '请核对 four-ones.yaml 里的 mail.host 和 mail.port：465 端口配 secure: true，587 端口配 secure: false',
    }),
    'attachment-changed': () => ({
      what: '附件在打包以后被改动过，邮件没有发出去',
      next: '请用 four-ones verify 查看是哪个文件，重新打包（four-ones pack --replace）后再发送',
    }),
    interrupted: () => ({
      what: '发送被中断，这封邮件没有发出去',
      next: '重新发送，会接着没发的发',
    }),
  },
  doubt: ({ bundle, to, from }) => ({
    what: `不知道发往 ${to} 的邮件到了没有：内容都发出去了，没有等到服务器的答复`,
    next:
      `程序不会自己重发，以免对方收到两份。请看 ${from} 网页版的“已发送”，或打电话问收件人；` +
      `收到了运行前一条，没收到运行后一条：\nfour-ones send --settle ${quoted(bundle)} sent\nfour-ones send --settle ${quoted(bundle)} not-sent`,
  }),
};

function named(to: string | undefined): string {
  return to === undefined ? '' : ` ${to} `;
}

/** A name with spaces or signs is one argument, in PowerShell, cmd and sh alike. */
function quoted(name: string): string {
  return /^[\p{L}\p{N}+._-]+$/u.test(name) ? name : `"${name}"`;
}
