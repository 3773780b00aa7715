import { parentPort } from 'node:worker_threads';
import type { IsolatedTasks, TaskName } from './system.ts';
import type { TaskAnswer, TaskRequest } from './node-isolation.ts';

/** The other end of `createIsolation`: in the thread, does what it is asked, one task after the other. */
export type TaskHandlers = {
  readonly [N in TaskName]: (input: IsolatedTasks[N]['input']) => Promise<IsolatedTasks[N]['result']>;
};

export function serveTasks(handlers: TaskHandlers): void {
  parentPort?.on('message', (request: TaskRequest) => {
    void answer(handlers, request).then((reply) => parentPort?.postMessage(reply));
  });
}

async function answer(
  handlers: TaskHandlers,
  request: TaskRequest,
): Promise<TaskAnswer<IsolatedTasks[TaskName]['result']>> {
  try {
    return { result: await handlers[request.task](request.input) };
  } catch (error) {
    return { error: (error instanceof Error ? error.message : String(error)).slice(0, 200) };
  }
}
