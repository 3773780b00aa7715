import path from 'node:path';
import type { System } from '../system/system.ts';

/** The JSON Schema of a notice, by which editors complete and explain its keys. */
const SCHEMA_FILE = 'notice.schema.json';
const MOST_BYTES = 4 * 1024 ** 2;

/** As the build wrote it. */
export async function readNoticeSchema({ files, environment }: System): Promise<string> {
  const file = path.join(environment.templates, 'notices', SCHEMA_FILE);
  return Buffer.from(await files.readWhole(file, MOST_BYTES)).toString('utf8');
}

/** The first line by which YAML editors find the schema (redhat-developer/yaml-language-server, “modeline”). */
export function schemaLine(schema: string): string {
  return `# yaml-language-server: $schema=${schema}`;
}

/** A notice's text with that line before it, where the schema lies beside the file to be. `target` is absolute. */
export async function withSchemaLine(text: string, target: string, { files }: System): Promise<string> {
  const beside = await files.exists(path.join(path.dirname(target), SCHEMA_FILE));
  return beside ? `${schemaLine(`./${SCHEMA_FILE}`)}\n${text}` : text;
}
