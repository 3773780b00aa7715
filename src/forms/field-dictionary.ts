import type { FormField } from '../model/form.ts';

/** Labels of one field as forms print them, folded. */
export interface FieldEntry {
  readonly field: FormField;
  /** Whose: `work` and `form` are told once, `person` belongs to whoever is named beside it. */
  readonly about: 'work' | 'form' | 'person' | 'name';
  readonly labels: readonly string[];
  /** Mean it only where no label of the first kind stands in the form. */
  readonly weak?: readonly string[];
}

/** A list as a person writes it. */
export function spaced(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

const works = spaced(`
作品 案例 故事 党课 微党课 课程 素材 文章 稿件 论文 节目 视频 微视频 征文 选题 成果 毕业论文
报告 材料 典型案例 工作案例 党建案例`);
const names = ['名称', '题目', '标题', '题名'];
const callers = spaced(`
推荐 申报 报送 参赛 参评 选送 报名 填报`);
const bodies = ['单位', '党委', '党组织', '学院', '部门'];

export const FIELD_ENTRIES: readonly FieldEntry[] = [
  {
    field: 'unit',
    about: 'form',
    labels: [
      ...callers.flatMap((caller) => bodies.map((body) => caller + body)),
      ...callers.map((caller) => `${caller}单位名称`),
      ...spaced(`
二级党组织 二级党组织名称 所属二级党组织 党组织名称 党组织 院级党组织 基层党组织
所属党组织 所在党组织`),
      ...spaced(`
分党委 党委名称 二级单位党组织 所属党委 分党委名称 分党委/党总支 院系党组织`),
    ],
    weak: ['单位', '单位名称', '所属单位', '报送学校', '推荐学校'],
  },
  {
    field: 'title',
    about: 'work',
    labels: [
      ...works.flatMap((work) => names.map((name) => work + name)),
      ...callers.flatMap((caller) =>
        ['作品', '案例'].flatMap((work) => names.map((name) => caller + work + name)),
      ),
      ...spaced(`
题目 标题 题名 题目名称 党课主题名称 设计题目 毕业设计题目 毕业论文题目 党课名`),
    ],
    weak: ['项目名称', '课题名称', '名称', '申报项目', '项目题目'],
  },
  {
    field: 'category',
    about: 'work',
    labels: [
      ...spaced(`
作品 案例 素材 申报 参赛 参评 报送 推荐 材料`).flatMap((what) => [
        `${what}类别`,
        `${what}类型`,
        `${what}种类`,
      ]),
    ],
    weak: ['类别', '类型'],
  },
  {
    field: 'genre',
    about: 'work',
    labels: ['作品形式', '素材形式', '表现形式', '作品体裁', '体裁', '申报形式'],
  },
  {
    field: 'author',
    about: 'name',
    labels: [
      ...spaced(`
作者 作者姓名 第一作者 第一作者姓名 撰写人 撰稿人 执笔人 供稿人 投稿人 主创人员 主创
主要作者`),
      ...spaced(`
主创人员及其分工 主创人员及分工 主创团队 创作人员 作者及分工 讲述人 撰写人姓名 创作者
参赛者 参赛者姓名 参赛人 作者名单`),
    ],
    weak: spaced(`
姓名 申报人 申报人姓名 申报者 报名人 申请人 申请人姓名 学生姓名 答辩人 论文作者姓名 候选人
报名人姓名 推荐人选`),
  },
  {
    field: 'presenter',
    about: 'name',
    labels: spaced(`
主讲人 主讲人姓名 主讲 主讲教师 授课人 授课教师 宣讲人 宣讲人姓名 主讲者 授课人姓名
讲课人 主讲教师姓名`),
  },
  {
    field: 'post',
    about: 'person',
    labels: spaced(`
职务 单位及职务 单位职务 党内职务 现任职务 行政职务 职务职称 职务/职称 职务及职称
所在单位及职务 工作单位及职务 现任职务/职称 职称/职务 单位和职务 职称职务 身份/职务`),
  },
  {
    field: 'contact',
    about: 'name',
    labels: spaced(`
联系人 联络人 联系人姓名 联络员 联络人姓名 项目联系人 单位联系人 具体联系人 报送联系人
工作联系人`),
  },
  {
    field: 'phone',
    about: 'person',
    labels: spaced(`
联系电话 电话 手机 手机号 手机号码 联系手机 移动电话 联系方式 电话号码 联系电话/手机
手机/电话 电话/手机 联系号码 常用手机`),
  },
  {
    field: 'email',
    about: 'person',
    labels: spaced(`
邮箱 电子邮箱 电子邮件 联系邮箱 E-mail Email 电子信箱 邮箱地址 电子邮箱地址 电邮 信箱
邮件地址 常用邮箱 E-mail地址`),
  },
  {
    field: 'duration',
    about: 'work',
    labels: spaced(`
作品时长 作品长度 时长 视频时长 片长 影片时长 党课时长 微党课时长 视频长度 课程时长
播放时长 音频时长 音视频时长`),
  },
  {
    field: 'period',
    about: 'work',
    labels: spaced(`
活动时间 实施时间 起止时间 开展时间 活动起止时间 实施周期 项目起止时间 起止年月
授课时间 开展活动时间`),
  },
  {
    field: 'summary',
    about: 'work',
    labels: [
      ...spaced(`
作品 案例 内容 故事 党课 微党课 素材 项目 论文 文章 论文内容 视频`).flatMap((what) => [
        `${what}简介`,
        `${what}摘要`,
        `${what}概述`,
        `${what}简述`,
      ]),
      ...spaced(`
简介 摘要 主要事迹 事迹简介 主要内容 内容概要 内容提要 作品内容 主要内容简介
作品内容简介 事迹材料 案例内容 党课内容 作品说明 主要内容及特色 先进事迹 设计内容简述
毕业设计内容简述 简要介绍 作品简要介绍 案例介绍 作品介绍`),
    ],
  },
  {
    field: 'awards',
    about: 'work',
    labels: spaced(`
获奖情况 曾获奖项 作品获奖情况 所获奖项 获奖及荣誉 获奖及荣誉情况 曾获奖情况 曾获荣誉
所获荣誉 获奖或发表情况 发表及获奖情况 获奖经历 已获奖项 已获奖励 案例获奖情况`),
  },
  {
    field: 'fillDate',
    about: 'form',
    labels: spaced(`
填报日期 填表日期 申报日期 报送日期 填报时间 填表时间 申报时间 报送时间 推荐日期
推荐时间 填写日期 填写时间 提交日期 申请日期 报名日期`),
  },
  { field: 'remark', about: 'form', labels: ['备注', '其他说明', '备注说明', '说明事项'] },
  {
    field: 'topic',
    about: 'work',
    labels: spaced(`
选题方向 作品主题 主题 党课主题 案例主题 所属主题 微党课主题 主题方向 活动主题`),
  },
  { field: 'keywords', about: 'work', labels: ['关键词', '关键字', '主题词'] },
  { field: 'words', about: 'work', labels: ['字数', '作品字数', '全文字数', '文章字数'] },
  { field: 'pages', about: 'work', labels: ['页数', '作品页数', '总页数'] },
  { field: 'place', about: 'work', labels: ['活动地点', '实施地点', '拍摄地点', '授课地点'] },
  {
    field: 'leader',
    about: 'name',
    labels: spaced(`
负责人 项目负责人 负责人姓名 作品负责人 团队负责人 项目负责人姓名 案例负责人 课题负责人
主持人 项目主持人 课题主持人 主持人姓名`),
  },
  {
    field: 'members',
    about: 'work',
    labels: spaced(`
项目组成员 团队成员 参与人员 主要参与人 课题组成员 主要成员 参与人 其他成员 其他作者
项目成员 参加人员 课题组主要成员 项目组主要成员 小组成员`),
  },
  {
    field: 'college',
    about: 'person',
    labels: spaced(`
学院 所在学院 院系 所在院系 院 系别 学院名称 学院/系 二级学院 所属学院 所在院
学院系`),
  },
  { field: 'major', about: 'person', labels: ['专业', '所学专业', '专业名称', '所在专业'] },
  { field: 'className', about: 'person', labels: ['班级', '专业班级', '所在班级'] },
  { field: 'grade', about: 'person', labels: ['年级', '所在年级'] },
  { field: 'studentId', about: 'person', labels: ['学号', '学生学号'] },
  {
    field: 'workplace',
    about: 'person',
    labels: spaced(`
工作单位 所在单位 作者单位 所在学校 就读学校 单位及部门 所在部门 学校 部门
工作部门 所属部门 所在单位名称 现工作单位 工作单位名称 学校名称 部门名称`),
  },
  {
    field: 'rank',
    about: 'person',
    labels: spaced('职称 专业技术职务 专业职称 技术职称 专业技术职称 现任职称'),
  },
  { field: 'gender', about: 'person', labels: ['性别'] },
  { field: 'birth', about: 'person', labels: spaced('出生年月 出生日期 出生年月日 出生时间') },
  { field: 'ethnicity', about: 'person', labels: ['民族'] },
  { field: 'politics', about: 'person', labels: ['政治面貌', '政治面目'] },
  { field: 'hometown', about: 'person', labels: ['籍贯'] },
  { field: 'education', about: 'person', labels: ['学历', '文化程度', '最高学历'] },
  { field: 'degree', about: 'person', labels: ['学位', '最高学位'] },
  {
    field: 'idNumber',
    about: 'person',
    labels: spaced('身份证号 身份证号码 身份证 居民身份证号 身份证件号码'),
  },
  {
    field: 'address',
    about: 'person',
    labels: spaced('通讯地址 通信地址 联系地址 地址 邮寄地址 单位地址 通讯处 通信处'),
  },
  { field: 'postcode', about: 'person', labels: ['邮编', '邮政编码'] },
];

/** In front of what a person has (联系人电话, 作者手机), and whom it means. */
export const PERSON_PREFIXES: readonly (readonly [string, string])[] = [
  ...['联系人', '联络人', '联络员'].map((word) => [word, 'contact'] as const),
  ...['第一作者', '作者', '申报人', '参赛者', '撰写人', '申请人'].map((word) => [word, 'author'] as const),
  ...['主讲人', '授课人', '宣讲人', '主讲教师'].map((word) => [word, 'presenter'] as const),
  ...['项目负责人', '负责人'].map((word) => [word, 'leader'] as const),
];
