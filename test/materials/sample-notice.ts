import { arrangeMaterials, type Arranged, type ArrangeInput } from '../../src/materials/arrange-materials.ts';
import { isFormat, type Format } from '../../src/model/format.ts';
import type { SniffedFile } from '../../src/model/materials.ts';
import type { Category, FormSpec, Notice } from '../../src/model/notice.ts';
import type { Clause } from '../../src/model/ruled.ts';

const clause: Clause = { notice: 'test' };

function category(id: string, name: string, more: Partial<Category> = {}): Category {
  const empty = {
    parts: [],
    quota: [],
    perPerson: [],
    workSize: [],
    choices: [],
    info: [],
    forms: [],
    deadlines: [],
    routes: [],
    attestations: [],
    steps: [],
  };
  return { id, name, aliases: [], accepts: [], media: {}, ...empty, ...more };
}
const form = (id: string, name: string, annex: string): FormSpec => ({
  id,
  name,
  annex,
  aliases: [annex, '推荐表'],
  clause,
});
const ruled = <T>(value: T) => ({ value, level: 'must' as const, clause });

export const notice: Notice = {
  id: 'test',
  title: '测试通知',
  year: 2020,
  lineage: ['test'],
  media: {},
  categories: [
    category('lecture', '专题微党课', { aliases: ['微党课'] }),
    category('plan', '微党课计划'),
    category('story', '战疫故事汇', {
      aliases: ['战疫故事'],
      forms: [ruled('story-form')],
      choices: [],
      parts: [ruled({ role: 'text' as const, min: 1 })],
    }),
    category('library', '抗疫教育素材', { aliases: ['教育素材'], forms: [ruled('library-form')] }),
    category('cases', '党建特色案例', { forms: [ruled('library-form')] }),
    category('press', '红色防火墙'),
  ],
  forms: [
    form('story-form', '“战疫故事汇”推荐表', '附件1'),
    form('library-form', '“教育素材库”推荐表', '附件2'),
  ],
  routes: [],
  quotas: [],
  perPerson: [],
  attestations: [],
  steps: [],
};

/** The format is what the extension says, unless one is given as `path=format`. */
function file(words: string): SniffedFile {
  const [path = '', given] = words.split('=');
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const named = given ?? (extension === 'txt' ? 'text' : extension);
  const format: Format = isFormat(named) ? named : 'unknown';
  return { path, bytes: 1, identity: path, format };
}

/** Sorts files of these paths below the sample notice. */
export function arrange(paths: readonly string[], more: Partial<ArrangeInput> = {}): Arranged {
  return arrangeMaterials({ files: paths.map(file), infos: [], notice, rootName: 'materials', ...more });
}
