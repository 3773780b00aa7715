import { settleDelivery } from '../commands/settle-delivery.ts';
import type { Ending } from '../model/outcome.ts';
import { UsageError } from '../model/problems.ts';
import { visible } from '../report/show-name.ts';
import type { System } from '../system/system.ts';
import type { SendOptions } from './options.ts';

export interface Word {
  readonly bundle: string;
  readonly word: 'sent' | 'not-sent' | 'done';
}

/** `--settle <bundle> sent|not-sent`, `--done <bundle>`: a person's word instead of a sending. */
export function wordOf({ settle, done }: SendOptions): Word | undefined {
  if (done !== undefined) return { bundle: done, word: 'done' };
  if (!settle) return undefined;
  const [bundle = '', word] = settle;
  if (settle.length === 2 && (word === 'sent' || word === 'not-sent')) return { bundle, word };
  throw new UsageError({
    zh: '写成 --settle 包名 sent（对方收到了）或 --settle 包名 not-sent（对方没收到）',
    en: 'write --settle BUNDLE sent (it arrived) or --settle BUNDLE not-sent (it did not)',
  });
}

export async function runSettle(
  outbox: string | undefined,
  word: Word,
  { config, by, note, to, lang }: SendOptions,
  system: System,
): Promise<Ending> {
  const settled = await settleDelivery(
    {
      ...word,
      ...(outbox !== undefined && { outbox }),
      ...(config !== undefined && { config }),
      ...(by !== undefined && { by }),
      ...(note !== undefined && { note }),
      ...(to !== undefined && { to }),
    },
    system,
  );
  system.terminal.out(`${settledText(visible(settled.bundle), settled.word, visible(settled.by), lang)}\n`);
  return { kind: 'done' };
}

function settledText(bundle: string, word: Word['word'], by: string, lang: SendOptions['lang']): string {
  const zh = { sent: '对方已收到', 'not-sent': '对方没有收到，下次运行 send 会再发', done: '已人工报送' };
  const en = {
    sent: 'it arrived',
    'not-sent': 'it did not arrive; the next send sends it',
    done: 'handed in by hand',
  };
  return lang === 'zh'
    ? `已记入台账：${bundle}，${zh[word]}（${by}）`
    : `recorded: ${bundle}, ${en[word]} (${by})`;
}
