import type { Role } from '../../model/format.ts';

/** Words by which a notice names a kind of file. */
const WORDS: readonly (readonly [Role, RegExp])[] = [
  ['slides', /课件|PPT|演示文稿|幻灯片/i],
  ['form', /推荐表|申报表|报名表|汇总表|登记表|申请表|信息表|统计表/],
  ['scan', /扫描件|扫描版|扫描PDF|扫描/i],
  ['video', /视频|录像|短片|微电影|影片|宣传片|微党课录|MP4|影像/i],
  ['audio', /音频|录音|MP3|WAV/i],
  ['photo', /照片|图片|摄影|相片|海报|剧照|表情包|JPE?G|GIF/i],
  ['text', /文稿|文本|文字(?!幕)|文章|论文|稿件|征文|WORD|正文|讲稿|新闻稿|教案|脚本|诗歌|散文/i],
];

export const ROLE_NAMES: Readonly<Partial<Record<Role, string>>> = {
  video: '视频', photo: '照片', audio: '音频', text: '文稿', scan: '扫描件', slides: '课件', form: '表格',
}; // prettier-ignore

const MEDIA: readonly Role[] = ['video', 'audio', 'photo'];
/** What stands in brackets and would only part what belongs together: MP4(推荐使用)、AVI; 3张(含3张)以上. */
const ASIDES = /\((?:(?:推荐|优先|建议)(?:使用|采用)?|(?:包?含|包括)[^()]{0,6})\)/g;

export function rolesIn(clause: string): readonly Role[] {
  return WORDS.flatMap(([role, words]) => (words.test(clause) ? [role] : []));
}

/** Clauses of a sentence with the kinds of file they are about: their own words, else those before them. */
export interface Clause {
  readonly text: string;
  readonly roles: readonly Role[];
  /** What the clauses before were about. */
  readonly before: readonly Role[];
  /** Taken from what stands before. */
  readonly carried: boolean;
  /** What it speaks of is turned away: 超过10分钟的，不予受理. */
  readonly refused: boolean;
}

const REFUSED = /不予|不得报|不接收|不收|不受理|取消|视为|视作|淘汰|无效|不计|退回|扣分|不能参/;

export function clausesOf(plain: string, before: readonly Role[]): readonly Clause[] {
  const [only, ...others] = rolesIn(plain).filter((role) => MEDIA.includes(role));
  // 时长不超过120秒,格式为MP4: the one kind of recording that a sentence names is the one it is about.
  let known = before.length === 0 && only && others.length === 0 ? [only] : before;
  return (
    plain
      .replace(ASIDES, '')
      // 1分钟以内(不含1分钟) is one thought.
      .replace(/\((不(?:含|包括|包含))[^()]{0,12}\)/g, '$1')
      .split(/[,;()。!?]/)
      .filter((text) => text.trim() !== '')
      .map((text, index, all) => {
        const own = rolesIn(text);
        const earlier = known;
        if (own.length > 0) known = own;
        const next = all[index + 1] ?? '';
        const refused = REFUSED.test(text) || (/的\s*$/.test(text) && REFUSED.test(next));
        return {
          text,
          before: earlier,
          roles: known,
          carried: own.length === 0 && known.length > 0,
          refused,
        };
      })
  );
}
