// A long notice over a shorter one, and the shortest there is, for what loading and merging cost.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Lines of the long notice. */
const LINES = 1000;

/** A project without materials, and files of the two notices in it. */
export function makeNotices(root) {
  const folder = path.join(root, 'notices');
  mkdirSync(path.join(folder, 'materials'), { recursive: true });
  const head = (title) => [`title: ${title}`, 'year: 2026'];
  const long = [...head('长通知'), 'extends: [scau-2020, ./far.yaml]', 'categories:'];
  for (let number = 1; long.length < LINES; number += 1) long.push(...category(`long${number}`, number));
  const far = [...head('远通知'), 'extends: gbt-9704', 'categories:'];
  for (let number = 1; number <= 12; number += 1) far.push(...category(`long${number}`, number));
  const write = (name, lines) => {
    const file = path.join(folder, name);
    writeFileSync(file, `${lines.join('\n')}\n`);
    return file;
  };
  write('far.yaml', far);
  return {
    folder,
    long: write('long.yaml', long.slice(0, LINES)),
    short: write('short.yaml', head('短通知')),
  };
}

/** The usual rules, about as closely written as those of the built-in notices. */
function category(id, number) {
  return [
    `  ${id}: # 第 ${number} 类`,
    `    name: 类别${number}`,
    `    aliases: [第${number}类]`,
    '    clause: 三',
    '    accepts: [text, photo, video]',
    '    quota: { min: 1, max: 3 }',
    '    parts:',
    '      text: { min: 1 }',
    '      photo: { min: 2 }',
    '    info:',
    '      title: required',
    '      keywords: { min: 3, max: 5 }',
    "    naming: '{org}+{category}+{title}'",
    '    media:',
    '      video:',
    '        formats: { value: [mp4], consequence: 不予受理 }',
    '        # 一个上限加一个建议区间，同时有效',
    '        duration:',
    '          - { max: 30min }',
    '          - { min: 15min, max: 20min, level: should }',
    '        resolution: 1920x1080',
    '      photo:',
    '        formats: jpg',
    '        size: { max: 10M }',
    '      text:',
    '        words: { about: 3000 }',
    '    deadlines:',
    `      - { on: 07-15, label: 第${number}批 }`,
    '    route: organisation',
    '    attestations:',
    `      - { id: own${number}, text: 作品为原创 }`,
    '    steps:',
    '      - 把纸质材料交到办公楼',
  ];
}
