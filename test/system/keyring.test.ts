import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../src/system/node-keyring.ts';
import { temporaryFolder } from '../materials/temporary-folder.ts';

const folder = temporaryFolder();
const account = { host: 'smtp.school.test', user: 'secretary@school.test' };

/** A library of the same shape that keeps what it is given in a file, or misbehaves. */
function library(body: string): Promise<string> {
  return folder.put(`library-${body.length}.cjs`, `const fs = require('node:fs');\n${body}`);
}
const store = () => JSON.stringify(folder.path('store'));
const KEEPING = () => `
const file = ${store()};
exports.AsyncEntry = class {
  constructor(...where) { this.where = JSON.stringify(where); }
  async setPassword(password) { fs.writeFileSync(file, JSON.stringify([this.where, process.argv, password])); }
  async getPassword() {
    if (!fs.existsSync(file)) return null;
    const [where, , password] = JSON.parse(fs.readFileSync(file, 'utf8'));
    return where === this.where ? password : null;
  }
};`;

describe('the password in the keyring of the system', () => {
  it('comes back as it was put in, for this account only, and is no argument of any process', async () => {
    const keyring = createKeyring(await library(KEEPING()));
    expect(await keyring.read(account)).toBeUndefined();
    expect(await keyring.write(account, '授权码 "x"')).toBe(true);
    expect(await keyring.read(account)).toBe('授权码 "x"');
    expect(await keyring.read({ ...account, user: 'other@school.test' })).toBeUndefined();
    const { readFile } = await import('node:fs/promises');
    const [where, args] = JSON.parse(await readFile(folder.path('store'), 'utf8')) as [string, string[]];
    expect(where).toContain('["four-ones","secretary@school.test@smtp.school.test"');
    expect(args.join(' ')).not.toContain('授权码');
  });

  it.each([
    [
      'waits for ever',
      0.5,
      'setInterval(() => {}, 1000); exports.AsyncEntry = class { getPassword() { return new Promise(() => {}); } setPassword() { return new Promise(() => {}); } };',
    ],
    [
      'blocks',
      0.5,
      'exports.AsyncEntry = class { getPassword() { for (;;); } setPassword() { for (;;); } };',
    ],
    [
      'crashes',
      60,
      "exports.AsyncEntry = class { getPassword() { process.kill(process.pid, 'SIGSEGV'); } setPassword() { process.abort(); } };",
    ],
    [
      'is not there',
      60,
      "exports.AsyncEntry = class { constructor() { throw new Error('no secret service'); } };",
    ],
    [
      'forgets',
      60,
      'exports.AsyncEntry = class { async getPassword() { return null; } async setPassword() {} };',
    ],
    [
      'refuses',
      60,
      "exports.AsyncEntry = class { async getPassword() { throw new Error('locked'); } async setPassword() { throw new Error('locked'); } };",
    ],
  ])('is none where the keyring %s, and nothing hangs', async (_, seconds, body) => {
    const keyring = createKeyring(await library(body), seconds);
    expect(await Promise.all([keyring.read(account), keyring.write(account, 'x')])).toEqual([
      undefined,
      false,
    ]);
  });

  it('is none where the library is not made for this machine', async () => {
    expect(await createKeyring('not-there-at-all').read(account)).toBeUndefined();
  });

  it('is asked of the real library without a crash, whether there is a keyring or not', async () => {
    const answer = await createKeyring().read({ host: 'nobody.test', user: 'nobody' });
    expect(answer).toBeUndefined();
  });
});
