import { afterAll } from 'vitest';
import { startServer, type Script, type ScriptedServer } from '../system/mail/scripted-server.ts';

const servers: ScriptedServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** A server that does what it is told to, right or wrong, until the tests of its file are over. */
export async function serve(script: Script): Promise<ScriptedServer> {
  const server = await startServer(script);
  servers.push(server);
  return server;
}
