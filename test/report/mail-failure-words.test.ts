import { describe, expect, it } from 'vitest';
import { isOfAccount, isTransient } from '../../src/mail/failure-kind.ts';
import { troubleOf, type MailTrouble } from '../../src/model/mail-trouble.ts';
import type { MailCause, MailFailure, MailStage } from '../../src/model/mail.ts';
import { LANGUAGES } from '../../src/model/report.ts';
import { mailDoubtWords, mailFailureWords } from '../../src/report/mail-failure-words.ts';

const account = { host: 'smtp.qq.com', port: 465, user: 'me@qq.com', from: 'me@qq.com' };

/** `535 5.7.8 words` at a stage. */
function refused(stage: MailStage, reply: string): MailFailure {
  const [, code = '', enhanced, text = ''] = /^(\d{3}) (?:(\d\.\d+\.\d+) )?(.*)$/.exec(reply) ?? [];
  return {
    stage,
    cause: 'refused',
    reply: { code: Number(code), ...(enhanced !== undefined && { enhanced }), text },
  };
}

type Row = readonly [
  stage: MailStage,
  reply: string,
  trouble: MailTrouble,
  next: RegExp,
  mark?: 'r' | 'a' | 'ra',
];

/** As servers really write. `r`: tried again within the run · `a`: ends the run, being of the account. */
const replies: readonly Row[] = [
  [
    'login',
    '535 Login Fail. Please enter your authorization code to login. More information in http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256',
    'password',
    /授权码/,
    'a',
  ],
  [
    'login',
    '535 Error: 请使用授权码登录。详情请看: http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256',
    'password',
    /生成授权码/,
    'a',
  ],
  ['login', '535 Error: authentication failed', 'password', /授权码/, 'a'],
  ['login', '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6', 'password', /授权码/, 'a'],
  ['login', '535 5.7.3 Authentication unsuccessful', 'password', /授权码/, 'a'],
  ['login', '550 User has no permission', 'service-off', /开启/, 'a'],
  ['login', '535 auth failed (this user authenticate too many times)', 'login-paused', /半小时/, 'a'],
  [
    'login',
    '451 Requested mail action not taken: too much fail authentication',
    'login-paused',
    /半小时/,
    'a',
  ],
  ['login', '454 4.7.0 Temporary authentication failure', 'busy', /几分钟/, 'ra'],
  ['from', '501 mail from address must be same as authorization user', 'sender', /mail\.from/, 'a'],
  ['from', '501 Mail from address must be same as authorization user.', 'sender', /mail\.from/, 'a'],
  ['from', '553 Mail from must equal authorized user', 'sender', /mail\.from/, 'a'],
  [
    'recipient',
    '553 5.7.1 <me@x.cn>: Sender address rejected: not owned by user you@x.cn',
    'sender',
    /mail\.from/,
    'a',
  ],
  ['reply', '550 5.7.1 Client does not have permissions to send as this sender', 'sender', /mail\.from/, 'a'],
  [
    'reply',
    '550 The "From" header is missing or invalid. Please follow RFC5322',
    'sender',
    /mail\.from/,
    'a',
  ],
  ['from', '552 5.3.4 Message size exceeds fixed limit', 'too-large', /mail\.limit/],
  ['from', '552 Message size exceeds maximum permitted', 'too-large', /mail\.limit/],
  ['reply', '552 5.3.4 Error: message file too big', 'too-large', /mail\.limit/],
  ['reply', '552 message is too long', 'too-large', /mail\.limit/],
  ['reply', "552 5.2.3 Your message exceeded Google's message size limits.", 'too-large', /mail\.limit/],
  ['reply', '554 attachment is too long', 'too-large', /mail\.limit/],
  ['recipient', '550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help', 'no-mailbox', /核对/],
  [
    'recipient',
    '550 5.1.1 <x@y.cn>: Recipient address rejected: User unknown in virtual mailbox table',
    'no-mailbox',
    /核对/,
  ],
  ['recipient', '550 User not found: x@163.com', 'no-mailbox', /核对/],
  ['recipient', '550 mailbox unavailable', 'no-mailbox', /核对/],
  ['recipient', '550 No such user here', 'no-mailbox', /核对/],
  ['recipient', '452 4.2.2 Mailbox full', 'mailbox-full', /清理/],
  ['recipient', '552 5.2.2 Over quota', 'mailbox-full', /清理/],
  ['greeting', '550 Connection frequency limited', 'frequency', /半小时/, 'a'],
  ['reply', '550 Connection frequency limited', 'frequency', /半小时/, 'a'],
  ['greeting', '421 HL:ICC 163 smtp1', 'frequency', /半小时/, 'a'],
  ['from', '451 MI:SFQ 163 smtp2', 'frequency', /半小时/, 'a'],
  ['data', '450 MI:DMC 163 smtp2', 'frequency', /半小时/, 'a'],
  ['reply', '554 DT:SPM 163 smtp8,HcCowEAJ http://mail.163.com/help/help_spam_16.htm?ip=1', 'spam', /联系人/],
  ['reply', '550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1', 'spam', /联系人/],
  ['greeting', '421 HL:REP 163 smtp1', 'spam', /联系人/, 'a'],
  ['reply', '552 message rejected by anti-spam engine', 'spam', /联系人/],
  ['recipient', '554 5.7.1 <x@y.cn>: Relay access denied', 'relay', /mail\.host/],
  ['recipient', '550 5.7.1 Unable to relay', 'relay', /mail\.host/],
  ['recipient', '450 4.2.0 <x@y.cn>: Recipient address rejected: Greylisted', 'busy', /几分钟/, 'r'],
  ['recipient', '451 4.3.0 Temporary system problem', 'busy', /几分钟/, 'r'],
  ['data', '452 4.3.1 Insufficient system storage', 'busy', /几分钟/, 'r'],
  ['from', '421 4.3.2 Service shutting down', 'busy', /几分钟/, 'r'],
  ['greeting', '421 Service not available', 'busy', /几分钟/, 'ra'],
  ['reply', '451 4.3.0 Error: queue file write error', 'busy', /几分钟/],
  ['recipient', '550 5.7.1 Denied by policy', 'recipient-refused', /电话/],
  ['reply', '554 Transaction failed', 'refused', /重新发送/],
  // What an address or a link is called says nothing.
  ['recipient', '550 5.1.1 <antispam-relay@quota.cn> unknown user, see http://spam.cn', 'no-mailbox', /核对/],
  ['recipient', '450 mailbox unavailable', 'busy', /几分钟/, 'r'],
];

describe('what a server says becomes what to do', () => {
  const rows = replies.map(
    ([stage, reply, trouble, next, mark = '']) => [stage, reply, trouble, next, mark] as const,
  );
  it.each(rows)('%s: %s', (stage, reply, trouble, next, mark) => {
    const failure = refused(stage, reply);
    expect(troubleOf(failure)).toBe(trouble);
    const words = mailFailureWords(failure, { account, to: 'to@example.edu.cn' }, 'zh');
    expect(words.next).toMatch(next);
    expect(words.said).toContain(reply.slice(0, 3));
    expect([isTransient(failure), isOfAccount(failure)]).toEqual([mark.includes('r'), mark.includes('a')]);
  });

  it('each mailbox is told where its own code is to be had', () => {
    const at = (host: string) =>
      mailFailureWords(refused('login', '535 no'), { account: { ...account, host } }, 'zh').next;
    expect(at('smtp.qq.com')).toContain('QQ 邮箱');
    expect(at('smtp.126.com')).toContain('新增授权密码');
    expect(at('smtp.exmail.qq.com')).toContain('腾讯企业邮');
    expect(at('mail.college.edu.cn')).toContain('网络中心');
    expect(at('notqq.com')).toContain('网络中心');
  });
});

type Broken = readonly [stage: MailStage, cause: MailCause, transient: boolean, ofAccount: boolean];
const broken: readonly Broken[] = [
  ['connect', 'no-host', false, true],
  ['connect', 'unreachable', true, true],
  ['connect', 'timeout', true, true],
  ['tls', 'certificate', false, true],
  ['tls', 'no-tls', false, true],
  ['greeting', 'not-smtp', false, true],
  ['greeting', 'cut', true, true],
  ['login', 'timeout', true, true],
  ['from', 'cut', true, false],
  ['content', 'cut', true, false],
  ['content', 'timeout', true, false],
  ['content', 'attachment-changed', false, false],
  ['from', 'too-large', false, false],
  ['connect', 'interrupted', false, false],
  ['content', 'interrupted', false, false],
  // After the final dot nothing is repeated by itself, whatever is reported.
  ['reply', 'cut', false, false],
  ['reply', 'timeout', false, false],
];

describe('a connection that fails', () => {
  it.each(broken)('%s/%s: tried again %s, ends the run %s', (stage, cause, transient, ofAccount) => {
    const failure = { stage, cause, detail: 'connect ECONNREFUSED' };
    expect([isTransient(failure), isOfAccount(failure)]).toEqual([transient, ofAccount]);
  });
});

describe.each(LANGUAGES)('words in %s', (language) => {
  const scene = { account: { ...account, from: 'a\u202e@qq.com' }, to: 'x\u001b[31m@y.cn' };
  const failures = [
    ...replies.map(([stage, reply]) => refused(stage, reply)),
    ...broken.map(([stage, cause]) => ({ stage, cause, detail: 'read\r\nECONNRESET \u001b[2J' })),
  ];

  it('no failure leaves a reader with an empty, broken or dangerous sentence', () => {
    for (const failure of failures) {
      for (const where of [scene, { account }]) {
        const { what, next, said = '' } = mailFailureWords(failure, where, language);
        for (const text of [what, next]) {
          expect(text).toMatch(/\S/);
          expect(text).not.toMatch(/undefined|\[object|。$|\.$|，。|\s{2}/);
        }
        expect(what + next + said).not.toMatch(/[\p{Cc}\u202e]/u);
        if (language === 'en') expect(what.replace(/授权码/g, '')).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('in doubt it says where to look and both commands that end the doubt', () => {
    const bundle = '学院+故事 一+20200715';
    const { what, next } = mailDoubtWords(
      { stage: 'reply', cause: 'cut' },
      { bundle, to: 'x@y.cn', from: 'me@qq.com' },
      language,
    );
    expect(what).toContain('x@y.cn');
    expect(next).toContain('已发送');
    expect(next).toContain(`four-ones send --settle "${bundle}" sent`);
    expect(next).toContain(`four-ones send --settle "${bundle}" not-sent`);
  });
});
