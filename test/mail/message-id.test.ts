import { expect, it } from 'vitest';
import { contentKey } from '../../src/mail/content-key.ts';
import { messageId } from '../../src/mail/message-id.ts';

const a = { name: '甲.docx', sha256: 'a'.repeat(64) };
const b = { name: '乙.jpg', sha256: 'b'.repeat(64) };
const base = { files: [a, b], route: 'organisation', to: 'x@example.edu.cn', attach: 'bundle' as const };

it('the same files by the same way are the same, whatever their order and however their names are composed', () => {
  expect(contentKey(base)).toMatch(/^[0-9a-f]{64}$/);
  expect(contentKey({ ...base, files: [b, a] })).toBe(contentKey(base));
  const accents = (form: string) =>
    contentKey({ ...base, files: [{ ...a, name: 'é.docx'.normalize(form) }] });
  expect(accents('NFD')).toBe(accents('NFC'));
});

it('anything else is something else, and is sent', () => {
  const others = [
    { ...base, files: [a] },
    { ...base, files: [a, { ...b, sha256: 'c'.repeat(64) }] },
    { ...base, files: [a, { ...b, name: '丙.jpg' }] },
    {
      ...base,
      files: [
        { name: a.name, sha256: b.sha256 },
        { name: b.name, sha256: a.sha256 },
      ],
    },
    { ...base, route: 'ministry' },
    { ...base, to: 'y@example.edu.cn' },
    { ...base, attach: 'files' as const },
    { ...base, attach: 'none' as const },
    { ...base, attach: 'none' as const, fields: [{ label: '题目', value: '一' }] },
    { ...base, attach: 'none' as const, fields: [{ label: '题目', value: '二' }] },
    { files: base.files },
  ];
  expect(new Set([base, ...others].map(contentKey)).size).toBe(others.length + 1);
});

it('a mail has one name for ever, and each mail its own', () => {
  const mark = { content: 'c', to: 'x@example.edu.cn', round: 0, part: 1, parts: 1 };
  const id = messageId(mark, 'sender@Example.EDU.cn');
  expect(id).toMatch(/^[0-9a-f]{32}@example\.edu\.cn$/);
  expect(messageId({ ...mark }, 'other@example.edu.cn')).toBe(id);
  const others = [
    { ...mark, content: 'd' },
    { ...mark, to: 'y@example.edu.cn' },
    { ...mark, round: 1 },
    { ...mark, parts: 2 },
    { ...mark, part: 2, parts: 2 },
  ];
  expect(new Set([mark, ...others].map((one) => messageId(one, 'a@b.cn'))).size).toBe(others.length + 1);
});

it('no address adds a header to a mail', () => {
  const mark = { content: 'c', to: 'x', round: 0, part: 1, parts: 1 };
  expect(messageId(mark, 'a@b.cn>\r\nBcc: <x@y.z')).toMatch(/^[0-9a-f]{32}@[\w.-]+$/);
  expect(messageId(mark, '中文@中国')).toMatch(/@localhost$/);
});
