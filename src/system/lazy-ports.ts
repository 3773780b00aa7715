import type { Isolation, Keyring, Mail, MediaDecoder, Processes, Tools, Viewer } from './system.ts';

// What starts programs and threads, or uses the network, is loaded when the first is to be started: help, and a run in which nothing has
// changed, do without.

export function createLazyProcesses(interrupted: AbortSignal): Processes {
  const load = once(async () => (await import('./node-processes.ts')).createProcesses(interrupted));
  return { run: async (...call) => (await load()).run(...call) };
}

export function createLazyIsolation(threadEntry: URL, interrupted: AbortSignal): Isolation {
  let started = false;
  const load = once(async () =>
    (await import('./node-isolation.ts')).createIsolation(threadEntry, interrupted),
  );
  return {
    run: async (...call) => {
      started = true;
      return (await load()).run(...call);
    },
    close: async () => {
      if (started) await (await load()).close();
    },
  };
}

export function createLazyMedia(options: {
  readonly tools: Pick<Tools, 'ffmpeg' | 'quickFfmpeg'>;
  readonly signal: AbortSignal;
}): MediaDecoder {
  const load = once(async () => (await import('./decode-media.ts')).createMediaDecoder(options));
  return {
    decodeAll: async (...call) => (await load()).decodeAll(...call),
    measureSound: async (...call) => (await load()).measureSound(...call),
    findSilence: async (...call) => (await load()).findSilence(...call),
    sampleFrames: async (...call) => (await load()).sampleFrames(...call),
    drawFrame: async (...call) => (await load()).drawFrame(...call),
  };
}

export function createLazyMail(interrupted: AbortSignal): Mail {
  const load = once(async () => (await import('./node-mail.ts')).createMail(interrupted));
  return {
    measure: async (message) => (await load()).measure(message),
    write: async function* (message) {
      yield* (await load()).write(message);
    },
    open: async (...call) => (await load()).open(...call),
  };
}

export function createLazyKeyring(): Keyring {
  const load = once(async () => (await import('./node-keyring.ts')).createKeyring());
  return {
    read: async (account) => (await load()).read(account),
    isThere: async () => (await load()).isThere(),
    write: async (...call) => (await load()).write(...call),
  };
}

export function createLazyViewer(
  platform: string,
  variables: Readonly<Record<string, string | undefined>>,
): Viewer {
  const load = once(async () => (await import('./node-viewer.ts')).createViewer(platform, variables));
  return { open: async (path) => (await load()).open(path) };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
