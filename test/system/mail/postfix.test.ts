import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';
import { dial, prepareTries } from './deliver.ts';
import { mailOf, someBytes } from './messages.ts';
import { startPostfix, whyNoPostfix } from './postfix.ts';

const tries = prepareTries();

it('Postfix takes our messages, files them as they were sent, and gets nothing of one that is too large', async (context) => {
  if (whyNoPostfix !== undefined) {
    process.stderr.write(`not tried against Postfix: ${whyNoPostfix}\n`);
    context.skip(whyNoPostfix);
    return;
  }
  const postfix = await startPostfix();
  try {
    const account = { user: '', from: 'secretary@school.test' };
    const opening = await dial(postfix.port, { account, limits: { replySeconds: 10, acceptSeconds: 10 } });
    if (opening.kind === 'failed') throw new Error(JSON.stringify(opening.failure));
    const { session } = opening;
    expect(session.sizeLimit).toBe(5_000_000);
    expect(await session.send(tries.large())).toMatchObject({
      kind: 'failed',
      failure: { cause: 'too-large' },
    });
    expect(await session.send(mailOf({ to: 'nobody@elsewhere.test' }))).toMatchObject({
      kind: 'failed',
      failure: { stage: 'recipient', cause: 'refused' },
    });
    const attachment = await tries.folder().attach(`${'很长的名字'.repeat(20)}.zip`, someBytes(900_000));
    const message = mailOf({ attachments: [attachment] });
    expect(await session.send(message)).toMatchObject({ kind: 'accepted', reply: { code: 250 } });
    await session.close();
    const [filed] = await postfix.filed(1);
    const read = await PostalMime.parse(filed ?? Buffer.alloc(0));
    expect([read.subject, read.attachments.map(({ filename }) => filename)]).toEqual([
      message.subject,
      [attachment.name],
    ]);
    const content = read.attachments[0]?.content;
    const bytes = content instanceof ArrayBuffer ? new Uint8Array(content) : Buffer.alloc(0);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(attachment.sha256);
  } finally {
    await postfix.close();
  }
});
