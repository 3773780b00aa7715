import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Undefined where this machine has none. */
export const chromium = PLACES.find((place) => existsSync(place));

const messageShape = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});
type Message = z.output<typeof messageShape>;

/** A page in a real browser, led over the DevTools protocol (a pipe, no port, no network). */
export interface BrowserPage {
  open(address: string, look?: { readonly width?: number; readonly dark?: boolean }): Promise<void>;
  /** The value of an expression, as JSON. */
  ask(expression: string): Promise<unknown>;
  press(key: 'Tab' | 'Enter'): Promise<void>;
  pdf(): Promise<Buffer>;
  /** What the page asked for, and what it complained of, since it was opened. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function startBrowser(program: string): Promise<BrowserPage> {
  const profile = await mkdtemp(path.join(tmpdir(), 'four-ones-browser-'));
  const args = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
  ];
  const child = spawn(program, [...args, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [writing, reading] = [child.stdio[3], child.stdio[4]];
  if (!writing || !('write' in writing) || !reading) throw new Error('no pipe to the browser');
  const answers = new Map<number, (message: Message) => void>();
  const requests: string[] = [];
  const complaints: string[] = [];
  const hear = ({ method = '', params }: Message) => {
    if (method === 'Network.requestWillBeSent')
      requests.push(z.object({ url: z.string() }).parse(params?.['request']).url);
    if (['Runtime.exceptionThrown', 'Runtime.consoleAPICalled', 'Log.entryAdded'].includes(method)) {
      complaints.push(JSON.stringify(params));
    }
  };
  let rest = '';
  reading.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('utf8')).split('\0');
    rest = parts.pop() ?? '';
    for (const text of parts) {
      const message = messageShape.parse(JSON.parse(text));
      if (message.id === undefined) hear(message);
      else answers.get(message.id)?.(message);
    }
  });
  let last = 0;
  const send = (method: string, params: object = {}, sessionId?: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const id = ++last;
      answers.set(id, ({ result = {}, error }) => {
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result);
      });
      writing.write(
        `${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`,
      );
    });
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const call = (method: string, params: object = {}) => send(method, params, String(sessionId));
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await call(`${domain}.enable`);
  const ask = async (expression: string): Promise<unknown> => {
    const { result } = await call('Runtime.evaluate', { expression: `JSON.stringify(${expression})` });
    const { value } = z.object({ value: z.string().optional() }).parse(result);
    return value === undefined ? undefined : JSON.parse(value);
  };
  return {
    requests,
    complaints,
    ask,
    open: async (address, { width = 1280, dark = false } = {}) => {
      requests.length = 0;
      complaints.length = 0;
      await call('Emulation.setDeviceMetricsOverride', {
        width,
        height: 900,
        deviceScaleFactor: 1,
        mobile: false,
      });
      const scheme = { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' };
      await call('Emulation.setEmulatedMedia', { features: [scheme] });
      await call('Page.navigate', { url: 'about:blank' });
      await call('Page.navigate', { url: address });
      for (let tries = 0; tries < 200; tries++) {
        if ((await ask('[document.readyState, location.protocol]'))?.toString() === 'complete,file:') return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('the page does not load');
    },
    press: async (key) => {
      const code = key === 'Tab' ? 9 : 13;
      const common = { key, code: key, windowsVirtualKeyCode: code, ...(key === 'Enter' && { text: '\r' }) };
      await call('Input.dispatchKeyEvent', { type: 'keyDown', ...common });
      await call('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
    },
    pdf: async () => Buffer.from(String((await call('Page.printToPDF'))['data']), 'base64'),
    close: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
