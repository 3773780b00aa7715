import type { Integrity, UnknownCause } from '../../model/facts.ts';
import type { MediaInput, ProcessOutcome, System } from '../../system/system.ts';
import { parseFfprobeReport, WANTED_ENTRIES, type FfprobeReport } from './ffprobe-report.ts';
import { corrupt, NO_INDEX } from './structure.ts';
import { tidyDetail } from './tidy-detail.ts';

export type Probed =
  | { readonly kind: 'probed'; readonly report: FfprobeReport }
  | { readonly kind: 'failed'; readonly integrity: Integrity };

const OUTPUT_LIMIT = 4 * 1024 * 1024;

/**
 * Asks ffprobe, as JSON. (fluent-ffmpeg's own `ffprobe()` reads a plain listing in which a title of several lines
 * can pass for a stream, knows no time limit, and cannot be stopped.)
 */
export async function runFfprobe(
  { path, demuxer }: MediaInput,
  { processes, tools }: Pick<System, 'processes' | 'tools'>,
  seconds: number,
): Promise<Probed> {
  const tool = await tools.ffprobe();
  if (!tool) return failed({ kind: 'tool-missing', tool: 'ffprobe' });
  const args = [
    ...['-v', 'error', '-hide_banner', '-of', 'json', '-show_entries', WANTED_ENTRIES],
    ...['-protocol_whitelist', 'file', '-f', demuxer],
    // A QuickTime file may name others as the place of its data: they are not opened.
    ...(demuxer === 'mov' ? ['-enable_drefs', '0'] : []),
    ...['-i', `file:${path}`],
  ];
  return understand(await processes.run(tool.path, args, { seconds, outputBytes: OUTPUT_LIMIT }), path);
}

function understand(outcome: ProcessOutcome, path: string): Probed {
  switch (outcome.kind) {
    case 'missing':
      return failed({ kind: 'tool-missing', tool: 'ffprobe' });
    case 'timed-out':
      return failed({ kind: 'timed-out', seconds: outcome.seconds });
    case 'flooded':
      return failed({ kind: 'too-large', what: 'output', limit: outcome.limit });
    case 'killed':
      return failed({ kind: 'crashed', detail: outcome.signal });
    case 'ended': {
      if (outcome.status !== 0) return { kind: 'failed', integrity: judgeComplaint(outcome, path) };
      const report = parseFfprobeReport(outcome.stdout);
      return report
        ? { kind: 'probed', report }
        : failed({ kind: 'crashed', detail: 'ffprobe: no valid JSON' });
    }
  }
}

const NOT_THE_FILES_FAULT =
  /Permission denied|No such file|Input\/output error|Too many open files|Cannot allocate memory|Operation not permitted/;

/** `[mov,mp4,m4a @ 0x55d0] …`: what one of its readers finds in the file. */
const OF_A_READER = /^\[[\w,.#:/]+ @ (?:0x)?[\da-f]+\] \S/i;

/** ffprobe says of a file it cannot open `file:…: reason`; whatever else it says is about itself. */
function judgeComplaint(
  { status, stderr }: Extract<ProcessOutcome, { kind: 'ended' }>,
  path: string,
): Integrity {
  if (stderr.includes('moov atom not found')) return NO_INDEX;
  const lines = stderr.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const verdict = stderr.lastIndexOf(`file:${path}: `);
  const said = lines.at(-1) ?? `exit status ${status}`;
  if (verdict < 0) {
    const ofTheFile = lines.findLast((line) => OF_A_READER.test(line));
    return ofTheFile === undefined || NOT_THE_FILES_FAULT.test(stderr)
      ? unknown({ kind: 'crashed', detail: tidyDetail(said, path) })
      : corrupt(tidyDetail(ofTheFile, path));
  }
  const reason = tidyDetail(stderr.slice(verdict), path);
  if (NOT_THE_FILES_FAULT.test(reason)) return unknown({ kind: 'unreadable', detail: reason });
  return corrupt(reason);
}

function failed(cause: UnknownCause): Probed {
  return { kind: 'failed', integrity: unknown(cause) };
}

function unknown(cause: UnknownCause): Integrity {
  return { state: 'unknown', cause };
}
