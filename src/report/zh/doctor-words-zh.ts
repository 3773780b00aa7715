import type { DiagnosisWords, DoctorWords, MediaToolFound } from '../doctor-words.ts';

const sources = { given: '环境变量指定', shipped: '自带', own: '本机安装' } as const;

export const doctorWordsZh: DoctorWords = {
  heading: '这台电脑准备好了没有',
  ready: '需要的都有了。',
  notReady: (count) => `还缺 ${count} 样，按 → 后面写的补上，再运行一次 four-ones doctor。`,
  states: { ok: '正常', lacking: '缺少', advice: '提醒', unknown: '不清楚' },
  titles: {
    node: 'Node.js',
    ffprobe: 'ffprobe',
    ffmpeg: 'ffmpeg',
    soffice: 'LibreOffice',
    fonts: '字体',
    terminal: '终端',
    clock: '日期',
    config: '配置',
    disk: '磁盘空间',
    outbox: '发件文件夹',
    keyring: '系统钥匙串',
    mail: '发信邮箱',
  },
  subjects: {
    node: ({ state, version, asked }) => ({
      text: version,
      ...(state !== 'ok' && { cure: `需要 ${asked} 或更新的版本：到 https://nodejs.org 下载“LTS”版安装` }),
    }),
    soffice: ({ path }) =>
      path === undefined
        ? {
            text: '没有；只有遇到旧的 .doc 表格才用得到',
            cure: '要用时安装 LibreOffice，或用 Word、WPS 把 .doc 另存为 .docx',
          }
        : { text: path },
    fonts: ({ state, missing = [] }) =>
      state === 'unknown'
        ? { text: '列不出这台电脑的字体', cure: '用 Word 打开填好的推荐表，看字体对不对' }
        : missing.length === 0
          ? { text: '仿宋_GB2312、方正小标宋简体都有' }
          : {
              text: `没有${missing.join('、')}；表格照样能填，只是在这台电脑上看起来、打印出来是别的字体`,
              cure: '从单位的公文电脑或字体官网安装；或换一台装好的电脑打印',
            },
    terminal: ({ state, codePage, locale, dumb }) => {
      const plain = dumb ? '；终端不能移动光标，提问改用编号' : '';
      if (codePage !== undefined)
        return state === 'ok'
          ? { text: `代码页 ${codePage}，中文显示正常${plain}` }
          : {
              text: `代码页 ${codePage}，中文可能是乱码${plain}`,
              cure: '先运行 chcp 65001，或改用“Windows 终端”',
            };
      if (state === 'ok') return { text: `${locale ?? ''}，中文显示正常${plain}` };
      if (state === 'unknown')
        return { text: '看不出用的是哪个代码页', cure: '中文显示成乱码时，先运行 chcp 65001' };
      return {
        text: `语言环境是 ${locale ?? '空的'}，中文可能显示不出来${plain}`,
        cure: '先运行 export LANG=zh_CN.UTF-8（或 C.UTF-8）',
      };
    },
    clock: ({ state, today, noticeYear }) =>
      state === 'lacking'
        ? {
            text: `今天是 ${today}？电脑的日期不对`,
            cure: '校准系统日期和时间：日期不对，包名、表格都会错，邮箱也登录不上',
          }
        : state === 'advice'
          ? {
              text: `今天是 ${today}，通知是 ${noticeYear ?? ''} 年的`,
              cure: `按今年报送的，在 four-ones.yaml 里写 year: ${today.slice(0, 4)}，截止日期随之移动`,
            }
          : { text: `今天是 ${today}` },
    config: (found, { problem }) => {
      const wrong = problem(found);
      if (wrong !== undefined) return { text: wrong, cure: '用记事本打开，按上面说的改好' };
      const { file, unset } = found;
      if (file === undefined) return { text: '还没有 four-ones.yaml', cure: '运行 four-ones init 建一个' };
      const names = unset.map((key) => ({ org: '单位（org）', contact: '联系人和电话（contact）' })[key]);
      return names.length === 0
        ? { text: file }
        : { text: `${file} 里没有写${names.join('、')}`, cure: '补上，推荐表和邮件里要用' };
    },
    disk: ({ state, free, needed, folder }, { bytes }) => {
      if (free === undefined) return { text: `看不出 ${folder} 还有多少空间` };
      const text = `还有 ${bytes(free)}（${folder}）`;
      return state === 'ok'
        ? { text }
        : { text, cure: `打包大约要 ${bytes(needed)}：清理磁盘，或在 four-ones.yaml 里用 outbox 换一个盘` };
    },
    outbox: ({ state, folder }) =>
      state === 'ok'
        ? { text: `${folder} 可以写` }
        : {
            text: `${folder} 写不进去`,
            cure: '检查这个文件夹的权限（只读的 U 盘？），或在 four-ones.yaml 里用 outbox 换个位置',
          },
    keyring: ({ state }) =>
      state === 'ok'
        ? { text: '可以用来存授权码' }
        : {
            text: '没有，或没有解锁；授权码每次发送时输入',
            cure: '不影响使用；要省去每次输入，可以把授权码放进环境变量 FOUR_ONES_SMTP_PASSWORD',
          },
    mail: (found, { failure, problem }) => {
      const { account, tried, state } = found;
      const failed = failure(found);
      if (failed)
        return { text: [failed.what, failed.said].filter(Boolean).join('；原话：'), cure: failed.next };
      const wrong = problem(found);
      if (wrong !== undefined) return { text: wrong };
      const name = `${account?.from ?? ''}（${account?.host ?? ''}:${account?.port ?? ''}）`;
      if (state === 'ok') return { text: `${name} 登录成功` };
      return tried
        ? { text: name }
        : { text: `${name} 还没有试过登录`, cure: '要试（不发邮件）：four-ones doctor --mail' };
    },
  },
  mediaTool,
};

function mediaTool(found: MediaToolFound): DiagnosisWords {
  const { subject, state, path, version, source, misnamed } = found;
  const variable = subject === 'ffprobe' ? 'FFPROBE_PATH' : 'FFMPEG_PATH';
  const install = `重新安装本工具（npm install -g four-ones），或安装 ffmpeg 后把 ${subject} 的位置写进环境变量 ${variable}`;
  if (path === undefined || source === undefined)
    return { text: `没有找到，看不了${subject === 'ffprobe' ? '视频和音频' : '声音和画面'}`, cure: install };
  const place = `${sources[source]}，${path}`;
  if (state === 'lacking') return { text: `运行不起来（${place}）`, cure: install };
  const text = `${version ?? '版本不明'}（${place}）`;
  return misnamed === undefined
    ? { text }
    : { text, cure: `环境变量 ${variable} 写的 ${misnamed} 用不了，改对或删掉` };
}
