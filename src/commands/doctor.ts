import type { Diagnosis } from '../model/diagnosis.ts';
import type { MailAccount } from '../model/mail.ts';
import type { System } from '../system/system.ts';
import { diagnoseKeyring, diagnoseMail } from './diagnose-mail.ts';
import { diagnoseClock, diagnoseConfig, diagnoseDisk, diagnoseOutbox } from './diagnose-project.ts';
import { diagnoseFonts, diagnoseTerminal } from './diagnose-screen.ts';
import { diagnoseMediaTool, diagnoseNode, diagnoseOffice } from './diagnose-tools.ts';

export interface DoctorParams {
  readonly config?: string;
  /** Tries the log-in too. */
  readonly mail: boolean;
  readonly passwordQuestion: (account: MailAccount) => string;
}

/** Is this machine ready? Everything is looked at, whatever else is wrong; nothing is changed, nothing is sent. */
export async function doctor(params: DoctorParams, system: System): Promise<readonly Diagnosis[]> {
  const { diagnosis: config, loaded, notice } = await diagnoseConfig(params.config, system);
  const place = loaded ?? { config: {}, folder: system.environment.workingFolder };
  const machine = await Promise.all([
    diagnoseMediaTool('ffprobe', system),
    diagnoseMediaTool('ffmpeg', system),
    diagnoseOffice(system),
    diagnoseFonts(system),
    diagnoseTerminal(system),
    diagnoseDisk(place, system),
    diagnoseOutbox(place, system),
    diagnoseKeyring(system),
  ]);
  // Last: it may have to ask for the password.
  const trial = { logIn: params.mail, question: params.passwordQuestion };
  const mail = loaded ? [await diagnoseMail(loaded, trial, system)] : [];
  const [ffprobe, ffmpeg, office, fonts, terminal, ...rest] = machine;
  const programs = [diagnoseNode(system), ffprobe, ffmpeg, office, fonts, terminal];
  return [...programs, diagnoseClock(notice, system), config, ...rest, ...mail];
}
