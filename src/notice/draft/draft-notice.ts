import { UsageError } from '../../model/problems.ts';
import { parseYaml } from '../../system/parse-yaml.ts';
import { noticeSchema } from '../notice-schema.ts';
import { collectRules } from './collect-rules.ts';
import { findCategories } from './find-categories.ts';
import { readHeading } from './heading-facts.ts';
import { MOST_SENTENCES, splitSentences } from './sentence.ts';
import { writeDraft } from './write-draft.ts';

export interface DraftSource {
  readonly text: string;
  /** Name of the file it was read from. */
  readonly shown: string;
  /** Where the text names no year. */
  readonly year: number;
}

export interface Draft {
  readonly yaml: string;
  /** Rules proposed, readings to choose from, sentences nothing was made of. */
  readonly counts: { readonly rules: number; readonly unsure: number; readonly unread: number };
}

/** Far more than any notice. */
const MOST_CHARACTERS = 100_000;

/**
 * A notice drafted from its text by plain patterns. It is well-formed and not in force: `draft: true` stands in it.
 * Throws a `UsageError` where there is no text, or far too much of it.
 */
export function draftNotice({ text, shown, year: fallback }: DraftSource): Draft {
  const sentences = text.length > MOST_CHARACTERS ? [] : splitSentences(text);
  if (text.length > MOST_CHARACTERS || sentences.length > MOST_SENTENCES) throw tooLong();
  if (sentences.length === 0) {
    throw new UsageError({
      zh: '里面没有文字；扫描件请先用文字识别（OCR）转成文字，再存成 txt',
      en: 'there is no text in it; turn a scan into text first (OCR) and save it as txt',
    });
  }
  const heading = readHeading(sentences, fallback);
  const categories = findCategories(sentences);
  const taken = new Set([
    ...(heading.titleFrom ? [heading.titleFrom] : []),
    ...(heading.yearFrom && /^\S{8,14}$/.test(heading.yearFrom.plain) ? [heading.yearFrom] : []),
    ...categories.list.map(({ sentence }) => sentence),
  ]);
  const collected = collectRules(sentences, categories, taken, heading);
  const yaml = writeDraft({ shown, heading, categories, collected });
  const parsed = parseYaml(new TextEncoder().encode(yaml), noticeSchema);
  // Each rule was accepted by itself; what is left is a text beyond what a notice may hold.
  if (parsed.kind === 'bad') throw tooLong();
  const { rules, doubts, unread } = collected;
  return { yaml, counts: { rules: rules.length, unsure: doubts.length, unread: unread.length } };
}

function tooLong(): UsageError {
  return new UsageError({
    zh: '文字太多，不像一份通知；请只留下通知本身的文字',
    en: 'too much text for a notice; keep the text of the notice alone',
  });
}
