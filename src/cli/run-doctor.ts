import { doctor } from '../commands/doctor.ts';
import type { MailAccount } from '../model/mail.ts';
import type { Ending } from '../model/outcome.ts';
import { describeDoctor, isReady, toJsonDoctor } from '../report/describe-doctor.ts';
import { visible } from '../report/show-name.ts';
import type { System } from '../system/system.ts';
import type { DoctorOptions } from './options.ts';

export async function runDoctor(
  { mail, config, format, lang }: DoctorOptions,
  system: System,
): Promise<Ending> {
  const passwordQuestion = ({ user }: Pick<MailAccount, 'user'>) =>
    lang === 'zh'
      ? `${visible(user)} 的授权码（输入时不显示）：`
      : `password of ${visible(user)} (not shown): `;
  const found = await doctor(
    { mail: mail ?? false, passwordQuestion, ...(config !== undefined && { config }) },
    system,
  );
  const { columns, colors } = system.terminal;
  system.terminal.out(
    format === 'json'
      ? `${JSON.stringify(toJsonDoctor(found, lang), undefined, 2)}\n`
      : describeDoctor(found, { language: lang, columns, colors }),
  );
  return isReady(found) ? { kind: 'done' } : { kind: 'environment-error' };
}
