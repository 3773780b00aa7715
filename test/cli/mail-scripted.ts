import { putAwayLater } from '../leftovers.ts';
import { startServer, type Script, type ScriptedServer } from '../system/mail/scripted-server.ts';

/** A server that does what it is told to, right or wrong, until the tests of its file are over. */
export async function serve(script: Script): Promise<ScriptedServer> {
  const server = await startServer(script);
  putAwayLater(() => server.close());
  return server;
}
