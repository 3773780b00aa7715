import type { Finding } from './finding.ts';

const ATTESTATIONS: readonly (readonly [id: string, words: RegExp])[] = [
  ['original-work', /原创|抄袭|剽窃/],
  ['no-watermark', /水印|台标|角标/],
  ['copyright', /版权|著作权|知识产权|肖像权/],
  ['no-secrets', /涉密|保密|泄密/],
  ['first-publication', /未公开发表|未曾发表|未获奖|首次发表|未在/],
  ['reviewed', /审核把关|严格把关|政治关|审查意见|公示(?!获奖|结果|名单|阶段|时间)/],
];

/** What no program can see and a person vouches for, in the sentence's own words. */
export function readAttestations(plain: string, shown: string): readonly Finding[] {
  // 结果公示 is the office's own business.
  const [id] = ATTESTATIONS.find(([, words]) => words.test(plain.replace(/(?:结果|名单)公示.*/, ''))) ?? [];
  if (id === undefined) return [];
  const level = /必须|须|不得|严禁|不能|应当|应/.test(plain) ? 'must' : 'should';
  const yaml = `{ id: ${id}, text: ${JSON.stringify(shown)}, level: ${level} }`;
  return [{ readings: [{ target: { kind: 'attestation', id }, value: { kind: 'raw', yaml } }] }];
}

const ADDRESS =
  /(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,4}[A-Za-z]{2,12}(?![\w-])/g;

export function readMailboxes(plain: string): readonly Finding[] {
  return [...new Set(plain.match(ADDRESS) ?? [])].map((address) => ({
    readings: [{ target: { kind: 'mailbox' }, value: { kind: 'raw', yaml: address } }],
  }));
}

/** What somebody has to do, though no rule says it. */
export function asksForAction(plain: string): boolean {
  return (
    !plain.includes('(电话)') &&
    !/^附件\s?\d{0,2}[:.]|^.{2,10}(?:要求|时间|名额|方式)[。:]?$/.test(plain) &&
    /须|请|应|需要|要求|不得|务必|必须|提交|报送|上报|盖章|签字|填写|附|发送|邮寄|联系|打印/.test(plain)
  );
}
