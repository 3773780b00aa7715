import type { Diagnosis, ToolSource } from '../model/diagnosis.ts';
import type { ProcessLimits, System, Tool } from '../system/system.ts';

/** What package.json asks for. */
const NODE_ASKED = '20.19';
const LIMITS: ProcessLimits = { seconds: 15, outputBytes: 256 * 1024 };

export function diagnoseNode({ environment }: Pick<System, 'environment'>): Diagnosis {
  const version = environment.nodeVersion;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [askedMajor = 0, askedMinor = 0] = NODE_ASKED.split('.').map(Number);
  const recent = major > askedMajor || (major === askedMajor && minor >= askedMinor);
  return { subject: 'node', state: recent ? 'ok' : 'lacking', version, asked: NODE_ASKED };
}

/** Found, and really runs: a program for another processor is found too. */
export async function diagnoseMediaTool(subject: 'ffprobe' | 'ffmpeg', system: System): Promise<Diagnosis> {
  const { tools, environment } = system;
  const tool = await tools[subject]();
  const named = environment.variables[subject === 'ffprobe' ? 'FFPROBE_PATH' : 'FFMPEG_PATH'];
  if (!tool) return { subject, state: 'lacking', ...(named && { misnamed: named }) };
  const source = sourceOf(tool, named);
  const outcome = await system.processes.run(tool.path, ['-version'], LIMITS);
  const found = { subject, path: tool.path, source } as const;
  if (outcome.kind !== 'ended' || outcome.status !== 0) return { ...found, state: 'lacking' };
  const version = /version (\S+)/.exec(outcome.stdout)?.[1];
  const misnamed = named !== undefined && named !== '' && source !== 'given' ? named : undefined;
  return {
    ...found,
    state: misnamed === undefined ? 'ok' : 'advice',
    ...(version !== undefined && { version }),
    ...(misnamed !== undefined && { misnamed }),
  };
}

function sourceOf({ path }: Tool, named: string | undefined): ToolSource {
  if (named !== undefined && named !== '' && path.endsWith(named.replace(/^\.+/, ''))) return 'given';
  return /@ff(?:probe|mpeg)-installer/.test(path) ? 'shipped' : 'own';
}

/** Needed for old .doc files alone. */
export async function diagnoseOffice({ tools }: Pick<System, 'tools'>): Promise<Diagnosis> {
  const tool = await tools.soffice();
  return tool
    ? { subject: 'soffice', state: 'ok', path: tool.path }
    : { subject: 'soffice', state: 'advice' };
}
