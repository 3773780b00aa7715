import { spawnSync } from 'node:child_process';
import * as z from 'zod';

const PROGRAM = `
import sys, json, hashlib, email
from email import policy
message = email.message_from_binary_file(sys.stdin.buffer, policy=policy.default)
body = message.get_body(('plain',))
print(json.dumps({
  'headers': [name for name in message.keys()],
  'from': str(message['from']), 'to': str(message['to']), 'subject': str(message['subject']),
  'id': str(message['message-id']), 'date': message['date'].datetime.isoformat(),
  'text': body.get_content(), 'defects': [str(defect) for defect in message.defects],
  'attachments': [{
    'name': part.get_filename(), 'type': part.get_content_type(),
    'bytes': len(part.get_payload(decode=True)),
    'sha256': hashlib.sha256(part.get_payload(decode=True)).hexdigest(),
  } for part in message.iter_attachments()],
}))
`;

const READ = z.object({
  headers: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  id: z.string(),
  date: z.string(),
  text: z.string(),
  defects: z.array(z.string()),
  attachments: z.array(
    z.object({ name: z.string(), type: z.string(), bytes: z.number(), sha256: z.string() }),
  ),
});

export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Python's own parser, which shares nothing with ours. */
export function readWithPython(message: Uint8Array): z.infer<typeof READ> {
  const { stdout, stderr, status } = spawnSync('python3', ['-c', PROGRAM], {
    input: message,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr.toString('utf8'));
  return READ.parse(JSON.parse(stdout.toString('utf8')));
}
