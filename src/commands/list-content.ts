import type { ListContent, ListRow } from '../bundle/list-document.ts';
import type { Forced, PersonNeed, PlannedBundle } from '../model/bundle.ts';
import { stepText } from '../model/due-text.ts';
import type { Facts } from '../model/facts.ts';
import type { Judgement } from '../model/report.ts';
import { roleNamesZh } from '../report/zh/format-names-zh.ts';
import { decisionText } from '../report/decision-words.ts';
import { formatBytes } from '../report/format-bytes.ts';
import { formatSeconds } from '../report/format-seconds.ts';
import type { FilledForm } from './fill-forms.ts';
import type { Config } from './parse-config.ts';

interface ListSource {
  readonly bundle: PlannedBundle;
  readonly forms: readonly FilledForm[];
  /** By name. */
  readonly tables: ReadonlyMap<string, Uint8Array>;
  readonly judgement: Judgement;
  readonly contact: Config['contact'];
  readonly forced: Forced | undefined;
}

/** What 报送清单 says: whose it is, what each file is, what is left to do by hand. */
export function listOf({ bundle, forms, tables, judgement, contact, forced }: ListSource): ListContent {
  const { items, tables: stamped = [] } = judgement.materials;
  const parts = [...items, ...stamped].flatMap((item) => item.parts);
  const copied = bundle.files.map(({ name, source, role, bytes }): ListRow => {
    const facts = parts.find(({ path }) => path === source)?.facts;
    return {
      name,
      kind: roleNamesZh[role],
      size: formatBytes(bytes, 'zh'),
      extent: facts ? extentOf(facts) : '',
    };
  });
  const made = forms.map(({ planned, bytes }): ListRow => ({
    name: planned.name,
    kind: roleNamesZh.form,
    size: formatBytes(bytes.length, 'zh'),
    extent: '',
  }));
  const summaries = [...tables].map(([name, bytes]): ListRow => ({
    name,
    kind: '汇总表',
    size: formatBytes(bytes.length, 'zh'),
    extent: '',
  }));
  const contactLine = [contact?.name, contact?.phone, contact?.email].filter((entry) => entry !== undefined);
  return {
    bundle,
    rows: [...copied, ...made, ...summaries],
    head: [
      ['通知', bundle.notice.title],
      ['报送单位', bundle.org],
      ['类别', bundle.category.name],
      ['报送日期', bundle.date],
      ...(contactLine.length > 0 ? [['联系人', contactLine.join('，')] as const] : []),
    ],
    decisions: bundle.decisions.map((decision) => {
      const { about, name, path } = decision;
      const file = name ?? path;
      return `${about}${file === undefined ? '' : `，${file}`}：${decisionText(decision, 'zh')}`;
    }),
    steps: [...bundle.needs.flatMap(stampStep), ...bundle.steps.map(stepText)],
    ...(forced && { forced: forced.reason }),
  };
}

function stampStep(need: PersonNeed): readonly string[] {
  if (need.kind === 'stamp-table') {
    const place = `“${need.category}”的文件夹`;
    return [`打印${need.print ?? need.table}，盖章，扫描成 PDF，放进${place}，再打包一次`];
  }
  if (need.kind !== 'stamp') return [];
  return [`打印${need.print ?? '推荐表'}，盖章（签字），扫描成 PDF，放进这件作品的文件夹，再打包一次`];
}

function extentOf({ video, audio, pdf, text }: Facts): string {
  const seconds = video?.duration ?? audio?.duration;
  if (seconds !== undefined) return formatSeconds(seconds, 'zh');
  if (pdf && pdf.lock !== 'password') return `${pdf.pages} 页`;
  return text ? `${text.words} 字` : '';
}
