import { describe, expect, it } from 'vitest';
import { tidyArguments } from '../../src/cli/tidy-arguments.ts';

describe('a folder dragged into the window of Windows, or completed with Tab', () => {
  it.each([
    ['alone', ['check', 'D:\\材料"'], ['check', 'D:\\材料']],
    [
      'with options behind it',
      ['check', 'D:\\材 料" --lang en --strict'],
      ['check', 'D:\\材 料', '--lang', 'en', '--strict'],
    ],
    [
      'with a quoted value behind it',
      ['pack', '.\\材料" --org "学院"'],
      ['pack', '.\\材料', '--org', '学院'],
    ],
    ['on a share', ['check', '\\\\服务器\\党建\\材料"'], ['check', '\\\\服务器\\党建\\材料']],
    ['from a letter', ['verify', '“D:\\outbox\\包.zip”'], ['verify', 'D:\\outbox\\包.zip']],
  ])('is found: %s', (_, given, meant) => {
    expect(tidyArguments(given, 'win32')).toEqual(meant);
  });
});

it.each([
  [['--reason', '他说"不用"了']],
  [['check', 'D:\\材料', '--org', '“双一流”学院']],
  [['check', '材料']],
  [['--notice', '我校“四个一”通知.yaml']],
  [['']],
])('what is right already stays: %j', (args) => {
  expect(tidyArguments(args, 'win32')).toEqual(args);
});

it('elsewhere a quotation mark may be part of a name', () => {
  expect(tidyArguments(['check', './材料"'], 'linux')).toEqual(['check', './材料"']);
});
