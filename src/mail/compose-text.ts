import { allFiles, type BundleManifest } from '../model/bundle.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { MailDraft } from './mail-draft.ts';
import { fillTemplate, hasVariable } from './mail-template.ts';
import type { MailTemplates } from './mail-templates.ts';
import { singleLine } from './single-line.ts';

export interface TextRequest {
  readonly manifest: BundleManifest;
  readonly draft: MailDraft;
  /** 0 at first; counts up with each time that it is sent again. */
  readonly round: number;
  readonly templates: MailTemplates;
  /** `12.3 MB`, in Chinese. */
  readonly formatBytes: (bytes: number) => string;
}

/**
 * The text of one mail, with `\n`: what is handed in, file by file, so that whoever receives it can check what came
 * without opening it. Each value is text on one line, whatever it holds.
 */
export function composeText(request: TextRequest): string {
  const { manifest, draft, round, templates } = request;
  const { notice, org, categoryName, date, bundle, contact, forced } = manifest;
  const rows = rowsOf(request);
  const values = {
    notice: notice.title,
    org,
    category: categoryName,
    date: longDate(date),
    bundle,
    times: round > 0 ? String(round + 1) : '',
    place: rows.files.length > 0 ? placeOf(draft, rows.zip !== undefined) : '',
    fileCount: rows.files.length > 0 ? String(rows.files.length) : '',
    linkCount: rows.links.length > 0 ? String(rows.links.length) : '',
    zipName: rows.zip?.name ?? '',
    zipSize: rows.zip ? sizeText(rows.zip.bytes, request) : '',
    zipSha256: rows.zip?.sha256 ?? '',
    part: draft.parts > 1 ? String(draft.part) : '',
    parts: draft.parts > 1 ? String(draft.parts) : '',
    forced: forced?.reason ?? '',
    contactName: contact?.name ?? '',
    contactPhone: contact?.phone ?? '',
    contactEmail: contact?.email ?? '',
  };
  const blocks = {
    body: (manifest.mail?.body ?? []).map(singleLine).join('\n'),
    fields: fieldLines(manifest).join('\n'),
    files: rows.files.join('\n'),
    links: rows.links.join('\n'),
    decisions: decisionLines(manifest).join('\n'),
    partList: draft.parts > 1 ? partRows(draft, templates).join('\n') : '',
    steps: manifest.steps.map((step, index) => `${index + 1}. ${singleLine(step)}`).join('\n'),
  };
  const filled = fillTemplate(templates.body, { ...eachOnOneLine(values), ...blocks });
  // One's own template may be older than these: what the notice wants to read, and what a person vouched for, is never
  // left out.
  const unsaid = hasVariable(templates.body, 'decisions') ? '' : blocks.decisions;
  const unread = hasVariable(templates.body, 'body') ? '' : blocks.body;
  const paragraphs = [filled, unread, unsaid === '' ? '' : `${DECISIONS_HEAD}\n${unsaid}`];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

const DECISIONS_HEAD = '程序看不出来、由人确认或豁免的：';

/** What a person vouched for or let pass: of which file, whose word it is, and why. */
function decisionLines({ decisions = [] }: BundleManifest): readonly string[] {
  return decisions.map(({ about, name, path, answer, by, date, note }, index) => {
    const file = name ?? path;
    const of = file === undefined ? '' : `，${file}`;
    const said = {
      yes: `已由 ${by} 人工确认（${date}）${note === undefined ? '' : `：${note}`}`,
      no: `经 ${by} 人工查看，认定不合格（${date}）${note === undefined ? '' : `：${note}`}`,
      waive: `经 ${by} 同意豁免（${date}），理由：${note ?? ''}`,
    }[answer];
    return singleLine(`${index + 1}. ${about}${of}：${said}`);
  });
}

/** Every file once: with the attachments, or with the links; what a work's own zip holds follows it. */
function rowsOf(request: TextRequest) {
  const { manifest, draft, templates } = request;
  const { files, links, mail } = manifest;
  const byLink = new Set(draft.linked.map(({ name }) => name));
  const names = new Set(files.map(({ name }) => name));
  const zip = draft.attachments.find(({ name }) => !names.has(name));
  const attached = new Set(zip ? names : draft.division.flat());
  const shown = mail?.attach === 'none' ? [] : files.filter(({ name }) => attached.has(name));
  const sized = (file: (typeof files)[number], index: number) => ({
    number: String(index + 1),
    name: file.name,
    size: sizeText(file.bytes, request),
    sha256: file.sha256,
  });
  const fileRows = allFiles(shown).map((file, index) =>
    fillTemplate(templates.file, eachOnOneLine(sized(file, index))),
  );
  const linkRows = files
    .filter(({ name }) => byLink.has(name))
    .map((file, index) => {
      const { url = '', code = '', expires = '' } = links.find(({ name }) => name === file.name) ?? {};
      return fillTemplate(templates.link, eachOnOneLine({ ...sized(file, index), url, code, expires }));
    });
  return { zip, files: fileRows, links: linkRows };
}

function fieldLines({ mail }: BundleManifest): readonly string[] {
  const fields = mail?.fields ?? [];
  return fields.map(({ label, value }) => `${singleLine(label)}：${singleLine(value)}`);
}

function partRows({ part, parts, division }: MailDraft, { part: row }: MailTemplates): readonly string[] {
  return division.map((names, index) =>
    fillTemplate(row, {
      part: String(index + 1),
      parts: String(parts),
      here: index + 1 === part ? '本封' : '',
      names: names.map(singleLine).join('\n'),
    }),
  );
}

function placeOf({ parts }: MailDraft, zipped: boolean): string {
  if (zipped) return '都在压缩包里';
  return parts > 1 ? `分在 ${parts} 封邮件的附件里` : '都在附件里';
}

/** Short for the eye, whole for checking. */
function sizeText(bytes: number, { formatBytes }: TextRequest): string {
  const short = formatBytes(bytes);
  return bytes < 1024 ? short : `${short}（${bytes.toLocaleString('en-US')} 字节）`;
}

function longDate(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

function eachOnOneLine(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, singleLine(value)]));
}
