import path from 'node:path';
import { fillForm } from '../forms/fill-form.ts';
import type { FormFilled, FormValues } from '../model/form.ts';
import type { FormSpec } from '../model/notice.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import type { System } from '../system/system.ts';
import { convertDoc } from './convert-doc.ts';
import { locateBlank } from './locate-blank.ts';
import { readBlank } from './read-blank.ts';

/** Fills a form's blank in memory; an old .doc is converted first where LibreOffice is. */
export async function fillTemplate(form: FormSpec, values: FormValues, system: System): Promise<FormFilled> {
  const bytes = await readBlank(locateBlank(form, system), system);
  const filling = await fillForm(bytes, values, form.labels);
  if (filling.kind === 'filled') return filling;
  if (filling.kind === 'failed' || filling.cause !== 'old-doc') throw unfit(form);
  const docx = await convertDoc(bytes, system);
  if (!docx) throw oldTemplate(form);
  const anew = await fillForm(docx, values, form.labels);
  if (anew.kind !== 'filled') throw oldTemplate(form);
  return anew;
}

function oldTemplate({ name, template = '' }: FormSpec): UsageError {
  const file = path.basename(template);
  return new UsageError({
    zh: `《${name}》的模板 ${file} 是旧的 .doc；请用 Word 或 WPS 另存为 .docx，再把通知里的 template 改成它`,
    en: `the template ${file} of “${name}” is an old .doc; save it as .docx with Word or WPS and name that in the notice`,
  });
}

function unfit({ id, name, template }: FormSpec): EnvironmentError | UsageError {
  if (template !== undefined && path.isAbsolute(template)) {
    const file = path.basename(template);
    return new UsageError({
      zh: `《${name}》的模板 ${file} 打不开或填不进去；请用 Word 或 WPS 另存为 .docx 再试`,
      en: `the template ${file} of “${name}” cannot be opened or filled; save it anew as .docx and try again`,
    });
  }
  return new EnvironmentError(
    {
      zh: `表格模板 ${template ?? id}.docx 打不开或填不进去`,
      en: `the form template ${template ?? id}.docx cannot be opened or filled`,
    },
    {
      zh: '模板可能被改坏了；请重新安装 four-ones',
      en: 'the template may be damaged; install four-ones again',
    },
  );
}
