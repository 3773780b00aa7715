import { existsSync } from 'node:fs';
import { appendFile, readdir, readFile, rename } from 'node:fs/promises';
import mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { everything, ORG, pack, understandPack } from './pack-project.ts';
import { openProject, PHOTO, resultsOf, SMALL_FILM, type Project } from './project.ts';

vi.setConfig({ testTimeout: 300_000 });

const WORK = '专题微党课/字幕缺结尾';
const FILM = `${WORK}/字幕缺结尾.mp4`;
const NOTICE = `title: 自己的通知
extends: scau-2020
attestations:
  - { id: no-secrets, text: 材料不涉密, level: must }
`;

/**
 * A film whose subtitles nobody but a person can judge: they end early, or the film is too short to look for any, which
 * is known sooner; and a thing that a person vouches for.
 */
async function doubtful(config = '', film: 'short' | 'subtitled' = 'short'): Promise<Project> {
  const project = await openProject();
  if (film === 'short') await project.copy(SMALL_FILM, `materials/${FILM}`);
  else await project.copy(`cases/video-subtitles/materials/${WORK}`, `materials/${WORK}`);
  await project.put('own.yaml', NOTICE);
  await project.put('four-ones.yaml', `notice: ./own.yaml\nyear: 2020\n${config}`);
  return project;
}

const BY = ['--by', '王老师'] as const;

function say(project: Project, ...words: readonly string[]) {
  return project.run(['confirm', ...words]);
}

async function settleAll(project: Project): Promise<void> {
  const film = await say(project, 'video.subtitles', FILM, 'yes', ...BY, '--note', '看过，结尾没有人讲话');
  expect({ exit: film.exit, stderr: film.stderr }).toEqual({ exit: 0, stderr: '' });
  const vouched = await say(project, 'attest', 'no-secrets', 'yes', ...BY);
  expect({ exit: vouched.exit, stderr: vouched.stderr }).toEqual({ exit: 0, stderr: '' });
}

describe.concurrent('a person decides once, on record', () => {
  it('a confirmed decision survives a re-check and dies with a changed file', async () => {
    const project = await doubtful('', 'subtitled');
    const before = await project.check();
    expect([before.exit, resultsOf(before.report, 'video.subtitles', FILM)]).toEqual([4, ['unknown']]);
    await settleAll(project);
    for (const more of [[], ['--no-cache'], ['--lang', 'en']]) {
      const { exit, report } = await project.check(more);
      expect([exit, report.verdict]).toEqual([0, 'pass']);
      expect(report.checks.find(({ code }) => code === 'video.subtitles')).toMatchObject({
        result: 'pass',
        decision: { answer: 'yes', by: '王老师', note: '看过，结尾没有人讲话' },
      });
    }
    await appendFile(project.at('materials', FILM), 'x');
    const after = await project.check();
    expect(after.exit).not.toBe(0);
    const [check] = after.report.checks.filter(({ code }) => code === 'video.subtitles');
    expect(check).toMatchObject({ result: 'unknown', voided: { why: 'file-changed', by: '王老师' } });
    expect(check?.message).toContain('文件改过，原来的确认作废');
    expect((await project.run(['check', '--date', '2020-07-10'])).stdout).toContain(
      '文件改过，原来的确认作废',
    );
    // The attestation was about these very files too.
    expect(resultsOf(after.report, 'attest')).toContain('unknown');
    await settleAll(project);
    expect(resultsOf((await project.check()).report, 'video.subtitles', FILM)).toEqual(['pass']);
  });

  it('it dies with the subtitles beside the film too, and where the notice asks for the opposite', async () => {
    const project = await doubtful('', 'subtitled');
    await settleAll(project);
    await project.put('own.yaml', `${NOTICE}media:\n  video: { subtitles: forbidden }\n`);
    const forbidden = await project.check();
    expect(resultsOf(forbidden.report, 'video.subtitles', FILM)).not.toContain('pass');
    await project.put('own.yaml', NOTICE);
    await appendFile(project.at('materials', WORK, '字幕缺结尾.srt'), '\n');
    const after = await project.check();
    expect(resultsOf(after.report, 'video.subtitles', FILM)).toEqual(['unknown']);
  });

  it('no answer makes good what the bytes say; a waiver does, with its reason, and never reads like a pass', async () => {
    const project = await openProject();
    await project.copy(PHOTO, 'materials/抗疫教育素材/甲/照片1.png');
    await project.put('materials/抗疫教育素材/甲/图.png', Buffer.from('89504e470d0a1a0a', 'hex'));
    const place = '抗疫教育素材/甲/图.png';
    const { report } = await project.check();
    expect(resultsOf(report, 'file.readable', place)).toEqual(['fail']);
    const yes = await say(project, 'file.readable', place, 'yes', ...BY);
    expect([yes.exit, yes.stderr]).toEqual([2, expect.stringContaining('不能确认为合格')]);
    const bare = await say(project, 'file.readable', place, 'waive', ...BY);
    expect([bare.exit, bare.stderr]).toEqual([2, expect.stringContaining('--note')]);
    expect(existsSync(project.at('confirmations.yaml'))).toBe(false);
    const waived = await say(project, 'file.readable', place, 'waive', ...BY, '--note', '收件方电话同意');
    expect(waived.exit).toBe(0);
    const again = await project.check();
    expect(resultsOf(again.report, 'file.readable', place)).toEqual(['skip']);
    const text = (await project.run(['check', '--date', '2020-07-10'])).stdout;
    expect(text.replace(/\s/g, '')).toContain('同意豁免');
    expect(text.replace(/\s/g, '')).toContain('理由：收件方电话同意');
    expect(text).toContain('豁免 1 项');
  });

  it('“no” fails the run, and is told with who said so', async () => {
    const project = await doubtful();
    await say(project, 'video.subtitles', FILM, 'no', ...BY, '--note', '后半段漏了字幕');
    const { exit, report } = await project.check();
    expect([exit, report.verdict]).toEqual([1, 'fail']);
    const text = (await project.run(['check', '--date', '2020-07-10'])).stdout;
    expect(text.replace(/\s/g, '')).toContain('经王老师人工查看，认定不合格');
    const corrected = await say(project, 'video.subtitles', FILM, 'yes', ...BY);
    expect(corrected.exit).toBe(0);
    expect(resultsOf((await project.check()).report, 'video.subtitles', FILM)).toEqual(['pass']);
    const kept = await readFile(project.at('confirmations.yaml'), 'utf8');
    expect(kept.match(/code: video\.subtitles/g)).toHaveLength(1);
  });

  it('a path is understood as it is shown, with backslashes, from here, from the root; a slip is guessed at', async () => {
    const project = await doubtful();
    for (const spelling of [
      FILM,
      FILM.replaceAll('/', '\\'),
      `materials/${FILM}`,
      `./materials/${FILM}`,
      project.at('materials', FILM),
    ]) {
      const { exit, stderr } = await say(project, 'video.subtitles', spelling, 'yes', ...BY);
      expect([spelling, exit, stderr]).toEqual([spelling, 0, '']);
    }
    const code = await say(project, 'video.subtitle', FILM, 'yes', ...BY);
    expect([code.exit, code.stderr]).toEqual([2, expect.stringContaining('video.subtitles')]);
    const file = await say(project, 'video.subtitles', `${WORK}/字幕缺结巴.mp4`, 'yes', ...BY);
    expect([file.exit, file.stderr]).toEqual([2, expect.stringContaining(`是不是“${FILM}”`)]);
    const id = await say(project, 'attest', 'no-secret', 'yes', ...BY);
    expect([id.exit, id.stderr]).toEqual([2, expect.stringContaining('no-secrets')]);
    const nobody = await say(project, 'attest', 'no-secrets', 'yes');
    expect([nobody.exit, nobody.stderr]).toEqual([2, expect.stringContaining('--by')]);
    const passed = await say(project, 'video.codec', FILM, 'yes', ...BY);
    expect([passed.exit, passed.stderr]).toEqual([2, expect.stringContaining('已经通过')]);
    const half = await say(project, 'attest', 'no-secrets');
    expect(half.exit).toBe(2);
  });

  it('away from a terminal, what waits is listed with what to type; nothing is asked, nothing is written', async () => {
    const project = await doubtful('contact: { name: 王老师 }\n');
    const sources = await everything(project.at('materials'));
    const { exit, stdout } = await project.run(['confirm'], { apart: true });
    expect(exit).toBe(0);
    expect(stdout).toContain(`four-ones confirm video.subtitles "${FILM}" yes`);
    expect(stdout).toContain('four-ones confirm attest "no-secrets" yes');
    expect(existsSync(project.at('confirmations.yaml'))).toBe(false);
    const typed = await project.run(['confirm', 'attest', 'no-secrets', 'yes'], { apart: true });
    expect(typed.stdout).toContain('已由 王老师 人工确认');
    expect(await everything(project.at('materials'))).toEqual(sources);
    const json = await say(project, '--format', 'json');
    const waiting = z.object({ waiting: z.array(z.object({ code: z.string(), place: z.string() })) });
    expect(waiting.parse(JSON.parse(json.stdout)).waiting[0]).toMatchObject({
      code: 'video.subtitles',
      place: FILM,
    });
  });

  it('what a person wrote into the record stays; what is wrong in it is told with line and column', async () => {
    const project = await doubtful();
    await settleAll(project);
    const record = project.at('confirmations.yaml');
    const first = await readFile(record, 'utf8');
    const noted = first.replace('  - code: video', '  # 结尾只有音乐\n  - code: video');
    await project.put('confirmations.yaml', noted);
    await say(project, 'attest', 'no-secrets', 'waive', ...BY, '--note', '主管部门已审');
    const second = await readFile(record, 'utf8');
    expect(second).toContain('# 结尾只有音乐\n  - code: video');
    expect(second).toContain('主管部门已审');
    await project.put('confirmations.yaml', second.replace('answer: yes', 'answer: 好'));
    for (const args of [['check'], ['confirm', 'attest', 'no-secrets', 'yes', ...BY]]) {
      const run = await project.run(args);
      expect(run.exit).toBe(2);
      expect(run.stderr).toMatch(/confirmations\.yaml，第 \d+ 行，第 \d+ 列/);
    }
  });

  it('two who confirm at once both stand on record', async () => {
    const project = await doubtful();
    const both = await Promise.all([
      say(project, 'video.subtitles', FILM, 'yes', '--by', '王老师'),
      say(project, 'attest', 'no-secrets', 'yes', '--by', '李老师'),
    ]);
    expect(both.map(({ exit, stderr }) => [exit, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    const kept = await readFile(project.at('confirmations.yaml'), 'utf8');
    expect([kept.includes('王老师'), kept.includes('李老师')]).toEqual([true, true]);
    expect(await readdir(project.at())).not.toContainEqual(expect.stringMatching(/\.lock$/));
  });

  it('the command that is shown judges by the notice that was named', async () => {
    const project = await doubtful();
    await rename(project.at('own.yaml'), project.at('另一个.yaml'));
    await rename(project.at('four-ones.yaml'), project.at('elsewhere.yaml'));
    const named = await project.run(['check', '--notice', '另一个.yaml', '--year', '2020']);
    expect(named.stdout).toContain(
      `four-ones confirm video.subtitles "${FILM}" yes --notice "另一个.yaml" --year 2020`,
    );
  });

  it('a record among the materials is no word of ours, and none is written there', async () => {
    const project = await doubtful();
    const run = await project.run(['confirm', 'video.subtitles', FILM, 'yes', ...BY, '--materials', '.'], {
      cwd: project.at('materials'),
    });
    expect(run.exit).toBe(0);
    await rename(project.at('four-ones.yaml'), project.at('elsewhere.yaml'));
    const inside = await project.run(['confirm', '--materials', '.'], { cwd: project.at('materials') });
    expect([inside.exit, inside.stderr]).toEqual([2, expect.stringContaining('材料文件夹')]);
    expect(existsSync(project.at('materials', 'confirmations.yaml'))).toBe(false);
  });
});

describe.concurrent('whoever receives the bundle reads what rests on a person’s word', () => {
  it('pack goes on; plan, record, list and mail name each decision', async () => {
    const project = await doubtful();
    expect((await pack(project)).exit).toBe(4);
    await settleAll(project);
    await say(project, 'attest', 'no-secrets', 'waive', ...BY, '--note', '主管部门已审');
    const planned = await pack(project, ['--dry-run']);
    expect(planned.stdout).toContain('由人确认或豁免的');
    const packed = await pack(project, ['--format', 'json']);
    expect(packed.exit).toBe(0);
    const [bundle = ''] = understandPack(packed).bundles?.map((one) => one.bundle) ?? [];
    const record: unknown = JSON.parse(await readFile(project.at('outbox', `${bundle}.bundle.json`), 'utf8'));
    const told = z.object({ decisions: z.array(z.record(z.string(), z.string())) }).parse(record).decisions;
    expect(told).toMatchObject([
      { code: 'video.subtitles', answer: 'yes', by: '王老师', path: FILM, note: '看过，结尾没有人讲话' },
      { code: 'attest', answer: 'waive', about: '材料不涉密', note: '主管部门已审' },
    ]);
    expect(told[0]?.['name']).toContain(ORG);
    const list = await mammoth.extractRawText({ path: project.at('outbox', bundle, '报送清单.docx') });
    expect(list.value).toContain('理由：主管部门已审');
    expect(list.value).toContain('看过，结尾没有人讲话');
    const verified = await project.run(['verify', `outbox/${bundle}.zip`, '--check', '--notice', 'own.yaml']);
    expect({ exit: verified.exit, stderr: verified.stderr }).toEqual({ exit: 0, stderr: '' });
    expect(verified.stdout).toContain('豁免');
  });
});
