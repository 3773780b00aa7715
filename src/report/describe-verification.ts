import type {
  BundleFault,
  BundleFinding,
  BundleVerification,
  UnsafeName,
} from '../model/bundle-verification.ts';
import type { Language } from '../model/report.ts';
import { formatBytes } from './format-bytes.ts';
import { showDetail, showName } from './show-name.ts';

type FaultWords = (fault: BundleFault) => string;

const unsafeZh: Readonly<Record<UnsafeName, string>> = {
  traversal: '会解到别的文件夹去',
  absolute: '写的是绝对路径',
  drive: '带着盘符',
  control: '有控制字符',
  windows: 'Windows 上解不开，或会变成别的名字',
  'too-long': '太长',
};

const unsafeEn: Readonly<Record<UnsafeName, string>> = {
  traversal: 'leads out of the folder',
  absolute: 'is an absolute path',
  drive: 'bears a drive letter',
  control: 'holds control characters',
  windows: 'cannot be unpacked on Windows, or becomes another name there',
  'too-long': 'is too long',
};

const zh: FaultWords = (fault) => {
  switch (fault.kind) {
    case 'not-found':
      return '找不到这个包';
    case 'not-a-bundle':
      return `不是能打开的文件夹或 zip（${showDetail(fault.detail)}）`;
    case 'unreadable':
      return `读不了${fault.name === undefined ? '' : ` ${showName(fault.name)}`}（${showDetail(fault.detail)}）`;
    case 'empty':
      return '里面什么都没有';
    case 'no-checksums':
      return '没有校验清单 manifest-sha256.txt，没法证明有没有改动';
    case 'checksums-malformed':
      return `校验清单有 ${fault.lines} 行看不懂`;
    case 'missing':
      return `少了 ${showName(fault.name)}`;
    case 'changed':
      return `被改动过：${showName(fault.name)}`;
    case 'extra':
      return `多出清单上没有的 ${showName(fault.name)}`;
    case 'same-name':
      return `在 Windows 上会重名：${fault.names.map(showName).join('、')}`;
    case 'unsafe-name':
      return `名称不安全（${unsafeZh[fault.why]}）：${showName(fault.name)}`;
    case 'name-unreadable':
      return `名称的编码认不出：${showName(fault.shown)}`;
    case 'link':
      return `是链接，不是文件：${showName(fault.name)}`;
    case 'special':
      return `不是普通文件：${showName(fault.name)}`;
    case 'encrypted':
      return `加了密码：${showName(fault.name)}`;
    case 'unsupported':
      return `压缩方法 ${fault.method} 解不开：${showName(fault.name)}`;
    case 'damaged':
      return `损坏${fault.name === undefined ? '' : `：${showName(fault.name)}`}（${showDetail(fault.detail)}）`;
    case 'bomb':
      return `压缩炸弹：${formatBytes(fault.packed, 'zh')} 会解出 ${formatBytes(fault.unpacked, 'zh')}`;
    case 'too-many':
      return `文件太多，超过 ${fault.limit} 个`;
    case 'archive-unread':
      return `没法查看压缩包 ${showName(fault.name)} 里面（外面的包被重新压缩过）：请先解压，再核对解压出来的文件夹`;
    case 'record-differs':
      return `与旁边的记录（.bundle.json）对不上：${showName(fault.name)}`;
    case 'record-unreadable':
      return '旁边的记录（.bundle.json）看不懂';
  }
};

const en: FaultWords = (fault) => {
  switch (fault.kind) {
    case 'not-found':
      return 'there is no such bundle';
    case 'not-a-bundle':
      return `neither a folder nor a zip that opens (${showDetail(fault.detail)})`;
    case 'unreadable':
      return `cannot be read${fault.name === undefined ? '' : `: ${showName(fault.name)}`} (${showDetail(fault.detail)})`;
    case 'empty':
      return 'there is nothing in it';
    case 'no-checksums':
      return 'no manifest-sha256.txt: nothing proves that it is unchanged';
    case 'checksums-malformed':
      return `${fault.lines} lines of the checksum list are not understood`;
    case 'missing':
      return `missing: ${showName(fault.name)}`;
    case 'changed':
      return `changed: ${showName(fault.name)}`;
    case 'extra':
      return `not on the list: ${showName(fault.name)}`;
    case 'same-name':
      return `one name to Windows: ${fault.names.map(showName).join(', ')}`;
    case 'unsafe-name':
      return `unsafe name (${unsafeEn[fault.why]}): ${showName(fault.name)}`;
    case 'name-unreadable':
      return `a name in no known encoding: ${showName(fault.shown)}`;
    case 'link':
      return `a link, not a file: ${showName(fault.name)}`;
    case 'special':
      return `not a plain file: ${showName(fault.name)}`;
    case 'encrypted':
      return `locked with a password: ${showName(fault.name)}`;
    case 'unsupported':
      return `compression method ${fault.method} cannot be read: ${showName(fault.name)}`;
    case 'damaged':
      return `damaged${fault.name === undefined ? '' : `: ${showName(fault.name)}`} (${showDetail(fault.detail)})`;
    case 'bomb':
      return `a bomb: ${formatBytes(fault.packed, 'en')} unpack to ${formatBytes(fault.unpacked, 'en')}`;
    case 'too-many':
      return `more than ${fault.limit} files`;
    case 'archive-unread':
      return `nobody can look into ${showName(fault.name)}, as the bundle was compressed anew: unpack it and verify the folder`;
    case 'record-differs':
      return `the record beside it (.bundle.json) says otherwise: ${showName(fault.name)}`;
    case 'record-unreadable':
      return 'the record beside it (.bundle.json) is not understood';
  }
};

const SIGNS = { fail: '✗', unknown: '？', remark: '·' } as const;

/** One finding, safe to print. */
export function findingText({ fault }: BundleFinding, language: Language): string {
  return (language === 'zh' ? zh : en)(fault);
}

/** What a bundle turned out to be, in lines; a faultless one is one line. */
export function describeVerification(
  { verdict, findings, files }: BundleVerification,
  language: Language,
): string {
  const lines = findings.map((finding) => `${SIGNS[finding.severity]} ${findingText(finding, language)}`);
  return [...lines, conclusion(verdict, files.length, language), ''].join('\n');
}

function conclusion(verdict: BundleVerification['verdict'], count: number, language: Language): string {
  switch (verdict) {
    case 'pass':
      return language === 'zh'
        ? `✓ 完整，没有改动：${count} 个文件`
        : `✓ complete and unchanged: ${count} files`;
    case 'fail':
      return language === 'zh' ? '结论：不合格' : 'verdict: fail';
    case 'unsettled':
      return language === 'zh' ? '结论：没法证明' : 'verdict: cannot be proven';
  }
}

/** Why the materials of a bundle were not judged again, and what to do. */
export function describeNotJudged(why: 'not-proven' | 'no-record', language: Language): string {
  const words = {
    'not-proven': {
      zh: '没有再按通知检查：先要证明包完整、没有改动。',
      en: 'Not judged by the notice: the bundle must first be proven complete and unchanged.',
    },
    'no-record': {
      zh: '没有再按通知检查：包旁边没有记录（.bundle.json），不知道是哪个通知、哪个类别。请把它放到包旁边；或者解开以后用 four-ones check 检查。',
      en: 'Not judged by the notice: no record (.bundle.json) beside the bundle says which notice and category. Put it there, or unpack the bundle and use four-ones check.',
    },
  };
  return `${words[why][language]}\n`;
}
