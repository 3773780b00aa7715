import { Document, isMap, isSeq, parseDocument, YAMLSeq, type YAMLMap } from 'yaml';
import type { KeptDecision } from './kept-decision.ts';
import { keyOf } from './kept-decision.ts';

const HEAD = ` 人工确认的记录，由 four-ones confirm 写入；可以修改、删除。
 文件一改（SHA-256 变了），对它的确认就作废，要重新看。`;

/**
 * The text of the record with decisions added, each in the place of an earlier one about the same; sorted by path and
 * code, so that equal decisions read alike. What a person wrote into it, comments included, stays. `before` is text
 * that `parseDecisions` takes.
 */
export function formatDecisions(before: string | undefined, added: readonly KeptDecision[]): string {
  const document = before === undefined || before.trim() === '' ? fresh() : parseDocument(before);
  const list = listIn(document);
  // Of two about the same, the first is replaced.
  const places = new Map(list.items.map((node, at) => [keyOfNode(node), at] as const).reverse());
  for (const decision of added) put(list, places, document, decision);
  list.items.sort((one, other) => compare(keyOfNode(one), keyOfNode(other)));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function fresh(): Document {
  const document = new Document({ schemaVersion: 1, decisions: [] });
  document.commentBefore = HEAD;
  return document;
}

/** An empty list is written `[]`; with something in it, line by line. */
function listIn(document: Document): YAMLSeq {
  const known: unknown = document.get('decisions', true);
  if (isSeq(known)) {
    if (known.items.length === 0) known.flow = false;
    return known;
  }
  const list = new YAMLSeq();
  if (!isMap(document.contents)) document.contents = document.createNode({ schemaVersion: 1 });
  document.set('decisions', list);
  return list;
}

/** `places`: where in the list each decision stands, by its key. */
function put(list: YAMLSeq, places: Map<string, number>, document: Document, decision: KeptDecision): void {
  const key = keyOf(decision);
  const at = places.get(key) ?? list.items.length;
  places.set(key, at);
  const node = document.createNode(inOrder(decision));
  const old = list.items[at];
  list.items[at] = isMap(old) && isMap(node) ? withComments(node, old) : node;
}

/** What a person noted beside a decision is not lost with it. */
function withComments(node: YAMLMap, { comment, commentBefore }: YAMLMap): YAMLMap {
  if (comment !== undefined) node.comment = comment;
  if (commentBefore !== undefined) node.commentBefore = commentBefore;
  return node;
}

function inOrder({ code, path, category, asked, answer, by, note, date, sha256 }: KeptDecision) {
  return {
    code,
    path,
    ...(category !== undefined && { category }),
    ...(asked !== undefined && { asked }),
    answer,
    by,
    ...(note !== undefined && { note }),
    date,
    sha256,
  };
}

function keyOfNode(node: unknown): string {
  if (!isMap(node)) return '';
  const text = (name: string) => {
    const value: unknown = node.get(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return JSON.stringify([text('path'), text('code'), text('category'), text('asked')]);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
