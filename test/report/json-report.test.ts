import { expect, it } from 'vitest';
import { printJson, toJsonReport } from '../../src/report/json-report.ts';
import { judgementOf, made, part, sampleJudgement } from './sample-judgement.ts';

it('a script that reads the report finds what was promised, and nothing else at the top', () => {
  const report = toJsonReport(sampleJudgement(), 'zh');
  expect(Object.keys(report)).toEqual([
    'schemaVersion',
    'verdict',
    'strict',
    'notice',
    'org',
    'date',
    'items',
    'strays',
    'checks',
    'counts',
  ]);
  expect(report).toMatchObject({
    schemaVersion: 1,
    verdict: 'fail',
    notice: { id: 'scau-2020', title: '华南农业大学关于报送“四个一”行动材料的通知' },
    org: '马克思主义学院党委',
    date: '2020-07-10',
  });
  expect(report.items[0]).toEqual({
    category: 'lecture',
    title: '让党旗高高飘扬',
    path: '专题微党课/课.mp4',
    parts: [
      {
        path: '专题微党课/课.mp4',
        role: 'video',
        bytes: 1_048_576,
        facts: { format: 'mp4', integrity: { state: 'whole' } },
      },
    ],
  });
});

it('every check is there, passes too, and the counts are theirs', () => {
  const judgement = sampleJudgement();
  const { checks, counts } = toJsonReport(judgement, 'en');
  expect(checks).toHaveLength(judgement.checks.length);
  for (const result of ['pass', 'fail', 'unknown', 'skip'] as const) {
    expect(checks.filter((check) => check.result === result)).toHaveLength(counts[result]);
  }
});

it('one failed check reads as the contract shows it', () => {
  const path = '专题微党课/课.mp4';
  const check = made(
    'video.resolution',
    'fail',
    { path, item: path, category: 'lecture' },
    { rule: { exact: [{ width: 1920, height: 1080 }] }, actual: { width: 1280, height: 720 } },
    { clause: { notice: 'moe-2020', section: '提示一' }, consequence: '不予受理' },
  );
  expect(toJsonReport(judgementOf([check]), 'zh').checks).toEqual([
    {
      code: 'video.resolution',
      level: 'must',
      result: 'fail',
      path,
      item: path,
      category: 'lecture',
      required: '1920×1080',
      actual: '1280×720',
      clause: 'moe-2020 提示一',
      message: '分辨率：画面比要求的小，不够清楚。要求：1920×1080；实际：1280×720。',
      advice:
        '用剪映打开剪辑草稿重新导出，分辨率选 1080P、比例选 16:9。也可以运行：ffmpeg -i "课.mp4" -vf scale=1920:1080,setsar=1 -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "课-1080p.mp4"',
      consequence: '不予受理',
    },
  ]);
});

it('what does not apply is absent, never null or undefined', () => {
  const judgement = judgementOf([made('attest', 'unknown', {}, { id: 'a', text: '作者同意' })]);
  const printed = printJson(toJsonReport(judgement, 'zh'));
  expect(printed).not.toMatch(/null|undefined|"path": ""/);
  expect(toJsonReport(judgement, 'zh').checks[0]).toEqual({
    code: 'attest',
    level: 'must',
    result: 'unknown',
    required: '作者同意',
    actual: '等待确认',
    message: '人工确认：程序看不出来，要由人确认：作者同意。',
    advice: '由负责的同志核实后确认；确认的命令：four-ones confirm attest "a" yes',
  });
});

it('a hostile name is kept whole in the data and harmless on a terminal', () => {
  const path = 'a\u009b2J\u202eb\u007f\u{e0041}.jpg';
  const judgement = judgementOf([made('file.junk', 'unknown', { path }, { reason: 'link' })], {
    materials: { items: [{ title: path, path, parts: [part(path, 'photo', 'jpg')] }], strays: [] },
  });
  const report = toJsonReport(judgement, 'zh');
  const printed = printJson(report);
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\p{Cf}]/u);
  expect(JSON.parse(printed)).toEqual(report);
  expect(report.checks[0]?.path).toBe(path);
});
