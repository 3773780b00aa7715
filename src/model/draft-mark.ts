/** What a comment of a drafted notice asks a person to do. */
export interface DraftMark {
  /** From 1. */
  readonly line: number;
  /** `source`: compare the rule below with its sentence; `unsure`: choose; `unread`: nothing was made of it. */
  readonly kind: 'source' | 'unsure' | 'unread';
  readonly text: string;
}

/** How such comments begin; the sentence they are about follows. */
export const DRAFT_WORDS = { source: '出自', unsure: '待定', unread: '没有读懂' } as const;

const MARK = /^ {0,40}# (出自|待定|没有读懂)：(.{1,600})$/;
const KINDS: Readonly<Record<string, DraftMark['kind']>> = {
  出自: 'source',
  待定: 'unsure',
  没有读懂: 'unread',
};

/** In the order of the file. */
export function findDraftMarks(text: string): readonly DraftMark[] {
  return text.split(/\r\n|[\r\n]/).flatMap((line, index) => {
    const [, word = '', said = ''] = MARK.exec(line) ?? [];
    const kind = KINDS[word];
    return kind === undefined ? [] : [{ line: index + 1, kind, text: said.trim() }];
  });
}
