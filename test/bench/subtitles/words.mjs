// What is said and shown in the clips: strung together from words, so that no line comes twice.

const SUBJECTS =
  '我们 同学们 医护人员 社区干部 这段历史 青年一代 老师们 志愿者 人民群众 党员同志 每一个人 实验小组'.split(
    ' ',
  );
const TIMES =
  '在抗疫一线 在新的时代 今天 这几年来 春节前夕 在基层岗位上 面对困难 从那一天起 清晨六点 在课堂上'.split(
    ' ',
  );
const DEEDS =
  '坚守岗位 讲述自己的故事 认真学习理论 走进千家万户 把责任扛在肩上 用行动回答问题 记录真实的瞬间 深入田间地头 反复讨论方案 带来温暖与希望'.split(
    ' ',
  );
const ENDS =
  '令人难忘 这就是初心 谢谢大家 意义非常重大 值得我们思考 没有人退缩 一直坚持到最后 也是一种力量 从来没有改变'.split(
    ' ',
  );
const ENGLISH =
  'we keep our promise|this is where it began|people of the village|every day counts|a lesson for all of us|nobody stepped back|the answer lies in action|thank you for listening|it changed our lives'.split(
    '|',
  );
const NAMES = '林晓东 周明 陈思远 赵一凡 何雨桐 孙立'.split(' ');
const POSTS = '学院教授 社区书记 主治医师 学生代表 辅导员'.split(' ');

export const spoken = (random) => {
  const parts = [random.pick(TIMES), random.pick(SUBJECTS), random.pick(DEEDS)];
  if (random.chance(0.35)) return `${random.pick(SUBJECTS)}${random.pick(DEEDS)}`;
  return random.chance(0.3) ? `${parts.join('')} ${random.pick(ENDS)}` : parts.join('');
};
export const briefly = (random) =>
  random.pick([random.pick(ENDS), random.pick(DEEDS), `${random.pick(SUBJECTS)}说`]);
export const english = (random) => `${random.pick(ENGLISH)}, ${random.pick(ENGLISH)}`;
export const person = (random) => ({ name: random.pick(NAMES), post: random.pick(POSTS) });
export const heading = (random) => `${random.pick(SUBJECTS)}${random.pick(TIMES)}`;
