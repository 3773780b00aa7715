import type { MailFailure, SmtpReply } from './mail.ts';

/** What is the matter, as far as the next action differs. */
export type MailTrouble =
  /** Login refused: wrong password, or one that is no 授权码. */
  | 'password'
  /** The mailbox does not let programs send: SMTP is not switched on. */
  | 'service-off'
  /** Too many wrong logins or too many logins at a time. */
  | 'login-paused'
  /** The sender's address does not belong to the login. */
  | 'sender'
  | 'too-large'
  | 'no-mailbox'
  | 'mailbox-full'
  /** Taken for advertising or for dangerous. */
  | 'spam'
  /** Too many mails in a short time. */
  | 'frequency'
  | 'relay'
  /** Any other no of the recipient's side, of the message, or of the server: for good, or for now. */
  | 'recipient-refused'
  | 'refused'
  | 'busy'
  | 'no-host'
  | 'unreachable'
  | 'timeout'
  | 'cut'
  | 'certificate'
  | 'no-tls'
  | 'not-smtp'
  | 'attachment-changed'
  | 'interrupted';

/** Addresses and links in a reply say nothing of its kind, whatever their names are. */
const NAMES = /\S*(?:@|:\/\/)\S*/g;

export function troubleOf({ stage, cause, reply }: MailFailure): MailTrouble {
  if (cause !== 'refused') return cause;
  if (!reply) return 'refused';
  const text = reply.text.replace(NAMES, ' ');
  const known = KNOWN.find(({ codes, enhanced, says, at, lasting }) => {
    if ((at && !at.includes(stage)) || (lasting && reply.code < 500)) return false;
    const named = enhanced?.test(reply.enhanced ?? '') === true || says?.test(text) === true;
    return named || codes?.includes(reply.code) === true;
  });
  if (known) return known.trouble;
  if (reply.code < 500) return 'busy';
  return stage === 'login' ? 'password' : stage === 'recipient' ? 'recipient-refused' : 'refused';
}

interface Known {
  readonly trouble: MailTrouble;
  /** At these stages alone. */
  readonly at?: readonly MailFailure['stage'][];
  /** With a code of 5xx alone. */
  readonly lasting?: true;
  readonly codes?: readonly SmtpReply['code'][];
  /** RFC 3463. */
  readonly enhanced?: RegExp;
  readonly says?: RegExp;
}

/** The first that fits. Texts as QQ, NetEase, Tencent's company mail, Coremail, Postfix and Exchange write them. */
const KNOWN: readonly Known[] = [
  {
    trouble: 'too-large',
    enhanced: /^[45]\.(?:3\.4|2\.3)$/,
    says: /(?:message|mail|attachment|file|letter)\b.{0,20}\b(?:too (?:large|big|long)|exceed)|exceed\w*\b.{0,40}\bsize|(?:size|large)\b.{0,40}\bexceed|mailsize limit|超过.{0,8}大小|邮件(?:过|太)大/iu,
  },
  {
    trouble: 'frequency',
    says: /frequen|too many (?:mails|messages|connections|recipients|same size)|rate ?limit|sending quota|quota exceeded for sending|频率|发信.{0,6}(?:超|限)|\b(?:HL:(?:ICC|IFC)|MI:(?:DMC|SFQ|STC|CCL|CEL)|RP:(?:DRC|TRC|CEL|CCL|RCL))\b/iu,
  },
  {
    trouble: 'login-paused',
    at: ['login', 'greeting', 'from'],
    says: /too (?:much|many) (?:fail|auth|login)|authenticate too many|too many times|(?:account|user|login).{0,24}(?:locked|suspended|abnormal|frozen)|异常|冻结|锁定/iu,
  },
  {
    trouble: 'service-off',
    at: ['login', 'from'],
    says: /has no permission|service is not (?:open|enabled)|(?:smtp|service).{0,30}(?:disabled|not enabled|closed|未开启|未开通)|SmtpClientAuthentication|未开启|没有开启|未开通/iu,
  },
  { trouble: 'password', at: ['login'], codes: [535, 534, 538] },
  {
    trouble: 'sender',
    lasting: true,
    at: ['from', 'recipient', 'data', 'content', 'reply'],
    says: /must (?:be )?(?:the )?(?:same as|equal)|same as auth|not owned by user|send as this sender|sender address rejected|mail from (?:address )?(?:invalid|must)|"?from"? header is (?:missing|invalid)|fake sender|发件人.{0,10}(?:不一致|不符|不合法)/iu,
  },
  { trouble: 'sender', at: ['from'], codes: [501, 530, 550, 553], enhanced: /^5\.(?:1\.[78]|7\.1)$/ },
  {
    trouble: 'spam',
    says: /\bspam\b|\bDT:|\bHL:(?:REP|MEP)\b|anti-?spam|content (?:denied|reject)|junk|blacklist|black ?ip|\brbl\b|virus|illegal attachment|suspicious|垃圾|病毒|敏感|违规/iu,
  },
  {
    trouble: 'mailbox-full',
    at: ['recipient', 'data', 'content', 'reply'],
    enhanced: /^[45]\.2\.2$/,
    says: /quota|mailbox.{0,20}full|over ?quota|out of storage|exceeded storage|邮箱.{0,4}满|容量/iu,
  },
  {
    trouble: 'no-mailbox',
    lasting: true,
    at: ['recipient', 'data', 'content', 'reply'],
    enhanced: /^5\.1\.[0-6]$/,
    says: /(?:mailbox|user|account|recipient|address)\b.{0,30}\b(?:not (?:found|exist)|unknown|unavailable|does ?n[o']t exist|invalid|disabled|rejected)|no such (?:user|mailbox|recipient)|(?:unknown|invalid) (?:user|recipient|mailbox)|用户不存在|收件人.{0,6}不存在|邮箱.{0,4}不存在/iu,
  },
  { trouble: 'relay', lasting: true, says: /relay|中继|转发/iu },
  { trouble: 'too-large', codes: [552] },
];
