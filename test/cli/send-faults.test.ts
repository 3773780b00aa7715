import { describe, expect, it, vi } from 'vitest';
import { cut, GBK, never } from '../system/mail/deliver.ts';
import type { Answer, Peer, Script } from '../system/mail/scripted-server.ts';
import { STORY_BUNDLE, withFilm, withSample, withStory, type MailKeys } from './mail-project.ts';
import { serve } from './mail-scripted.ts';

vi.setConfig({ testTimeout: 240_000 });

/** One answer after the other; the last stays. */
function inTurn(...answers: readonly Answer[]): (peer: Peer) => unknown {
  let turn = 0;
  return (peer) => {
    const given = answers[Math.min(turn++, answers.length - 1)];
    return typeof given === 'function' ? given(peer) : given;
  };
}

/** Breaks off in the middle of the content. */
const cutInside = async (peer: Peer) => {
  await peer.bytes(20_000);
  peer.cut();
};
const takeAll = async (peer: Peer) => {
  for (let line = await peer.line(); line !== undefined && line !== '.'; line = await peer.line());
};

interface Row {
  readonly script: Script;
  readonly mail?: MailKeys;
  /** What is sent does not fit into the buffers on the way. */
  readonly large?: true;
  readonly exit: number;
  /** Of the ledger, in order. */
  readonly states: string;
  /** What the user reads: the matter, and what to do. */
  readonly says: readonly (RegExp | string)[];
  readonly connections?: number;
  /** Whole messages that the server got. */
  readonly messages?: number;
}

// A certificate is verified everywhere but on this machine, and STARTTLS is asked for everywhere but here: what becomes
// of a bad one, and of a stripped one, is proven beside the port itself.
const ROWS: Readonly<Record<string, Row>> = {
  'a greeting that is none of SMTP': {
    script: { greeting: 'HTTP/1.1 400 Bad Request' },
    exit: 3,
    states: '',
    says: ['不是发信服务器', 'mail.port'],
    connections: 1,
  },
  'a server that is busy from the first word, three times': {
    script: { greeting: '421 4.3.2 try later' },
    exit: 3,
    states: '',
    says: ['现在忙', '过几分钟重新发送', '421 4.3.2 try later', '试了 3 次'],
    connections: 3,
  },
  'a server that is busy for a moment only': {
    script: { greeting: inTurn('421 4.3.2 try later', '220 welcome') },
    exit: 0,
    states: 'planned sending sent',
    says: ['已发送 1 封邮件'],
    connections: 2,
    messages: 1,
  },
  'no TLS where the config asks for it: no word of the login goes out': {
    script: { greeting: never },
    mail: { secure: true, timeout: 0.3, retries: [] },
    exit: 3,
    states: '',
    says: ['迟迟没有答复'],
    connections: 1,
  },
  'a password refused, in GBK': {
    script: { auth: Buffer.concat([Buffer.from('535 '), GBK]) },
    exit: 3,
    states: '',
    says: ['密码不对', '授权码', '对方答复：535 密码错误，请使用授权码登录'],
    connections: 1,
  },
  'a sender that is not the login': {
    script: { mail: '501 mail from address must be same as authorization user' },
    exit: 3,
    states: 'planned sending failed',
    says: ['不是同一个', 'mail.from'],
    connections: 1,
  },
  'a mail too large for the server, said before the content': {
    script: { mail: '552 5.3.4 message size exceeds fixed limit' },
    exit: 3,
    states: 'planned sending failed',
    says: ['邮件太大', 'mail.limit', '--link'],
  },
  'a recipient refused for now, then taken': {
    script: { rcpt: inTurn('450 4.2.0 greylisted', '250 ok') },
    exit: 0,
    states: 'planned sending failed sending sent',
    says: ['已发送 1 封邮件'],
    messages: 1,
  },
  'a recipient refused for now, again and again': {
    script: { rcpt: '450 4.2.0 greylisted' },
    exit: 3,
    states: 'planned sending failed sending failed sending failed',
    says: ['现在忙', '试了 3 次', '已经发的不会重发'],
  },
  'a recipient that does not exist': {
    script: { rcpt: '550 5.1.1 user unknown' },
    exit: 3,
    states: 'planned sending failed',
    says: ['zzbdj@scau.edu.cn', '不存在', '--to'],
  },
  'content not wanted for now': {
    script: { data: inTurn('451 4.3.0 try later', '354 go on') },
    exit: 0,
    states: 'planned sending failed sending sent',
    says: ['已发送 1 封邮件'],
  },
  'a connection cut inside the content, then a good one': {
    script: { content: inTurn(cutInside, takeAll) },
    large: true,
    exit: 0,
    states: 'planned sending failed sending sent',
    says: ['已发送 1 封邮件'],
    connections: 2,
  },
  'a connection cut inside the content each time': {
    script: { content: cutInside },
    large: true,
    exit: 3,
    states: 'planned sending failed sending failed sending failed',
    says: ['连接断了', '没有发出去', '试了 3 次'],
    connections: 3,
  },
  'a connection cut after the final dot': {
    script: { reply: cut },
    exit: 4,
    states: 'planned sending in-doubt',
    says: [
      '未知是否送达',
      '不会自己重发',
      `four-ones send --settle ${STORY_BUNDLE} sent`,
      `four-ones send --settle ${STORY_BUNDLE} not-sent`,
    ],
    connections: 1,
    messages: 1,
  },
  'no reply after the final dot': {
    script: { reply: never },
    mail: { timeout: 1 },
    exit: 4,
    states: 'planned sending in-doubt',
    says: ['未知是否送达', '--settle'],
    connections: 1,
    messages: 1,
  },
  'a mail refused after the final dot, for good': {
    script: { reply: '554 5.7.1 spam detected' },
    exit: 3,
    states: 'planned sending failed',
    says: ['垃圾邮件', '554 5.7.1 spam detected'],
    messages: 1,
  },
  'a mail refused after the final dot, for now: not tried again by itself': {
    script: { reply: '451 4.3.0 try later' },
    exit: 3,
    states: 'planned sending failed',
    says: ['现在忙'],
    messages: 1,
  },
  'a server that falls silent': {
    script: { mail: never },
    mail: { timeout: 2, retries: [0] },
    exit: 3,
    states: 'planned sending failed sending failed',
    says: ['迟迟没有答复', '试了 2 次'],
    connections: 2,
  },
  'a farewell instead of an answer, then a new connection': {
    script: { mail: inTurn('421 4.4.2 closing', '250 ok') },
    exit: 0,
    states: 'planned sending failed sending sent',
    says: ['已发送 1 封邮件'],
    connections: 2,
    messages: 1,
  },
};

describe.concurrent('a fault at any step leaves a true ledger and says what to do', () => {
  it.each(Object.entries(ROWS))('%s', async (_, row) => {
    const server = await serve(row.script);
    const open = row.large ? withFilm : withStory;
    const project = await open({ port: server.port, ...row.mail });
    const { exit, stdout, stderr } = await project.send();
    expect({ exit, states: await project.states(), stdout }).toMatchObject({
      exit: row.exit,
      states: row.states,
    });
    for (const said of row.says) expect(`${stdout}${stderr}`.replace(/\n +/g, '')).toMatch(said);
    if (row.connections !== undefined) expect(server.connections).toBe(row.connections);
    if (row.messages !== undefined) expect(server.messages).toHaveLength(row.messages);
    if (row.exit !== 4) return;
    const english = await withStory({ port: server.port, ...row.mail });
    const said = await english.send(['--yes', '--lang', 'en']);
    expect([said.exit, said.stdout]).toEqual([row.exit, expect.stringMatching(/what to do: \S/)]);
  });

  it('nobody listens there: tried again, nothing begun, and what to look at', async () => {
    const project = await withStory({ port: 1 });
    const { exit, stdout } = await project.send();
    expect([exit, await project.states()]).toEqual([3, '']);
    for (const said of ['连不上', '1 端口', '防火墙', '试了 3 次']) expect(stdout).toContain(said);
  });

  it('a recipient that does not exist keeps back its own bundle alone', async () => {
    const picky = await serve({
      rcpt: inTurn('250 ok', '550 5.1.1 user unknown', '250 ok'),
    });
    const project = await withSample({ port: picky.port });
    const { exit, stdout } = await project.send();
    expect([exit, picky.messages.length]).toEqual([3, 4]);
    expect(stdout).toContain('还有 1 个包没有发送');
    const again = await project.send();
    expect([again.exit, picky.messages.length]).toEqual([0, 5]);
  });

  it('a sender that is refused stops the run: every other mail would meet it too', async () => {
    const server = await serve({ mail: '550 5.7.1 not owned by user' });
    const project = await withSample({ port: server.port });
    const { exit, stdout } = await project.send();
    expect([exit, await project.states()]).toEqual([3, 'planned sending failed']);
    expect(server.lines.filter((line) => line.startsWith('MAIL'))).toHaveLength(1);
    expect(stdout).toContain('还有 5 个包没有发送');
  });

  it('in doubt: never sent again by itself; a person settles it either way', async () => {
    const server = await serve({ reply: inTurn(cut, '250 taken') });
    const [yes, no] = [await withStory({ port: server.port }), await withStory({ port: server.port })];
    const doubtful = await yes.send();
    expect(doubtful.exit).toBe(4);
    expect(doubtful.stdout).not.toContain('服务器都收下了');
    expect(doubtful.stdout).not.toContain('个包没有发送');
    const { connections } = server;
    const again = await yes.send();
    expect([again.exit, server.connections]).toEqual([4, connections]);
    expect(again.stdout).toContain('未知是否送达');
    expect(again.stdout).toContain(`four-ones send --settle "${STORY_BUNDLE}" sent\n`);
    const settled = await yes.send([
      '--settle',
      STORY_BUNDLE,
      'sent',
      '--by',
      '李老师',
      '--note',
      '打过电话',
    ]);
    expect([settled.exit, settled.stdout]).toEqual([0, expect.stringContaining('李老师')]);
    expect((await yes.send()).exit).toBe(0);
    expect(server.connections).toBe(connections);
    expect((await yes.ledger()).at(-1)).toMatchObject({ state: 'sent', by: '李老师', note: '打过电话' });

    const lost = await serve({ reply: inTurn(cut, '250 taken') });
    await no.configure({ port: lost.port });
    expect((await no.send()).exit).toBe(4);
    expect((await no.send(['--settle', STORY_BUNDLE, 'not-sent'])).exit).toBe(0);
    expect((await no.send()).exit).toBe(0);
    expect(await no.states()).toBe('planned sending in-doubt failed planned sending sent');
    expect(lost.messages).toHaveLength(2);
    const ids = lost.messages.map((message) => /^Message-ID: *(.*)$/im.exec(message)?.[1]);
    expect(new Set(ids).size).toBe(1);
  });
});
