import type { Sentence } from './sentence.ts';

/** What the head and foot of a notice say of it. */
export interface HeadingFacts {
  readonly title: string;
  readonly titleFrom?: Sentence;
  readonly issuer?: string;
  readonly year: number;
  /** Absent: the text names none. */
  readonly yearFrom?: Sentence;
}

const TITLE = /(?:通知|公告|启事|方案|函|办法|征集令|倡议书)$/;

export function readHeading(sentences: readonly Sentence[], fallbackYear: number): HeadingFacts {
  const head = sentences.filter(({ paragraph }) => paragraph <= 8);
  const titleFrom = head.find(({ text }) => TITLE.test(text) && text.length <= 80) ?? head[0];
  const title = titleFrom?.text.slice(0, 80) ?? '';
  const issuer = /^(.{1,20}?(?:大学|学院|学校|部|委|委员会|局|办公室|处|中心|协会))关于/.exec(title)?.[1];
  const yearFrom = yearSentence(sentences, titleFrom);
  const year = Number(/(?<!\d)(20\d\d)(?!\d)/.exec(yearFrom?.plain ?? '')?.[1] ?? fallbackYear);
  return {
    title,
    ...(titleFrom && { titleFrom }),
    ...(issuer !== undefined && { issuer }),
    year,
    ...(yearFrom && { yearFrom }),
  };
}

/** The date at the foot; else the title's year; else the first one named with 年. */
function yearSentence(sentences: readonly Sentence[], title: Sentence | undefined): Sentence | undefined {
  const foot = sentences.findLast(({ plain }) =>
    /^20\d\d年\d{1,2}月\d{1,2}日$/.test(plain.replace(/\s/g, '')),
  );
  if (foot) return foot;
  if (title && /20\d\d/.test(title.plain)) return title;
  return sentences.find(({ plain }) => /20\d\d年/.test(plain));
}
