import type { FormCopy } from '../model/form.ts';
import type { Role } from '../model/format.ts';
import type { ColorSpace, MediaRules } from '../model/media-rules.ts';
import type { InfoField, PersonRole } from '../model/notice.ts';
import type { Level } from '../model/ruled.ts';
import type { Language } from '../model/report.ts';
import { colorNamesEn, fieldNamesEn, personNamesEn, roleNamesEn } from './en/format-names-en.ts';
import { plural } from './en/plural.ts';
import { colorNamesZh, fieldNamesZh, personNamesZh, roleNamesZh } from './zh/format-names-zh.ts';

/**
 * How a rule is seen to: judged by the program, from what the files say or from what their pictures show; confirmed by a
 * person; done by hand; or done by pack or by send.
 */
export type Handling = 'program' | 'picture' | 'person' | 'hand' | 'pack' | 'send';

/** The words of a notice's description, in one language. */
export interface NoticeWords {
  readonly language: Language;
  /** Empty where nobody asks how. */
  readonly handling: Readonly<Partial<Record<Handling, string>>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly rules: Readonly<Record<keyof MediaRules, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly fields: Readonly<Record<InfoField, string>>;
  readonly colors: Readonly<Record<ColorSpace, string>>;
  /** Columns the labels take. */
  readonly labelWidth: number;
  /** Between things of a list. */
  readonly comma: string;
  /** Between statements. */
  readonly separator: string;
  readonly semicolon: string;
  readonly colon: string;
  readonly labels: Readonly<Record<Label, string>>;
  readonly values: Readonly<Record<Value, string>>;
  readonly copies: Readonly<Record<FormCopy, string>>;
  readonly brackets: readonly [string, string];
  since(from: string): string;
  /** From one day to another. */
  span(from: string, to: string): string;
  about(count: number): string;
  /** Each month by this day, first and last. */
  monthly(day: number, at: string | undefined, first: string, last: string): string;
  /** Counted between them; undefined: all categories. */
  together(names: string | undefined): string;
  /** At most so many works, or categories, for each of them. */
  perPerson(role: PersonRole, max: number, count: 'works' | 'categories'): string;
  /** Before what is asked of units of no kind that the notice names. */
  others: string;
}

type Label =
  | 'id' | 'issuer' | 'submitter' | 'content' | 'parts' | 'quota' | 'deadline' | 'info' | 'form' | 'naming'
  | 'summary' | 'packing' | 'choice' | 'workSize' | 'workDates' | 'route' | 'step' | 'attest' | 'media' | 'mediaForAll' | 'mediaAlone' | 'general' | 'whole' | 'year' | 'over' | 'categories'; // prettier-ignore
type Value =
  | 'required' | 'forbidden' | 'sound' | 'progressive' | 'faststart' | 'original' | 'unlocked' | 'contact' | 'seal'
  | 'inMail' | 'inAll' | 'only' | 'works' | 'rolling' | 'allYear' | 'subject' | 'body' | 'noAttachment' | 'files' | 'dateAs' | 'oneOf'
  | 'marked' | 'notEmpty' | 'anonymous' | 'kinds' | 'fileNamed' | 'landscape' | 'portrait' | 'channels' | 'lines'
  | 'likeFilm' | 'items' | 'fps' | 'pieces' | 'photos' | 'entries' | 'pixels' | 'pages' | 'words' | 'or' | 'dropped' | 'none' | 'base'; // prettier-ignore

const zh: NoticeWords = {
  language: 'zh',
  handling: {
    program: '程序判定', picture: '看画面判定', person: '需人确认', hand: '手工办理', pack: '打包时生成', send: '发送时办理',
  }, // prettier-ignore
  levels: { must: '必须', should: '建议', may: '提倡' },
  rules: {
    formats: '格式', size: '大小', codecs: '编码', resolution: '分辨率', duration: '时长', subtitles: '字幕', sound: '声音',
    codecProfiles: '编码档次', codecLevel: '编码级别', pixelFormats: '像素格式', scanType: '扫描方式', frameRate: '帧率', bitRate: '码率', soundBitRate: '声音码率', aspect: '画幅', faststart: '索引',
    bars: '黑边', still: '黑屏定格', clipping: '爆音', peak: '电平',
    longEdge: '长边', color: '色彩', original: '原图', pages: '页数', unlocked: '加密', seal: '盖章', words: '字数', pictures: '插图',
    contact: '联系人', orientation: '横竖', soundCodecs: '声音编码', sampleRate: '采样率', channels: '声道', shortEdge: '短边',
    area: '总像素', dpi: '印刷精度', printSize: '印出尺寸', lines: '行数', layout: '版式', sections: '章节', titlePattern: '文内标题',
    figures: '图片标记', byline: '标题下署名', signature: '文末署名', anonymous: '匿名', captions: '图片说明',
  }, // prettier-ignore
  roles: roleNamesZh,
  fields: fieldNamesZh,
  colors: colorNamesZh,
  labelWidth: 10,
  comma: '、',
  separator: '，',
  semicolon: '；',
  colon: '：',
  labels: {
    id: '代号', issuer: '发文单位', submitter: '报送单位', content: '收什么', parts: '每件要有', quota: '报多少',
    deadline: '截止', info: '作品信息', form: '表格', naming: '命名', route: '报送到', step: '手工步骤', attest: '人工确认',
    summary: '汇总表', packing: '打包', choice: '任选', workSize: '每件大小', workDates: '作品时段', media: '另有要求', mediaForAll: '文件要求（各类别通用）', mediaAlone: '文件要求', general: '其他', whole: '整份通知', year: '年', over: '沿用', categories: '个类别',
  }, // prettier-ignore
  values: {
    required: '要有', forbidden: '不要有', sound: '要有声音', progressive: '逐行', faststart: '索引放在文件开头',
    original: '要原图，未经微信等压缩', unlocked: '不能有打开密码', seal: '要盖红色印章',
    contact: '文中写明联系人和联系电话', inMail: '内容写在邮件正文，不用附文件', inAll: '材料共', only: '只报', works: '作品', rolling: '随有随报', allYear: '常年收，没有截止日期',
    subject: '主题', body: '正文写明', noAttachment: '不带附件', files: '附件为单个文件', dateAs: '日期写作', oneOf: '可选',
    likeFilm: '和视频一样', items: '件', fps: '帧/秒', pieces: '个', photos: '张', entries: '个', pixels: '像素', pages: '页', words: '字', or: '或',
    notEmpty: '不能空着', marked: '文中用【图1】标出位置，照片按此命名', anonymous: '不出现单位和姓名，文档属性、文件名里也不出现', kinds: '种', fileNamed: '文件名含', landscape: '横的', portrait: '竖的', channels: '个声道', lines: '行', dropped: '通用要求在这一类不适用', none: '没有内置通知',
    base: '供别的通知沿用',
  }, // prettier-ignore
  copies: { word: 'Word 版', stamped: '盖章扫描件' },
  brackets: ['（', '）'],
  since: (from) => `${from} 起`,
  span: (from, to) => `${from} 起，${to} 止`,
  about: (count) => `${count} 件左右`,
  monthly: (day, at, first, last) =>
    `每月${day === 31 ? '最后一天' : ` ${day} 日`}${at === undefined ? '' : ` ${at} 前`}（${first} 起，${last} 止）`,
  together: (names) => (names === undefined ? '各类合计' : `${names}合计`),
  perPerson: (role, max, count) =>
    `每位${personNamesZh[role]}不超过 ${max} ${count === 'works' ? '件' : '类'}`,
  others: '其他单位 ',
};

const en: NoticeWords = {
  language: 'en',
  handling: {
    program: 'judged by program', picture: 'judged from its pictures', person: 'a person confirms', hand: 'done by hand',
    pack: 'done by pack', send: 'done by send',
  }, // prettier-ignore
  levels: { must: 'must', should: 'should', may: 'may' },
  rules: {
    formats: 'format', size: 'size', codecs: 'codec', resolution: 'resolution', duration: 'duration', subtitles: 'subtitles',
    sound: 'sound', codecProfiles: 'profile', codecLevel: 'codec level', pixelFormats: 'pixel format', scanType: 'scan type', frameRate: 'frame rate', bitRate: 'bit rate', soundBitRate: 'sound bit rate',
    aspect: 'aspect', faststart: 'index', bars: 'black bars', still: 'black, frozen', clipping: 'clipping', peak: 'level',
    longEdge: 'long edge', color: 'colour', original: 'originals', pages: 'pages',
    unlocked: 'password', seal: 'seal', words: 'length', pictures: 'pictures', contact: 'contact', orientation: 'orientation',
    soundCodecs: 'sound codec', sampleRate: 'sample rate', channels: 'channels', shortEdge: 'short edge', area: 'pixels',
    dpi: 'dots per inch', printSize: 'print size', lines: 'lines', layout: 'layout', sections: 'sections', titlePattern: 'title', figures: 'figures',
    byline: 'byline', signature: 'signature', anonymous: 'anonymous', captions: 'captions',
  }, // prettier-ignore
  roles: roleNamesEn,
  fields: fieldNamesEn,
  colors: colorNamesEn,
  labelWidth: 14,
  comma: ', ',
  separator: ', ',
  semicolon: '; ',
  colon: ': ',
  labels: {
    id: 'id', issuer: 'issued by', submitter: 'submitter', content: 'takes', parts: 'each has', quota: 'how many',
    deadline: 'due', info: 'item info', form: 'form', naming: 'named', route: 'send to', step: 'by hand', attest: 'to confirm',
    summary: 'table', packing: 'packed', choice: 'either or', workSize: 'size in all', workDates: 'made', media: 'in addition', mediaForAll: 'Files (for every category)', mediaAlone: 'files', general: 'Also', whole: 'the whole notice', year: '', over: 'extends',
    categories: 'categories',
  }, // prettier-ignore
  values: {
    required: 'required', forbidden: 'not allowed', sound: 'required, not silent', progressive: 'progressive',
    faststart: 'index at the front of the file', original: 'original files, not recompressed by a messenger',
    unlocked: 'opens without a password', seal: 'bears a red seal',
    contact: 'a contact person and telephone number in the text', inMail: 'written in the mail itself, no files',
    inAll: 'materials of ', only: 'only', works: 'works',
    rolling: 'as it comes', allYear: 'taken all the year, no due date', subject: 'subject', body: 'in its text', noAttachment: 'no attachment',
    likeFilm: 'as the film', files: 'single files attached', dateAs: 'date as', oneOf: 'one of', items: 'items', fps: 'fps', pieces: 'files', photos: 'photos',
    entries: 'values', pixels: 'px', pages: 'pages', words: 'characters', or: 'or',
    notEmpty: 'not left empty',
    marked: 'each figure marked in the text, the photos named after the marks',
    anonymous: 'no unit or person named, neither in properties nor in the file’s name', kinds: 'kinds', fileNamed: 'file named', landscape: 'wider than high', portrait: 'higher than wide', channels: 'channels', lines: 'lines',
    dropped: 'the general rule does not hold here', none: 'there are no built-in notices',
    base: 'for others to extend',
  }, // prettier-ignore
  copies: { word: 'as Word', stamped: 'stamped and scanned' },
  brackets: [' (', ')'],
  since: (from) => `from ${from}`,
  span: (from, to) => `${from} to ${to}`,
  about: (count) => `about ${count} items`,
  monthly: (day, at, first, last) =>
    `each month by ${day === 31 ? 'its last day' : `day ${day}`}${at === undefined ? '' : `, ${at}`} (${first} to ${last})`,
  together: (names) => (names === undefined ? 'all categories together' : `${names} together`),
  perPerson: (role, max, count) =>
    `at most ${count === 'works' ? plural(max, 'item') : max === 1 ? '1 category' : `${max} categories`} for each ${personNamesEn[role]}`,
  others: 'others ',
};

export function noticeWords(language: Language): NoticeWords {
  return language === 'zh' ? zh : en;
}
