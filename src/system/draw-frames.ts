import { spawn, type ChildProcess } from 'node:child_process';
import os from 'node:os';
import { killTree } from './kill-tree.ts';
import type { DrawnFrame, DrawRequest, MediaDecoder, MediaInput, Tool, Tools } from './system.ts';

interface DrawerOptions {
  readonly tools: Pick<Tools, 'ffmpeg' | 'quickFfmpeg'>;
  readonly signal: AbortSignal;
}

/** Of one JPEG of a few hundred pixels. */
const JPEG_LIMIT = 2 * 1024 * 1024;

/** Pictures of a film to look at, in colour: one ffmpeg process each. */
export function createFrameDrawer({ tools, signal }: DrawerOptions): MediaDecoder['drawFrame'] {
  const running = new Set<ChildProcess>();
  const endAll = () => {
    for (const child of running) end(child);
  };
  signal.addEventListener('abort', endAll);
  process.once('exit', endAll);
  return async (input, request, { seconds }) => {
    const quick = await tools.quickFfmpeg();
    if (!quick) return { kind: 'no-tool' };
    const args = argumentsFor(input, request, seconds);
    const drawn = await draw(quick, args, { seconds, running, signal });
    if (drawn.kind === 'drawn') return drawn;
    // The one that starts fastest is often old.
    const newest = await tools.ffmpeg();
    return newest && newest.path !== quick.path ? draw(newest, args, { seconds, running, signal }) : drawn;
  };
}

/** A forced demuxer and the `file` protocol alone: no name and no content makes ffmpeg open anything else. */
function argumentsFor(
  input: MediaInput,
  { at, width, height }: DrawRequest,
  limit: number,
): readonly string[] {
  const processorSeconds = Math.ceil(limit) * os.availableParallelism() + 10;
  return [
    ...['-nostdin', '-hide_banner', '-v', 'quiet', '-timelimit', String(processorSeconds)],
    ...['-threads', '1', '-skip_loop_filter', 'all', '-an', '-sn', '-dn', '-ss', String(at)],
    ...['-protocol_whitelist', 'file', '-f', input.demuxer, '-i', `file:${input.path}`],
    ...['-map', '0:V:0', '-frames:v', '1', '-vf', `scale=${width}:${height}:flags=area`],
    ...['-pix_fmt', 'yuvj420p', '-c:v', 'mjpeg', '-q:v', '6', '-f', 'image2pipe', '-'],
  ];
}

interface Drawing {
  readonly seconds: number;
  readonly running: Set<ChildProcess>;
  readonly signal: AbortSignal;
}

function draw(tool: Tool, args: readonly string[], drawing: Drawing): Promise<DrawnFrame> {
  const { seconds, running, signal } = drawing;
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve({ kind: 'failed' });
      return;
    }
    const child = spawn(tool.path, args, { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
    const chunks: Buffer[] = [];
    let bytes = 0;
    running.add(child);
    const timer = setTimeout(() => {
      end(child);
    }, seconds * 1000);
    const settle = (frame: DrawnFrame) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(frame);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= JPEG_LIMIT) chunks.push(chunk);
      else end(child);
    });
    child.once('error', () => {
      settle({ kind: 'no-tool' });
    });
    child.once('close', (status) => {
      const whole = status === 0 && bytes > 0 && bytes <= JPEG_LIMIT;
      settle(whole ? { kind: 'drawn', jpeg: Buffer.concat(chunks) } : { kind: 'failed' });
    });
  });
}

function end(child: ChildProcess): void {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) killTree(child.pid);
}
