import { Worker } from 'node:worker_threads';
import type { IsolatedTasks, Isolation, TaskLimits, TaskName, TaskOutcome } from './system.ts';

export interface TaskRequest {
  readonly task: TaskName;
  readonly input: IsolatedTasks[TaskName]['input'];
}

/** What a thread answers; an `error` is the task's own failure, the thread stays usable. */
export type TaskAnswer<R> = { readonly result: R } | { readonly error: string };

/** What must be killed to be stopped runs in threads; idle ones are used again. `entry` is the thread's program. */
export function createIsolation(entry: URL, interrupted: AbortSignal): Isolation {
  const idle = new Map<number, Worker[]>();
  const all = new Set<Worker>();
  const take = (megabytes: number): Worker => {
    const waiting = idle.get(megabytes)?.pop();
    if (waiting) return waiting;
    const worker = new Worker(entry, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      stdout: true,
      stderr: true,
    });
    worker.setMaxListeners(0);
    all.add(worker);
    worker.once('exit', () => all.delete(worker));
    return worker;
  };
  const giveBack = (worker: Worker, megabytes: number) => {
    worker.unref();
    idle.set(megabytes, [...(idle.get(megabytes) ?? []), worker]);
  };
  interrupted.addEventListener('abort', () => {
    for (const worker of all) void worker.terminate();
  });
  return {
    run: async (task, input, limits) => {
      const worker = take(limits.megabytes);
      worker.ref();
      const outcome = await ask<IsolatedTasks[typeof task]['result']>(worker, { task, input }, limits);
      if (outcome.kind === 'done' || outcome.reusable) giveBack(worker, limits.megabytes);
      else await worker.terminate();
      return outcome.kind === 'done' ? outcome : { kind: 'stopped', cause: outcome.cause };
    },
    close: async () => {
      idle.clear();
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

type Asked<R> =
  | Extract<TaskOutcome<R>, { kind: 'done' }>
  | (Extract<TaskOutcome<R>, { kind: 'stopped' }> & { readonly reusable: boolean });

function ask<R>(worker: Worker, request: TaskRequest, limits: TaskLimits): Promise<Asked<R>> {
  return new Promise((resolve) => {
    const finish = (outcome: Asked<R>) => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (answer: TaskAnswer<R>) => {
      if ('result' in answer) finish({ kind: 'done', result: answer.result });
      else finish({ kind: 'stopped', cause: { kind: 'crashed', detail: answer.error }, reusable: true });
    };
    const onError = (error: Error & { code?: string }) => {
      finish({
        kind: 'stopped',
        cause:
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? { kind: 'too-large', what: 'unpacked', limit: limits.megabytes * 1024 * 1024 }
            : { kind: 'crashed', detail: error.message.slice(0, 200) },
        reusable: false,
      });
    };
    const onExit = () => {
      finish({ kind: 'stopped', cause: { kind: 'crashed', detail: 'thread ended' }, reusable: false });
    };
    const timer = setTimeout(() => {
      finish({ kind: 'stopped', cause: { kind: 'timed-out', seconds: limits.seconds }, reusable: false });
    }, limits.seconds * 1000);
    worker.on('message', onMessage);
    worker.once('error', onError);
    worker.once('exit', onExit);
    worker.postMessage(request);
  });
}
