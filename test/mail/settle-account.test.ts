import { describe, expect, it } from 'vitest';
import { settleAccount, type AccountSource } from '../../src/mail/settle-account.ts';
import type { MailAccount } from '../../src/model/mail.ts';
import { UsageError } from '../../src/model/problems.ts';

describe('one’s own mailbox from as little as an address', () => {
  const own = (host: string, port: number, security: MailAccount['security'], user: string, from = user) => ({
    ...{ host, port, security, user, from },
  });
  const table: readonly (readonly [AccountSource, MailAccount])[] = [
    [{ contactEmail: '1@qq.com' }, own('smtp.qq.com', 465, 'tls', '1@qq.com')],
    [{ mail: { user: '1@foxmail.com' } }, own('smtp.qq.com', 465, 'tls', '1@foxmail.com')],
    [{ mail: { from: 'A@163.COM' } }, own('smtp.163.com', 465, 'tls', 'A@163.COM')],
    [{ mail: { user: 'a@126.com' } }, own('smtp.126.com', 465, 'tls', 'a@126.com')],
    [{ mail: { user: 'a@yeah.net' } }, own('smtp.yeah.net', 465, 'tls', 'a@yeah.net')],
    [
      { mail: { user: 'a@college.edu.cn', provider: 'exmail' } },
      own('smtp.exmail.qq.com', 465, 'tls', 'a@college.edu.cn'),
    ],
    [{ mail: { user: 'a@qq.com', secure: false } }, own('smtp.qq.com', 587, 'starttls', 'a@qq.com')],
    [{ mail: { user: 'a@x.cn', host: 'mail.x.cn' } }, own('mail.x.cn', 465, 'tls', 'a@x.cn')],
    [{ mail: { user: 'a@x.cn', host: 'mail.x.cn', port: 587 } }, own('mail.x.cn', 587, 'starttls', 'a@x.cn')],
    [{ mail: { user: 'a@x.cn', host: 'mail.x.cn', port: 25 } }, own('mail.x.cn', 25, 'starttls', 'a@x.cn')],
    [
      { mail: { user: 'a@x.cn', host: 'mail.x.cn', port: 994, secure: true } },
      own('mail.x.cn', 994, 'tls', 'a@x.cn'),
    ],
    [{ mail: { user: 'a@x.cn', host: 'localhost', port: 2525 } }, own('localhost', 2525, 'none', 'a@x.cn')],
    [{ mail: { user: 'a@x.cn', host: '127.0.0.1', port: 465 } }, own('127.0.0.1', 465, 'tls', 'a@x.cn')],
    [
      { mail: { user: 'login', host: 'mail.x.cn' }, contactEmail: 'a@x.cn' },
      own('mail.x.cn', 465, 'tls', 'login', 'a@x.cn'),
    ],
    [{ mail: { user: 'login', from: 'a@qq.com' } }, own('smtp.qq.com', 465, 'tls', 'login', 'a@qq.com')],
  ];
  it.each(table)('%j', (source, account) => {
    expect(settleAccount(source)).toEqual(account);
  });

  it('a password never goes unencrypted to another machine', () => {
    for (const host of ['127.0.0.1.example.com', 'localhost.example.com', '127.example.com', '10.0.0.1'])
      expect(settleAccount({ mail: { user: 'a@x.cn', host, port: 25, secure: false } }).security).toBe(
        'starttls',
      );
  });
});

describe('what is missing is named with the key to write', () => {
  const table: readonly (readonly [AccountSource, key: string, says: string])[] = [
    [{}, 'mail.user', 'user:'],
    [{ mail: { host: 'mail.x.cn' } }, 'mail.user', 'user:'],
    [{ mail: { user: 'login', host: 'mail.x.cn' } }, 'mail.from', 'from:'],
    [{ contactEmail: 'a@college.edu.cn' }, 'mail.host', 'smtp.college.edu.cn'],
    [{ mail: { user: 'a@x.cn', host: 'https://mail.x.cn:465' } }, 'mail.host', 'https://'],
    [{ mail: { user: 'a@x.cn', host: 'mail.x.cn\r\nQUIT' } }, 'mail.host', '服务器名'],
    [{ mail: { from: '李老师 <a@qq.com>' } }, 'mail.from', '名字@域名'],
    [{ mail: { user: 'a@qq.com\nBcc: x@y.z' } }, 'mail.user', '名字@域名'],
    [{ contactEmail: '没有' }, 'contact.email', '名字@域名'],
  ];
  it.each(table)('%j', (source, key, says) => {
    const settle = () => settleAccount({ ...source, file: 'four-ones.yaml' });
    expect(settle).toThrow(UsageError);
    try {
      settle();
    } catch (error) {
      expect(error instanceof UsageError && error.place).toMatchObject({ file: 'four-ones.yaml', key });
      expect(error instanceof UsageError && error.words.zh).toContain(says);
    }
  });
});
