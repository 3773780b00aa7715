import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { Interrupted } from '../../src/model/problems.ts';
import { askHidden } from '../../src/system/ask-hidden.ts';

function terminal() {
  const keys = new EventEmitter();
  const seen = { shown: '', raw: false, reading: false, interrupts: 0 };
  const controller = new AbortController();
  const input = Object.assign(keys, {
    setRawMode: (mode: boolean) => (seen.raw = mode),
    resume: () => (seen.reading = true),
    pause: () => (seen.reading = false),
  });
  const asking = {
    input: input as unknown as Parameters<typeof askHidden>[1]['input'],
    show: (text: string) => (seen.shown += text),
    interrupted: controller.signal,
    interrupt: () => {
      seen.interrupts += 1;
      controller.abort(new Interrupted());
    },
  };
  const type = (...chunks: (string | Buffer)[]) => {
    for (const chunk of chunks) keys.emit('data', Buffer.from(chunk));
  };
  return {
    asking,
    type,
    keys,
    seen,
    stop: () => {
      controller.abort();
    },
  };
}

describe('a password that is typed', () => {
  it.each([
    ['key by key', ['a', 'b', 'c', '\r'], 'abc'],
    ['pasted with its line end', ['abcd efgh\r\n'], 'abcd efgh'],
    ['with spaces around', ['  abc \n'], 'abc'],
    ['mended', ['abX\u007fc', 'Y\b', '\r'], 'abc'],
    ['with arrow keys', ['a\u001b[Db\u001bOC\u001b[3~c\r'], 'abc'],
    [
      'in Chinese, cut in the middle of a character',
      [Buffer.from('授权码').subarray(0, 4), Buffer.from('授权码').subarray(4), '\r'],
      '授权码',
    ],
    ['not at all', ['\r'], ''],
    ['and ended by Ctrl-D', ['abc\u0004'], 'abc'],
  ])('%s is taken as it is and never shown', async (_, chunks, expected) => {
    const { asking, type, seen } = terminal();
    const answer = askHidden('密码：', asking);
    expect([seen.raw, seen.reading]).toEqual([true, true]);
    type(...chunks);
    expect(await answer).toBe(expected);
    expect(seen).toEqual({ shown: '密码：\n', raw: false, reading: false, interrupts: 0 });
  });

  it('can be broken off with Ctrl-C, and the terminal is as before', async () => {
    const { asking, type, seen } = terminal();
    const answer = askHidden('密码：', asking);
    type('ab\u0003');
    await expect(answer).rejects.toThrow(Interrupted);
    expect(seen).toEqual({ shown: '密码：\n', raw: false, reading: false, interrupts: 1 });
  });

  it('is waited for no longer when the program is to end', async () => {
    const { asking, stop, seen } = terminal();
    const answer = askHidden('密码：', asking);
    stop();
    await expect(answer).rejects.toThrow(Interrupted);
    expect(seen.raw).toBe(false);
  });

  it('is not waited for where the terminal is gone', async () => {
    const { asking, type, keys } = terminal();
    const answer = askHidden('密码：', asking);
    type('ab');
    keys.emit('end');
    expect(await answer).toBe('');
  });
});
