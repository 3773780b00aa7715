import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { UsageError } from '../../src/model/problems.ts';
import { draftNotice } from '../../src/notice/draft/draft-notice.ts';
import { loadNotice } from '../../src/notice/load-notice.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { folderWith, templates } from './notice-folder.ts';

/** One sentence in a notice of its own. */
function draftOf(sentence: string, year = 2026) {
  return draftNotice({ text: `某大学关于征集作品的通知\n${sentence}\n`, shown: '通知.txt', year });
}

const ONE = ['categories', '作品'];

/** A sentence, and what the draft says where. Nothing else may be in force but title, year and the category. */
const SURE: readonly (readonly [sentence: string, path: readonly string[], value: unknown])[] = [
  ['照片每张不超过10M。', ['media', 'photo', 'size'], [{ max: '10M' }]],
  ['图片大小不小于1MB。', ['media', 'photo', 'size'], [{ min: '1M' }]],
  ['视频文件≤2G。', ['media', 'video', 'size'], [{ max: '2G' }]],
  ['扫描件不超过30兆。', ['media', 'scan', 'size'], [{ max: '30M' }]],
  ['视频采用MP4格式。', ['media', 'video', 'formats'], ['mp4']],
  ['视频格式为MP4、AVI。', ['media', 'video', 'formats'], ['mp4', 'avi']],
  ['视频为MP4等格式。', ['media', 'video', 'formats'], { value: ['mp4'], level: 'should' }],
  ['照片为ＪＰＧ格式。', ['media', 'photo', 'formats'], ['jpg']],
  ['文稿用Word版。', ['media', 'text', 'formats'], ['docx', 'doc']],
  ['视频分辨率为1920×1080。', ['media', 'video', 'resolution'], '1920x1080'],
  ['视频分辨率不低于720P。', ['media', 'video', 'resolution'], { min: '1280x720' }],
  ['视频时长5–8分钟。', ['media', 'video', 'duration'], [{ min: '5min', max: '8min' }]],
  ['视频不超过30分钟。', ['media', 'video', 'duration'], [{ max: '30min' }]],
  ['视频一般为15至20分钟。', ['media', 'video', 'duration'], [{ min: '15min', max: '20min', level: 'should' }]],
  ['微视频15分钟左右。', ['media', 'video', 'duration'], [{ about: '15min' }]],
  ['短视频90秒以内。', ['media', 'video', 'duration'], [{ max: '90s' }]],
  ['音频时长五分钟以内。', ['media', 'audio', 'duration'], [{ max: '5min' }]],
  ['9．五分钟以内的音频。', ['media', 'audio', 'duration'], [{ max: '5min' }]],
  ['视频不超过1分30秒。', ['media', 'video', 'duration'], [{ max: '90s' }]],
  ['短视频小于60秒。', ['media', 'video', 'duration'], [{ under: '60s' }]],
  ['视频1分钟以内（不含1分钟）。', ['media', 'video', 'duration'], [{ under: '1min' }]],
  ['短视频不到1分钟。', ['media', 'video', 'duration'], [{ under: '1min' }]],
  ['照片大于1M。', ['media', 'photo', 'size'], [{ over: '1M' }]],
  ['视频超过10分钟的，不予受理。', ['media', 'video', 'duration'], [{ max: '10min' }]],
  ['低于3分钟的视频不予评审。', ['media', 'video', 'duration'], [{ min: '3min' }]],
  ['照片少于5张。', [...ONE, 'parts', 'photo'], { max: 4 }],
  ['每件作品总大小不超过500MB。', ['workSize'], [{ max: '500M' }]],
  ['征文3000字以内。', ['media', 'text', 'words'], [{ max: 3000 }]],
  ['征文字数1500字左右。', ['media', 'text', 'words'], [{ about: 1500 }]],
  ['文章800-1200字。', ['media', 'text', 'words'], [{ min: 800, max: 1200 }]],
  ['不少于3，000字的论文。', ['media', 'text', 'words'], [{ min: 3000 }]],
  ['诗歌100行以内。', ['media', 'text', 'lines'], [{ max: 100 }]],
  ['照片不少于5张。', [...ONE, 'parts', 'photo'], { min: 5 }],
  ['提供照片3-5张。', [...ONE, 'parts', 'photo'], { min: 3, max: 5 }],
  ['请于7月15日前报送。', [...ONE, 'deadlines'], [{ on: '07-15' }]],
  ['请于5月20日12:00前报送。', [...ONE, 'deadlines'], [{ on: '05-20', at: '12:00' }]],
  ['请于7月15日下午5点前报送。', [...ONE, 'deadlines'], [{ on: '07-15', at: '17:00' }]],
  ['征集时间：即日起至2月底。', [...ONE, 'deadlines'], [{ on: '02-28' }]],
  ['报送时间为7月1日至7月15日。', [...ONE, 'deadlines'], [{ from: '07-01', on: '07-15' }]],
  ['作品常年征集。', [...ONE, 'deadlines'], [{ allYear: true }]],
  ['本栏目不设截止时间。', [...ONE, 'deadlines'], [{ allYear: true }]],
  ['每单位限报2项。', [...ONE, 'quota'], [{ max: 2 }]],
  ['各学院至少报送1个。', [...ONE, 'quota'], [{ min: 1 }]],
  ['每个支部推荐1–2个。', [...ONE, 'quota'], [{ min: 1, max: 2 }]],
  ['各单位至少报2个，一般不超过4个。', [...ONE, 'quota'], [{ min: 2 }, { max: 4, level: 'should' }]],
  ['以“单位+类别+日期”命名。', ['naming'], '{org}+{category}+{date}'],
  ['文件命名格式：xx学院+作品名称。', ['naming'], '{org}+{title}'],
  ['命名为：单位-姓名-联系电话。', ['naming'], '{org}-{author}-{联系电话}'],
  ['文件以“系部+班级+姓名+题目”命名。', ['naming'], '{org}+{班级}+{author}+{title}'],
  ['材料压缩打包，名称统一格式为：参赛者姓名+视频名称。', ['naming'], '{author}+{title}'],
  ['请填写《优秀案例推荐表》（附件2）。', ['forms', '优秀案例推荐表'], { name: '优秀案例推荐表', annex: '附件2' }],
  ['请填写《优秀案例推荐表》（附件2）。', [...ONE, 'forms'], ['优秀案例推荐表']],
  ['请填写“征集活动报名表”（报名表见附件1），将报名表发来。', ['forms', '征集活动报名表'], { name: '征集活动报名表', annex: '附件1' }],
  ['报送申报表，加盖公章后扫描成PDF，同时报Word版。', ['forms', '申报表'], { name: '申报表', copies: ['word', 'stamped'] }],
  ['附件：1.案例推荐表', ['forms', '案例推荐表', 'annex'], '附件1'],
  ['发送至邮箱zzb@example.edu.cn。', ['routes', 'mailbox', 'mail', 'to'], 'zzb@example.edu.cn'],
  ['视频编码为H.264。', ['media', 'video', 'codecs'], ['h264']],
  ['视频须配字幕。', ['media', 'video', 'subtitles'], 'required'],
  ['视频不得加字幕。', ['media', 'video', 'subtitles'], 'forbidden'],
  ['正文用仿宋三号字。', ['media', 'text', 'layout', 'body'], { font: '仿宋', size: '三号' }],
  ['标题用方正小标宋简体2号，正文仿宋_GB2312，小4号。', ['media', 'text', 'layout', 'body'], { font: '仿宋_GB2312', size: '小四' }],
  ['文稿行距固定值28磅。', ['media', 'text', 'layout', 'lineSpacing'], '28pt'],
  ['正文1.5倍行距。', ['media', 'text', 'layout', 'lineSpacing'], 1.5],
  ['文稿用A4纸，页边距：上3.7厘米，下3.5厘米，左2.8厘米，右2.6厘米。', ['media', 'text', 'layout', 'margins'], { top: '3.7cm', bottom: '3.5cm', left: '2.8cm', right: '2.6cm' }],
  ['课件采用PPT格式，不超过30页，比例为16:9。', ['media', 'slides', 'pages'], [{ max: 30 }]],
  ['PPT比例为16:9，不超过30页。', ['media', 'slides', 'aspect'], ['16:9']],
  ['推荐表扫描件不超过2页。', ['media', 'scan', 'pages'], [{ max: 2 }]],
  ['页边距上下2.54厘米、左右3.17厘米。', ['media', 'text', 'layout', 'margins'], { top: '2.54cm', bottom: '2.54cm', left: '3.17cm', right: '3.17cm' }],
  ['正文首行缩进2字符。', ['media', 'text', 'layout', 'body'], { indent: '2字' }],
  ['照片每组4-8幅。', [...ONE, 'parts', 'photo'], { min: 4, max: 8 }],
  ['照片附50字以内说明。', ['media', 'photo', 'captions'], { max: 50 }],
  ['请于2021/5/20前报送。', [...ONE, 'deadlines'], [{ on: '2021-05-20' }]],
  ['请于2021.5.20前报送。', [...ONE, 'deadlines'], [{ on: '2021-05-20' }]],
  ['每件作品单独压缩成一个压缩包，以作品名称命名。', ['packing'], { each: { as: 'zip', name: '{title}' } }],
  ['请将每件作品材料打包成一个压缩包，压缩包大小不超过200M。', ['packing'], { each: { as: 'zip', size: { max: '200M' } } }],
  ['每个作品一个文件夹，文件夹以“单位+作品名称”命名。', ['packing'], { each: { as: 'folder', name: '{org}+{title}' } }],
  ['一案例一文件夹，文件夹以报送单位名称命名。', ['packing'], { each: { as: 'folder', name: '{org}' } }],
  ['每部作品一个文件夹。', ['packing'], { each: { as: 'folder' } }],
  ['每部作品单独建立文件夹，文件夹以“序号-作品名称”命名，文件以“单位+类别+日期”命名。', ['naming'], '{org}+{category}+{date}'],
  ['视频采用横屏拍摄。', ['media', 'video', 'orientation'], 'landscape'],
  ['请于5月20日下班前报送。', [...ONE, 'deadlines'], [{ on: '05-20' }]],
  ['上交作品阶段：4月30日--- 5月15日。', [...ONE, 'deadlines'], [{ from: '04-30', on: '05-15' }]],
  ['5月10日前提交报名表，6月15日24时前提交作品。', [...ONE, 'deadlines'], [{ on: '06-15', at: '24:00' }]],
  ['5月10日前提交报名表，6月15日24时前提交作品。', ['steps'], [{ text: '5月10日前提交报名表，6月15日24时前提交作品。', on: '05-10' }]],
  ['请于5月10日12:00前将报名表发送至邮箱。', ['steps'], [{ text: '请于5月10日12:00前将报名表发送至邮箱。', on: '05-10', at: '12:00' }]],
  ['报名截止时间：5月10日。', ['steps'], [{ text: '报名截止时间：5月10日。', on: '05-10' }]],
  ['报名时间：5月1日至5月10日。', ['steps'], [{ text: '报名时间：5月1日至5月10日。', on: '05-10' }]],
  ['电子版于5月10日前发至邮箱，5月20日前报送纸质版。', ['steps'], [{ text: '电子版于5月10日前发至邮箱，5月20日前报送纸质版。', on: '05-20' }]],
  ['电子版于5月10日前发至邮箱，5月20日前报送纸质版。', [...ONE, 'deadlines'], [{ on: '05-10' }]],
  ['请于5月10日前报送纸质版。', [...ONE, 'deadlines'], [{ on: '05-10' }]],
  ['请于5月10日前将报名表和作品报送至组织部。', [...ONE, 'deadlines'], [{ on: '05-10' }]],
  ['各教研室推荐作品不少于2件，不多于4件。', [...ONE, 'quota'], [{ min: 2 }, { max: 4 }]],
  ['照片不少于3张，不多于5张。', [...ONE, 'parts', 'photo'], { min: 3, max: 5 }],
  ['每单位限送1个剧目。', [...ONE, 'quota'], [{ max: 1 }]],
  ['视频帧率为25帧/秒。', ['media', 'video', 'frameRate'], [{ min: 25, max: 25 }]],
  ['视频为MP4格式，音频采样率48KHz。', ['media', 'video', 'sampleRate'], [{ min: '48kHz', max: '48kHz' }]],
  ['视频的声音采样率48KHz。', ['media', 'video', 'sampleRate'], [{ min: '48kHz', max: '48kHz' }]],
  ['视频为MP4格式，码率不低于8Mbps，音频码流率不低于128Kbps。', ['media', 'video', 'soundBitRate'], [{ min: '128k' }]],
  ['视频为MP4格式，码率不低于8Mbps，音频码流率不低于128Kbps。', ['media', 'video', 'bitRate'], [{ min: '8M' }]],
  ['音频作品码率不低于128Kbps。', ['media', 'audio', 'bitRate'], [{ min: '128k' }]],
  ['视频输出码率不得低于100M。', ['media', 'video', 'bitRate'], [{ min: '100M' }]],
  ['视频时长15秒或30秒。', ['media', 'video', 'duration'], [{ anyOf: ['15s', '30s'] }]],
  ['广告时长不超过120秒，格式为MP4。', ['media', 'video', 'duration'], [{ max: '120s' }]],
  ['视频格式：MP4（推荐使用）、WMV、MOV均可。', ['media', 'video', 'formats'], ['mp4', 'wmv', 'mov']],
  ['视频分辨率不低于1920×1080（16∶9），竖屏：分辨率不低于1080×1920（9∶16，推荐使用16:9横画幅）。', ['media', 'video', 'resolution'], { min: '1920x1080', eitherWay: true }],
  ['表情包为GIF格式，分辨率240*240像素。', ['media', 'photo', 'resolution'], '240x240'],
  ['图片画面尺寸不小于300mm×300mm。', ['media', 'photo', 'printSize'], { min: '300x300mm' }],
  ['照片规格不小于A4，分辨率不低于300dpi。', ['media', 'photo', 'printSize'], { min: 'A4' }],
  ['海报尺寸不小于30×40厘米。', ['media', 'photo', 'printSize'], { min: '30x40cm' }],
  ['照片须竖版。', ['media', 'photo', 'orientation'], 'portrait'],
  ['海报须为横版。', ['media', 'photo', 'orientation'], 'landscape'],
  ['照片为sRGB色域。', ['media', 'photo', 'color'], ['srgb']],
  ['照片数量在3张（含3张）以上。', [...ONE, 'parts', 'photo'], { min: 3 }],
  ['图片单边不小于3000像素。', ['media', 'photo', 'shortEdge'], [{ min: 3000 }]],
  ['文稿页边距左和右各留2.5cm，上和下各留2.0cm。', ['media', 'text', 'layout', 'margins'], { left: '2.5cm', right: '2.5cm', top: '2.0cm', bottom: '2.0cm' }],
  ['每人限投2件。', [...ONE, 'quota'], [{ per: 'author', max: 2 }]],
  ['每位作者不超过一件作品。', [...ONE, 'quota'], [{ per: 'author', max: 1 }]],
  ['每位指导教师限3件。', [...ONE, 'quota'], [{ per: 'advisor', max: 3 }]],
  ['每名教师指导作品最多2项。', [...ONE, 'quota'], [{ per: 'advisor', max: 2 }]],
  ['每位主讲人只能报1个。', [...ONE, 'quota'], [{ per: 'presenter', max: 1 }]],
  ['各单位限报5件，每人限报1件。', [...ONE, 'quota'], [{ max: 5 }, { per: 'author', max: 1 }]],
  ['各单位每人限报1件。', [...ONE, 'quota'], [{ per: 'author', max: 1 }]],
  ['各单位推荐作品不超过5件并附每位作者简历。', [...ONE, 'quota'], [{ max: 5 }]],
  ['各学院不超过5件且每人不超过2件。', [...ONE, 'quota'], [{ max: 5 }, { per: 'author', max: 2 }]],
  ['每人限报一类。', ['quotas'], [{ per: 'author', count: 'categories', max: 1 }]],
  ['视频采用H.264编码，High Profile，Level不高于4.1。', ['media', 'video', 'codecProfiles'], ['high']],
  ['视频采用H.264编码，High Profile，Level不高于4.1。', ['media', 'video', 'codecLevel'], [{ max: 4.1 }]],
  ['视频编码为H.264 Main或High Profile。', ['media', 'video', 'codecProfiles'], ['main', 'high']],
  ['二级标题：楷体、三号、加粗。', ['media', 'text', 'layout', 'h2'], { font: '楷体', size: '三号', bold: true }],
]; // prettier-ignore

/** Sentences of which a rule was made that nobody asks for, and a key that must not be in force. */
const NEVER: readonly (readonly [sentence: string, key: string])[] = [
  ['邮件内需配有80字以内作品内容描述。', 'words'],
  ['第二阶段：初选阶段（8月1日—8月3日）。', 'deadlines'],
  ['片头时长不超过5秒，视频画面清晰。', 'duration'],
  ['视频可配背景音乐、字幕。', 'subtitles'],
  ['竖屏：视频分辨率1080×1920。', 'orientation'],
  ['作品评审推荐阶段（5月12日前）。', 'deadlines'],
  ['评选时间：11月1日至11月5日。', 'deadlines'],
  ['图片规格A3（297*420mm），分辨率300dpi。', 'resolution'],
  ['图片规格A3（297*420mm），分辨率300dpi。', 'paper'],
  ['图片规格A4纸大小分辨率不低于300dpi。', 'printSize'],
  ['文稿用纸不小于A4。', 'printSize'],
  ['照片须为横版或竖版。', 'orientation'],
  ['标题：力求简短，一般不超过20个字。', 'words'],
  ['文稿段前段后间距：0行。', 'lines'],
  ['海报为JPG格式，另附PSD、AI格式源文件。', 'formats: .*psd.*'],
  ['设计海报须提供PSD格式的源文件。', 'formats'],
  ['视频码率不低于8Mbps音频码率不低于128Kbps。', 'soundBitRate'],
  ['视频输出码率不得低于100M。', 'size'],
  ['视频另附小样，小样不超过5MB。', 'size'],
  ['每个部门限报重点项目1项、一般项目不超过3项。', 'quota'],
  ['每人须提交报名表1份。', 'quota'],
  ['每人次限时发言5分钟。', 'quota'],
  ['结果公示：通过公众号公示获奖名单。', 'attestations'],
];

/** Sentences that can be read in more than one way, and a word of what is said of it. */
const UNSURE: readonly (readonly [string, string])[] = [
  ['大小不超过10M。', '没有说是哪一种文件'],
  ['视频时长3分钟。', 'media.video.duration: [{ max: 3min }]'],
  ['视频Level为4.1。', 'codecLevel: [{ min: 4.1, max: 4.1 }]'],
  ['视频分辨率1080P。', '恰好这么大，还是不小于'],
  ['每单位报送2件。', '没有说至多还是至少'],
  ['PDF格式报送。', 'media.scan.formats'],
  ['命名为：单位-姓名-暗号。', '“暗号”不是认得的变量'],
  ['每件作品放在以作品名称命名的文件夹或压缩包中，单独报送。', '文件夹还是压缩包'],
  ['每件作品一个压缩包，以“单位+暗号”命名。', '“暗号”不是认得的变量'],
  ['邮件主题注明“学院+作品名称”，文件以“学院-姓名-作品名称”和“学院+姓名+作品名称”命名。', '有几种命名'],
  ['视频不超过10M。视频不超过20M。', '和别处说的不一样'],
  ['活动于7月15日前结束。', '没有说是不是报送的日期'],
];

describe('a sentence becomes a rule', () => {
  it.each(SURE)('%s', (sentence, path, value) => {
    const { yaml } = draftOf(sentence);
    expect(at(parse(yaml), path)).toEqual(value);
    expect(yaml).toContain('# 出自：段落 2：“');
  });

  it.each(NEVER)('that does not ask it stays without one: %s (%s)', (sentence, key) => {
    expect(draftOf(sentence).yaml).not.toMatch(new RegExp(`^ *${key}:`, 'm'));
  });

  it('for a mail is its subject, and no name of a file', () => {
    const asked = draftOf(
      '邮件命名：【摄影大赛】姓名-院系（例：【摄影大赛】张三-中文系-13800138000）。发送至a@example.edu.cn。',
    );
    expect(at(parse(asked.yaml), ['routes', 'mailbox', 'mail', 'subject'])).toBe(
      '【摄影大赛】{author}-{org}',
    );
    const headed = draftOf('材料发送至a@example.edu.cn，邮件标题为：“项目类型名称+高校名称+项目申请人”。');
    expect(at(parse(headed.yaml), ['routes', 'mailbox', 'mail', 'subject'])).toBe(
      '{category}+{org}+{author}',
    );
    const fixed = draftOf('邮件主题标注“最美校园摄影”发送至a@example.edu.cn。');
    expect(at(parse(fixed.yaml), ['routes', 'mailbox', 'mail', 'subject'])).toBe('最美校园摄影');
  });

  it('is about the films of a notice that calls for films', () => {
    const text = '大学生短视频大赛\n四、作品要求\n作品时长：30秒至5分钟以内。\n';
    const drafted: unknown = parse(draftNotice({ text, shown: 'x', year: 2026 }).yaml);
    expect(at(drafted, ['media', 'video', 'duration'])).toEqual([{ min: '30s', max: '5min' }]);
  });

  it.each(UNSURE)('but never by a guess: %s', (sentence, said) => {
    const { yaml, counts } = draftOf(sentence);
    expect(counts.unsure).toBeGreaterThan(0);
    expect(yaml.split('待定：选一种读法')[1]).toContain(said);
    for (const key of ['media', 'naming', 'packing', 'quota', 'deadlines'])
      expect(yaml).not.toMatch(new RegExp(`^ *${key}:`, 'm'));
  });

  it('that nobody understands is kept: as a step where it asks for something, else as a comment', () => {
    const { yaml, counts } = draftOf('请各单位高度重视。活动意义重大。');
    expect(at(parse(yaml), ['steps'])).toEqual(['请各单位高度重视。']);
    expect(yaml).toContain('# 没有读懂：段落 2：“活动意义重大。”');
    expect(counts.unread).toBe(2);
  });

  it('half understood says which half is left', () => {
    expect(draftOf('视频不超过10M，作者不超过3人。').yaml).toContain('只读懂一部分，还有：作者不超过3人');
    const packed = draftOf('每件作品打包成压缩包，邮件标题为：“暗语甲+暗语乙”。').yaml;
    expect(packed).toContain('只读懂一部分，还有：邮件标题为:“暗语甲+暗语乙”');
    const named = draftOf('视频为MP4格式，以“单位+类别”命名。').yaml;
    expect(named).not.toContain('只读懂一部分');
  });

  it('of a summary or a title is none for the text: their limits are not those of the work', () => {
    expect(draftOf('作品简介300字以内。').yaml).not.toMatch(/^ *words:/m);
  });

  it('with persons and telephone numbers leaves them out', () => {
    const { yaml } = draftOf('联系人：张三丰，电话：020-85280001；李四老师 13800138000。');
    expect(yaml).not.toMatch(/张三丰|李四|85280001|13800138000/);
  });
});

describe('a whole notice', () => {
  const TEXT = `某大学关于征集作品的通知
各二级党组织：
一、征集内容
（一）微视频。时长一般5至8分钟，最长不超过15分钟。
（二）征文。3000字以内。
二、报送要求
请于2022年5月20日前发送至zzb@example.edu.cn。
每单位限报2项。
作品须为原创。
2022年4月1日`;

  it('has its categories, and what is said below each holds there alone', () => {
    const drafted = parse(draftNotice({ text: TEXT, shown: '通知.txt', year: 2026 }).yaml) as unknown;
    expect(at(drafted, ['categories', '微视频', 'media', 'video', 'duration'])).toEqual([
      { min: '5min', max: '8min', level: 'should' },
      { max: '15min' },
    ]);
    expect(at(drafted, ['media'])).toBeUndefined();
    expect(at(drafted, ['categories', '征文', 'media', 'text', 'words'])).toEqual([{ max: 3000 }]);
    expect(at(drafted, ['categories', '征文', 'deadlines'])).toEqual([{ on: '2022-05-20' }]);
    expect(at(drafted, ['year'])).toBe(2022);
    expect(at(drafted, ['issuer'])).toBe('某大学');
    expect(at(drafted, ['draft'])).toBe(true);
  });

  it('gives each category the form that is named after it, and what is said of all forms to all', () => {
    const text = TEXT.replace('最长不超过15分钟。', '最长不超过15分钟，填写《微视频推荐表》（附件1）。')
      .replace('3000字以内。', '3000字以内，填写《征文推荐表》（附件2）。')
      .replace('作品须为原创。', '推荐表盖章后扫描成PDF，同时报Word版。');
    const drafted = parse(draftNotice({ text, shown: '通知.txt', year: 2026 }).yaml) as unknown;
    expect(at(drafted, ['forms'])).toEqual({
      微视频推荐表: { name: '微视频推荐表', annex: '附件1', copies: ['word', 'stamped'] },
      征文推荐表: { name: '征文推荐表', annex: '附件2', copies: ['word', 'stamped'] },
    });
    expect(at(drafted, ['categories', '微视频', 'forms'])).toEqual(['微视频推荐表']);
    expect(at(drafted, ['categories', '征文', 'forms'])).toEqual(['征文推荐表']);
  });

  it('leaves it to a person whether the only day, said of forms, is that of the works', () => {
    const text = TEXT.replace('请于2022年5月20日前发送至', '请于2022年5月20日前将报名表发送至');
    const { yaml } = draftNotice({ text, shown: '通知.txt', year: 2026 });
    expect(yaml).toContain('也许就是这一天');
    expect(yaml).toContain('#   可写 deadlines: [{ on: 2022-05-20 }]');
  });

  it('tells which category goes to which mailbox, and how many of each, where the sentence says so', () => {
    const text = TEXT.replace(
      '发送至zzb@example.edu.cn。',
      '将微视频发送至a@example.edu.cn，征文发送至b@example.edu.cn。',
    ).replace('每单位限报2项。', '每单位限报微视频2部、征文不少于3篇。');
    const { yaml } = draftNotice({ text, shown: '通知.txt', year: 2026 });
    const drafted = parse(yaml) as unknown;
    const of = (name: string, key: string) => at(drafted, ['categories', name, key]);
    expect([of('微视频', 'route'), of('征文', 'route')]).toEqual(['mailbox-1', 'mailbox-2']);
    expect(at(drafted, ['routes', 'mailbox-2', 'mail', 'to'])).toBe('b@example.edu.cn');
    expect([of('微视频', 'quota'), of('征文', 'quota')]).toEqual([[{ max: 2 }], [{ min: 3 }]]);
    expect(yaml).not.toContain('是每一类，还是各类合计');
    expect(yaml).not.toContain('有几个邮箱');
  });

  it('leaves to a person a figure that is said of two categories, or of a third', () => {
    for (const said of [
      '每单位限报微视频、征文2项。',
      '每单位限报微视频2部、其他3项。',
      '每单位三类合计限报2项。',
    ]) {
      const { yaml } = draftNotice({ text: TEXT.replace('每单位限报2项。', said), shown: 'x', year: 2026 });
      expect(yaml).toContain('是每一类，还是各类合计');
      expect(yaml).not.toMatch(/^ *quota:/m);
    }
  });

  it.each([
    ['每单位限报微视频、征文共2项。', [{ max: 2 }]],
    ['两类合计不超过5件。', [{ max: 5 }]],
    ['每单位报送微视频、征文，合计3至5件。', [{ min: 3, max: 5 }]],
  ])('%s: counts the categories together, not each of them', (said, quotas) => {
    const { yaml } = draftNotice({ text: TEXT.replace('每单位限报2项。', said), shown: 'x', year: 2026 });
    expect(at(parse(yaml) as unknown, ['quotas'])).toEqual(quotas);
    expect(yaml).not.toMatch(/^ *quota:|是每一类，还是各类合计/m);
  });

  it.each([
    ['每位作者限报2件。', undefined, [{ per: 'author', max: 2 }]],
    ['每人每类限报2件。', [{ per: 'author', max: 2 }], undefined],
  ])('%s: of one person over all categories, unless each is meant', (said, quota, quotas) => {
    const { yaml } = draftNotice({ text: TEXT.replace('每单位限报2项。', said), shown: 'x', year: 2026 });
    const drafted = parse(yaml) as unknown;
    expect(at(drafted, ['categories', '微视频', 'quota'])).toEqual(quota);
    expect(at(drafted, ['quotas'])).toEqual(quotas);
  });

  it('does not say whether two items are meant of each category or of all: that is for a person', () => {
    const { yaml } = draftNotice({ text: TEXT, shown: '通知.txt', year: 2026 });
    expect(yaml).toContain('是每一类，还是各类合计');
    expect(yaml).not.toMatch(/^ *quota:/m);
  });

  it('without text, or a book, is refused', () => {
    const draft = (text: string) => () => draftNotice({ text, shown: 'x', year: 2026 });
    expect(draft(' \n。。')).toThrow(UsageError);
    expect(draft('很长。'.repeat(60_000))).toThrow(UsageError);
    expect(draft('请报送。\n'.repeat(2_000))).toThrow(UsageError);
  });
});

const PIECES = [
  ...SURE.map(([sentence]) => sentence),
  ...UNSURE.map(([sentence]) => sentence),
  ...[
    '一、征集内容',
    '（一）微党课。',
    '（二）照片：',
    '“',
    '{',
    '}',
    ': ',
    '- ',
    '# ',
    '"',
    '\\',
    '\u0000',
    '2月30日前报送。',
    '99999G',
    '5-3分钟的视频',
    '1920x0',
    '视频90秒-1分钟',
    '作品分为理论类、文艺类和技术类。',
    '\t',
    '\n',
    '原创',
    '@',
    ',',
    '０',
    'a@b.cn',
  ],
];

it('whatever is pasted, the draft is well-formed, is a draft, and loses no sentence', async () => {
  const folder = await folderWith({});
  const { writeFile } = await import('node:fs/promises');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 12 }),
      async (pieces) => {
        let drafted;
        try {
          drafted = draftNotice({ text: pieces.join(''), shown: '通知\n.txt', year: 2026 });
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          return;
        }
        await writeFile(`${folder}/草稿.yaml`, drafted.yaml);
        const world = { files: nodeFiles, templates, workingFolder: folder };
        await loadNotice('草稿.yaml', { ...world, drafts: true });
        await expect(loadNotice('草稿.yaml', world)).rejects.toThrow(UsageError);
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);

it('is quick on text made to be slow', () => {
  for (const piece of [
    '不超过',
    '1年2月',
    '9'.repeat(300),
    'a@',
    '（一）',
    '+-',
    '类、',
    '“学院+',
    ' '.repeat(200),
  ]) {
    const text = `关于征集的通知\n${piece.repeat(Math.floor(50_000 / piece.length))}`;
    const start = process.cpuUsage();
    try {
      draftNotice({ text, shown: 'x', year: 2026 });
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
    }
    expect([piece, process.cpuUsage(start).user / 1e6 < 8]).toEqual([piece, true]);
  }
}, 120_000);

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? new Map(Object.entries(found)).get(key) : undefined,
    value,
  );
}
