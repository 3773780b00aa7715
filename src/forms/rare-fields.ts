import { spaced, type FieldEntry } from './field-dictionary.ts';

/**
 * Fields that no project tells of by itself: one word for the labels that mean the same, so that what a person says
 * once as 指导教师 also answers 指导老师 and 导师姓名.
 */
export const RARE_ENTRIES: readonly FieldEntry[] = [
  {
    field: 'advisor',
    about: 'work',
    labels: spaced(`
指导教师 指导老师 导师 导师姓名 指导教师姓名 指导老师姓名 校内指导教师 第一指导教师`),
  },
  {
    field: 'projectNumber',
    about: 'work',
    labels: spaced('项目编号 课题编号 立项编号 项目批准号 课题批准号 立项号 项目立项编号 项目序号'),
  },
  { field: 'projectLevel', about: 'work', labels: spaced('项目级别 课题级别 项目等级 立项级别 申报级别') },
  {
    field: 'funding',
    about: 'work',
    labels: spaced('资助经费 项目经费 申请经费 经费预算 资助金额 申请金额 项目总经费 经费总额'),
  },
  { field: 'source', about: 'work', labels: spaced('项目来源 课题来源 题目来源 选题来源 作品来源') },
  { field: 'background', about: 'work', labels: spaced('项目背景 选题背景 案例背景 创作背景 研究背景') },
  { field: 'innovation', about: 'work', labels: spaced('创新点 主要创新点 项目创新点 特色与创新 创新之处') },
  {
    field: 'results',
    about: 'work',
    labels: spaced('预期成果 工作成效 主要成效 取得成效 项目成果 案例成效'),
  },
  { field: 'audience', about: 'work', labels: spaced('参与人数 参加人数 受众人数 活动人数') },
  {
    field: 'resume',
    about: 'person',
    labels: spaced(`
个人简历 主要简历 工作简历 学习经历 工作经历 学习工作经历 学习和工作经历 学习及工作经历 个人经历
主要经历 本人简历 简历 个人简介 作者简介 本人简介 主讲人简介`),
  },
  { field: 'research', about: 'person', labels: spaced('研究方向 研究领域 主要研究方向 研究专长') },
  { field: 'fax', about: 'person', labels: spaced('传真 传真号码 传真电话') },
  { field: 'qq', about: 'person', labels: spaced('QQ QQ号 QQ号码') },
  { field: 'wechat', about: 'person', labels: spaced('微信 微信号 微信号码') },
  {
    field: 'workPhone',
    about: 'person',
    labels: spaced('办公电话 单位电话 座机 座机电话 固定电话 办公室电话 单位联系电话'),
  },
  { field: 'homeAddress', about: 'person', labels: spaced('家庭住址 家庭地址 现住址 住址 居住地址') },
  { field: 'age', about: 'person', labels: ['年龄'] },
  { field: 'health', about: 'person', labels: spaced('健康状况 身体状况') },
  { field: 'marriage', about: 'person', labels: spaced('婚姻状况 婚否') },
  { field: 'birthplace', about: 'person', labels: spaced('出生地 生源地') },
  { field: 'joinedParty', about: 'person', labels: spaced('入党时间 入党年月 入党日期') },
  { field: 'startedWork', about: 'person', labels: spaced('参加工作时间 参加工作年月 工作时间') },
  { field: 'school', about: 'person', labels: spaced('毕业院校 毕业学校 毕业院校名称') },
  { field: 'graduated', about: 'person', labels: spaced('毕业时间 毕业年月 毕业日期') },
  { field: 'majorGrade', about: 'person', labels: spaced('专业年级 年级专业 专业及年级 年级及专业') },
  { field: 'staffId', about: 'person', labels: spaced('工号 教工号 职工号 教职工号') },
  { field: 'skills', about: 'person', labels: spaced('特长 专长 兴趣爱好 爱好特长') },
  { field: 'foreignLanguage', about: 'person', labels: spaced('外语水平 外语等级 外语语种') },
  { field: 'bank', about: 'person', labels: spaced('开户行 开户银行 开户行名称') },
  { field: 'account', about: 'person', labels: spaced('银行账号 银行卡号 银行帐号 收款账号') },
];
