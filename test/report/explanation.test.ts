import { describe, expect, it } from 'vitest';
import type { Notice } from '../../src/model/notice.ts';
import { LANGUAGES } from '../../src/model/report.ts';
import { CODES } from '../../src/report/codes.ts';
import { problemText } from '../../src/report/problem-text.ts';
import { renderCodeList, renderExplanation } from '../../src/report/render-explanation.ts';
import { displayWidth } from '../../src/report/terminal/wrap-text.ts';
import { loadBuiltIn } from '../notice/notice-folder.ts';

const scau = await loadBuiltIn('scau-2020');

it('explain tells what is asked, where, why, and how to mend it', () => {
  const own: Notice = {
    ...scau,
    media: {
      video: { faststart: { value: true, level: 'should', clause: { notice: 'mine', section: '三' } } },
    },
    categories: [],
  };
  expect(renderExplanation('video.faststart', own, 'zh', 80)).toBe(
    [
      '边下边播 (video.faststart)',
      '',
      '要求',
      '  索引放在文件开头，网页上可以边下载边看。',
      '出处',
      '  视频：mine 三（建议）',
      '原因',
      '  索引在末尾的，要全部下载完才能开始放。',
      '做法',
      '  不损画质，几秒钟：',
      '     ffmpeg -i "课.mp4" -c copy -movflags +faststart "课-网页.mp4"',
      '',
    ].join('\n'),
  );
});

it('a clause is named once, those of a category beside the notice’s, and what is not asked for is said', () => {
  const said = renderExplanation('video.duration', scau, 'zh', 80);
  expect(said).toContain('视频：scau-2020 三（必须）');
  expect(said).toContain('视频：moe-2020 提示一（建议）');
  expect(renderExplanation('photo.dpi', scau, 'zh', 80)).toContain('这份通知没有提出这项要求：scau-2020');
  expect(renderExplanation('file.readable', scau, 'zh', 80)).toContain('不用通知写');
  expect(renderExplanation('quota.min', scau, 'zh', 80)).toContain('战疫故事汇：scau-2020');
});

it('what the whole notice, or a route, has a person confirm and do is found, not denied', () => {
  const clause = { notice: 'mine', section: '五' };
  const own: Notice = {
    ...scau,
    categories: scau.categories.slice(0, 1).map((category) => ({ ...category, routes: ['web'], steps: [] })),
    routes: [
      { id: 'web', name: '申报系统', steps: [{ text: '登录', clause: { notice: 'mine', section: '六' } }] },
    ],
    attestations: [{ id: 'own', text: '原创', level: 'must', clause }],
    steps: [{ text: '盖章', clause }],
  };
  expect(renderExplanation('attest', own, 'zh', 80)).toContain('整份通知：mine 五（必须）');
  expect(renderExplanation('manual', own, 'zh', 80)).toContain('整份通知：mine 五\n  申报系统：mine 六');
  expect(renderExplanation('manual', own, 'en', 80)).toContain('the whole notice: mine 五');
  expect(renderExplanation('manual', { ...own, steps: [], routes: [] }, 'zh', 80)).toContain(
    '没有提出这项要求',
  );
  // Inherited, and no category goes it.
  const unused = { ...own, steps: [], categories: own.categories.map((one) => ({ ...one, routes: [] })) };
  expect(renderExplanation('manual', unused, 'zh', 80)).toContain('没有提出这项要求');
});

describe.each(LANGUAGES)('in %s', (language) => {
  it.each([80, 40])('every explanation fits into %i columns, commands to copy excepted', (columns) => {
    for (const code of CODES) {
      const lines = renderExplanation(code, scau, language, columns).split('\n');
      expect(lines.filter((line) => displayWidth(line) > columns && !line.includes('ffmpeg -'))).toEqual([]);
    }
  });

  it('the list names every code', () => {
    const list = renderCodeList(language, 80);
    for (const code of CODES) expect(list).toContain(code);
  });
});

it('a mistake in a file is told with its place', () => {
  const words = { zh: '这里应写数字', en: 'expected a number' };
  const place = { file: '我校\u001b通知.yaml', line: 3, column: 5, key: 'media.photo.size' };
  expect(problemText(words, place, 'zh')).toBe(
    '我校\\x1b通知.yaml，第 3 行，第 5 列，“media.photo.size”：\n  这里应写数字',
  );
  expect(problemText(words, undefined, 'en')).toBe('expected a number');
});
