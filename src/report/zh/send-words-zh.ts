import type { StopReason } from '../../model/send.ts';
import { findingText } from '../describe-verification.ts';
import { detailNames } from '../detail-name.ts';
import { formatBytes, formatLimit } from '../format-bytes.ts';
import type { SendWords } from '../send-words.ts';
import { showName, visible } from '../show-name.ts';

const size = (bytes: number) => formatBytes(bytes, 'zh');
const day = (at: string) => at.slice(0, 16).replace('T', ' ');

export const sendWordsZh: SendWords = {
  toSend: (bundles, mails) => `要发送 ${bundles} 个包，共 ${mails} 封邮件`,
  nothing: '没有要发送的邮件。',
  labels: {
    to: '收件邮箱',
    from: '发件邮箱',
    subject: '主题',
    attached: '附件',
    size: '邮件大小',
    links: '网盘',
  },
  noAttachment: '（没有附件，内容写在正文里）',
  number: ({ part, parts }) => `第 ${part}/${parts} 封`,
  size: (bytes, limit) => `${size(bytes)}（上限 ${formatLimit(limit, 'zh')}）`,
  earlier: ({ at }) => `注意：${day(at)} 往这个邮箱报送过同名、内容不同的包；这次会当作另一份发出`,
  again: '重发：主题带【重发】',
  already: (entry) => `已经发过${entry ? `（${day(entry.at)}）` : ''}，不再发送`,
  inDoubt: (bundle) =>
    `未知是否送达，不会自动再发。请看发件邮箱的“已发送”或问收件人；收到了运行前一条，没收到运行后一条：${settleCommands(bundle)}`,
  byHand: '不是发邮件，要人工报送：',
  tick: (bundle) => `做完后打勾：\nfour-ones send --done "${visible(bundle)}" --by 姓名`,
  done: ({ at, by = '', note }) =>
    `已人工报送（${day(at)}，${visible(by)}${note === undefined ? '' : `：${visible(note)}`}）`,
  stopped: '不能发送',
  why: (reason, bundle) => whyStopped(reason, bundle),
  unreadable: (name) => `${showName(name)} 看不懂，它代表的包没有发送；请重新打包`,
  unreadableLines: (lines) =>
    `报送台账 ledger.jsonl 第 ${lines.slice(0, 5).join('、')} 行看不懂，那里可能记着发过的邮件，所以什么都没有发。` +
    '请先把台账另存一份，对照发件邮箱的“已发送”看那几行记的是什么；弄清楚后从台账里删掉那几行，再运行',
  states: {
    none: '还没有发送',
    planned: '待发送',
    sending: '正在发送',
    failed: '发送失败',
    'partly-sent': '只发了一部分',
    'in-doubt': '未知是否送达',
    sent: '已发送',
    done: '已人工报送',
  },
  sent: (mails) => `已发送 ${mails} 封邮件，服务器都收下了。`,
  sentMail: '已发送',
  failedMail: '没有发出',
  doubtfulMail: '未知是否送达',
  said: (text) => `对方答复：${text}`,
  detail: (text) => `系统提示：${text}`,
  next: (text) => `怎么办：${text}`,
  tried: (times) => `试了 ${times} 次`,
  left: (bundles) => `还有 ${bundles} 个包没有发送；解决以后再运行一次，已经发的不会重发`,
  doubtful: (bundles) => `有 ${bundles} 个包未知是否送达，程序不会自己重发；请按上面写的弄清楚`,
  interrupted: '已中断。再运行一次会接着没发的发，已经发的不会重发。',
  cancelled: '没有发送。',
  awaited: '等对方收下',
  connecting: '正在登录邮箱…',
  preparing: '准备发送…',
  pausing: '等一会儿再试…',
  waiting: (what, seconds) => `${what}；${seconds} 秒后再试`,
  previews: (count, folder) => `没有发送。${count} 封邮件的样子写在 ${folder}，双击 .eml 文件可以打开看`,
  smaller: '对方服务器能收的邮件更小，重新分成：',
};

function settleCommands(bundle: string): string {
  const settle = `\nfour-ones send --settle "${visible(bundle)}"`;
  return `${settle} sent${settle} not-sent`;
}

function whyStopped(reason: StopReason, bundle: string): readonly string[] {
  switch (reason.kind) {
    case 'mail':
      return [
        `邮件还缺${detailNames(reason.fields, 'zh')}`,
        '请写进作品文件夹的 作品信息.yaml（联系人、电话写进 four-ones.yaml 的 contact），再打包一次（pack --replace）',
      ];
    case 'unstamped':
      return [
        `还没有盖章的扫描件：${reason.names.map(showName).join('、')}`,
        '打印出来，盖章（签字），扫描成 PDF，文件名写上“盖章”，放进作品的文件夹（汇总表放进这一类的文件夹），再打包一次（pack --replace）',
      ];
    case 'too-large':
      return [
        ...reason.files.map(
          ({ name, bytes, messageBytes }) =>
            `${showName(name)} 有 ${size(bytes)}，编进邮件是 ${size(messageBytes)}，超过上限 ${formatLimit(reason.limit, 'zh')}`,
        ),
        '请传到网盘，再加上 --link "文件名=网盘链接 提取码: 1234"；包里的文件一个都还没有发',
      ];
    case 'text-too-large':
      return [
        `光是正文就有 ${size(reason.bytes)}，超过上限 ${formatLimit(reason.limit, 'zh')}；请分成几次打包`,
      ];
    case 'part-too-large':
      return [
        `前几封已经发出，第 ${reason.part.part}/${reason.part.parts} 封有 ${size(reason.bytes)}，现在的上限是 ${formatLimit(reason.limit, 'zh')}`,
        `请把 mail.limit 改回原来的大小再发；或全部重发：\nfour-ones send --resend --bundle "${visible(bundle)}"`,
      ];
    case 'division-lost':
      return [
        '以前分几封发过一部分，这次却分不成和上次一样',
        `上次加了 --link 的，这次也照样加上；不是的话请向收件人核实收到了什么，再全部重发：\nfour-ones send --resend --bundle "${visible(bundle)}"`,
      ];
    case 'damaged':
      return [
        '包和打包时不一样了：',
        ...reason.findings.slice(0, 5).map((finding) => findingText(finding, 'zh')),
        '请再打包一次（pack --replace）',
      ];
    case 'missing':
      return [
        `包里的文件少了或被改过：${reason.names.map(showName).join('、')}`,
        '请再打包一次（pack --replace）',
      ];
    case 'recipient':
      return [
        `记录里的收件邮箱 ${visible(reason.to)} 不是通知写明的${reason.known.length > 0 ? `（通知写的是 ${reason.known.map(visible).join('、')}）` : ''}`,
        '请核对；确实要发到这里的，加 --to 邮箱 --confirm-recipient',
      ];
    case 'notice-unknown':
      return ['打包时用的通知不是内置的，找不到它来核对收件邮箱', '请用 --notice 写明通知文件'];
  }
}
