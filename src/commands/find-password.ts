import { EnvironmentError, Interrupted } from '../model/problems.ts';
import type { MailAccount } from '../model/mail.ts';
import type { System } from '../system/system.ts';

export const PASSWORD_VARIABLE = 'FOUR_ONES_SMTP_PASSWORD';

export interface FoundPassword {
  readonly password: string;
  readonly from: 'variable' | 'keyring' | 'person';
}

/** The environment first, then the system's keyring, then a person at the terminal. It is kept nowhere else. */
export async function findPassword(
  account: MailAccount,
  question: string,
  system: Pick<System, 'environment' | 'keyring' | 'terminal'>,
): Promise<FoundPassword> {
  const given = system.environment.variables[PASSWORD_VARIABLE];
  if (given !== undefined && given !== '') return { password: given, from: 'variable' };
  const kept = await system.keyring.read(account);
  if (kept !== undefined && kept !== '') return { password: kept, from: 'keyring' };
  const { askHidden } = system.terminal;
  if (!askHidden) throw noPassword(account);
  const typed = (await askHidden(question)).trim();
  if (typed === '') throw new Interrupted();
  return { password: typed, from: 'person' };
}

function noPassword({ user }: MailAccount): EnvironmentError {
  return new EnvironmentError(
    { zh: `没有 ${user} 的邮箱授权码`, en: `there is no password for ${user}` },
    {
      zh: `请在终端里运行（会提示输入），或把授权码放进环境变量 ${PASSWORD_VARIABLE}；不要写进命令行或 four-ones.yaml`,
      en: `run it at a terminal, where it is asked for, or put it into the variable ${PASSWORD_VARIABLE}; never into the command line or four-ones.yaml`,
    },
  );
}
