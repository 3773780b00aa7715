import type { BundlePlan, Clash, MissingValue, PersonNeed, PlannedBundle } from '../model/bundle.ts';
import type { Language } from '../model/report.ts';
import { catalogueIn } from './catalogue-in.ts';
import { decisionText } from './decision-words.ts';
import { detailName, detailNames } from './detail-name.ts';
import { formatBytes } from './format-bytes.ts';
import { showName, visible } from './show-name.ts';
import { stepDue } from './step-due.ts';
import { displayWidth, padColumns, wrapText } from './terminal/wrap-text.ts';

interface PlanWords {
  readonly bundle: (name: string) => string;
  readonly to: (to: string, subject: string) => string;
  readonly by: (route: string) => string;
  readonly copies: string;
  readonly fills: string;
  readonly tables: string;
  readonly steps: string;
  readonly decisions: string;
  readonly leftOut: string;
  readonly noRoute: string;
  readonly empty: (labels: string) => string;
  /** Forms go by the name that the notice gives them. */
  readonly need: (need: PersonNeed, formName: (id: string) => string) => string;
}

const zh: PlanWords = {
  bundle: (name) => `包：${name}`,
  to: (to, subject) => `发往 ${to}；主题 ${subject}`,
  by: (route) => `报送到 ${route}`,
  copies: '复制并改名',
  fills: '填写表格',
  tables: '生成汇总表',
  steps: '还要人工做的',
  decisions: '由人确认或豁免的（会写进清单和邮件）',
  leftOut: '没有归类，不打进包里',
  noRoute: '通知没有写报到哪里，不打进包里，请自己问清楚',
  empty: (labels) => `空着：${labels}`,
  need: (need, formName) => {
    switch (need.kind) {
      case 'attest':
        return `请确认：${need.text}`;
      case 'unjudged':
        return `程序无法判定，请自己看一看：${catalogueIn('zh')[need.code].title}${need.path === undefined ? '' : ` ${showName(need.path)}`}`;
      case 'form':
        return `没有“${formName(need.form)}”的空白表可填，请自己填好，放进 ${showName(need.item)}`;
      case 'stamp':
        return `${need.print === undefined ? `“${formName(need.form)}”` : showName(need.print)} 还要盖章：打印、盖章（签字）、扫描成 PDF，文件名写上“${formName(need.form)}（盖章）”，放进 ${showName(need.item)}，再打包一次`;
      case 'stamp-table':
        return `${showName(need.print ?? need.table)} 还要盖章：打印、盖章、扫描成 PDF，文件名写上“${visible(need.table)}（盖章）”，放进“${visible(need.category)}”的文件夹，再打包一次`;
      case 'mail':
        return `邮件还缺${detailNames(need.fields, 'zh')}，请写进 ${need.item === undefined ? 'four-ones.yaml 的 contact' : `${showName(need.item)} 的 作品信息.yaml`}`;
      case 'no-route':
        return '通知没有写送到哪里';
      case 'link':
        return `${showName(need.path)} 有 ${formatBytes(need.bytes, 'zh')}，一封邮件最多 ${formatBytes(need.limit, 'zh')}，发不出去：请传到网盘，把链接写进它的 作品信息.yaml 的“网盘链接”`;
    }
  },
};

const en: PlanWords = {
  bundle: (name) => `bundle: ${name}`,
  to: (to, subject) => `to ${to}; subject ${subject}`,
  by: (route) => `goes to ${route}`,
  copies: 'copied and renamed',
  fills: 'forms filled',
  tables: 'tables of all works made',
  steps: 'left to do by hand',
  decisions: 'confirmed or waived by a person (told in list and mail)',
  leftOut: 'unsorted, not packed',
  noRoute: 'not packed, as the notice does not say where it goes; please ask',
  empty: (labels) => `empty: ${labels}`,
  need: (need, formName) => {
    switch (need.kind) {
      case 'attest':
        return `please confirm: ${need.text}`;
      case 'unjudged':
        return `could not be judged, please look yourself: ${catalogueIn('en')[need.code].title}${need.path === undefined ? '' : ` ${showName(need.path)}`}`;
      case 'form':
        return `no blank of the form “${formName(need.form)}” is at hand; fill in your own and put it into ${showName(need.item)}`;
      case 'stamp':
        return `${need.print === undefined ? `“${formName(need.form)}”` : showName(need.print)} is still to be stamped: print it, have it stamped and signed, scan it as PDF under the form’s name, put it into ${showName(need.item)} and pack again`;
      case 'stamp-table':
        return `${showName(need.print ?? need.table)} is still to be stamped: print it, have it stamped, scan it as PDF under the table’s name (${visible(need.table)}), put it into the folder of ${visible(need.category)} and pack again`;
      case 'mail':
        return `the mail lacks ${detailNames(need.fields, 'en')}; write it into ${need.item === undefined ? 'contact of four-ones.yaml' : `作品信息.yaml of ${showName(need.item)}`}`;
      case 'no-route':
        return 'the notice does not say where to hand it in';
      case 'link':
        return `${showName(need.path)} has ${formatBytes(need.bytes, 'en')}, more than a mail takes (${formatBytes(need.limit, 'en')}): put it on a net disk and write the link into its 作品信息.yaml as 网盘链接`;
    }
  },
};

const wordsIn: Readonly<Record<Language, PlanWords>> = { zh, en };

export interface PlanLook {
  readonly language: Language;
  readonly columns: number;
  /** Labels left empty, by the new name of the form or table. */
  readonly emptyBlanks: ReadonlyMap<string, readonly string[]>;
  /** What the notice calls its forms, by id. */
  readonly formNames: ReadonlyMap<string, string>;
}

/** Everything that is going to happen, old name → new name, before anything does. */
export function describePlan({ bundles, leftOut }: BundlePlan, look: PlanLook): string {
  const words = wordsIn[look.language];
  const blocks = bundles.map((bundle) => describeBundle(bundle, words, look));
  const listed = (title: string, files: BundlePlan['leftOut']) =>
    files.length > 0 ? [[title, ...files.map(({ path }) => `  ${showName(path)}`)].join('\n')] : [];
  const nowhere = leftOut.filter(({ reason }) => reason === 'no-route');
  const unsorted = leftOut.filter((file) => !nowhere.includes(file));
  return `${[...blocks, ...listed(words.noRoute, nowhere), ...listed(words.leftOut, unsorted)].join('\n\n')}\n`;
}

function describeBundle(bundle: PlannedBundle, words: PlanWords, look: PlanLook): string {
  const { language, columns, emptyBlanks, formNames } = look;
  const heading = [words.bundle(bundle.name), ...wayOf(bundle, words)];
  const formName = (id: string) => visible(formNames.get(id) ?? id);
  const copies = bundle.files.flatMap(({ source, name, bytes }) =>
    arrow(showName(source), `${showName(name)}  ${formatBytes(bytes, language)}`, columns),
  );
  const made = (name: string) => {
    const empty = emptyBlanks.get(name) ?? [];
    return [`    ${showName(name)}`, ...(empty.length > 0 ? [`      ${words.empty(empty.join('、'))}`] : [])];
  };
  const byHand = [
    ...bundle.needs.map((need) => words.need(need, formName)),
    ...bundle.steps.map(({ text, due }) => text + stepDue(due, language)),
  ];
  return [
    ...heading.flatMap((line) => hanging(line, '', columns)),
    ...section(words.copies, copies),
    ...section(
      words.fills,
      bundle.forms.flatMap(({ name }) => made(name)),
    ),
    ...section(
      words.tables,
      bundle.summaries.flatMap(({ name }) => made(name)),
    ),
    ...section(
      words.decisions,
      bundle.decisions.flatMap((decision) => {
        const { about, name, path } = decision;
        const file = name ?? path;
        const of = file === undefined ? '' : ` ${showName(file)}`;
        return hanging(`◇ ${visible(about)}${of}：${decisionText(decision, language)}`, '    ', columns);
      }),
    ),
    ...section(
      words.steps,
      byHand.flatMap((step, index) => hanging(`${index + 1}. ${step}`, '    ', columns)),
    ),
  ].join('\n');
}

function wayOf({ mail, route }: PlannedBundle, words: PlanWords): readonly string[] {
  if (mail) return [words.to(mail.to, mail.subject)];
  return route?.name === undefined ? [] : [words.by(visible(route.name))];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [`  ${title}`, ...lines] : [];
}

/** On one line where it fits, else the new name beneath the old one. */
function arrow(from: string, to: string, columns: number): readonly string[] {
  const line = `    ${from} → ${to}`;
  return displayWidth(line) <= columns ? [line] : [`    ${from}`, `      → ${to}`];
}

function hanging(text: string, indent: string, columns: number): readonly string[] {
  return wrapText(text, columns - displayWidth(indent)).map(
    (line, index) => `${index === 0 ? indent : padColumns('', displayWidth(indent) + 3)}${line}`,
  );
}

/** Why nothing could be planned, and what to do. */
export function describeClashes(clashes: readonly Clash[], language: Language): string {
  const lines = clashes.flatMap(({ name, between }) => [
    `  ${showName(name)}`,
    ...between.map((one) => `    ← ${showName(one)}`),
  ]);
  const head =
    language === 'zh'
      ? '改名以后会重名（Windows 不分大小写），所以什么都没有做。请改作品文件夹的名称或标题：'
      : 'The new names would clash (case is no difference on Windows), so nothing was done. Rename the works:';
  return [head, ...lines, ''].join('\n');
}

export function describeMissing(missing: readonly MissingValue[], language: Language): string {
  const lines = missing.map(({ item, variable }) =>
    language === 'zh'
      ? `  ${showName(item)}：缺${detailName(variable, language)}，请写进它的 作品信息.yaml`
      : `  ${showName(item)}: ${detailName(variable, language)} is missing; write it into its 作品信息.yaml`,
  );
  const head =
    language === 'zh' ? '命名还缺内容，所以什么都没有做：' : 'The names need more, so nothing was done:';
  return [head, ...lines, ''].join('\n');
}
