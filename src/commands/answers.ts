import path from 'node:path';
import { stringify } from 'yaml';
import * as z from 'zod/mini';
import { UsageError } from '../model/problems.ts';
import { parseYaml } from '../system/parse-yaml.ts';
import type { System } from '../system/system.ts';
import type { Answers } from './fill-forms.ts';

/** What a person answered about each work when a form asked for it: beside the config, never among the materials. */
const ANSWERS_NAME = '作品信息.yaml';
const MOST_BYTES = 4 * 1024 * 1024;

const text = z.pipe(z.union([z.string(), z.number()]), z.transform(String));
const schema = z.nullable(z.record(z.string(), z.record(z.string(), text)));

export async function readAnswers(project: string, { files }: Pick<System, 'files'>): Promise<Answers> {
  const file = path.join(project, ANSWERS_NAME);
  if (!(await files.exists(file))) return {};
  const parsed = parseYaml(await files.readWhole(file, MOST_BYTES), schema);
  if (parsed.kind === 'ok') return parsed.value ?? {};
  const { line, column, key, words } = parsed.problem;
  throw new UsageError(words, { file, line, column, key });
}

export async function writeAnswers(
  project: string,
  answers: Answers,
  { files }: Pick<System, 'files'>,
): Promise<void> {
  const head = '# 打包时填表问到的内容，按作品记在这里；可以修改，下次打包照此填写。\n';
  await files.writeAtomically(path.join(project, ANSWERS_NAME), head + stringify(answers));
}
