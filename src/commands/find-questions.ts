import path from 'node:path';
import { placeOf } from '../model/check-place.ts';
import { answersTo } from '../model/may-decide.ts';
import { closestName } from '../model/closest-name.ts';
import type { Check, Code } from '../model/check.ts';
import type { Answer } from '../model/decision.ts';
import { UsageError } from '../model/problems.ts';
import { CODES } from '../report/codes.ts';
import type { Judged } from './check.ts';
import { questionOf, type Question } from './questions.ts';

export interface Wanted {
  readonly code: Code;
  readonly path: string;
  readonly answer: Answer;
}

/**
 * What a person means by a code and a path, where that answer can be given. Throws a `UsageError` that says why there
 * is nothing to decide: no such check, none of this file, passed already, settled by what the bytes are.
 */
export function findQuestions(
  { code, path: named, answer }: Wanted,
  judged: Judged,
  workingFolder: string,
): readonly Question[] {
  const ofCode = judged.undecided.filter((check) => check.code === code);
  const meant = ofPlace(named, ofCode, judged, workingFolder);
  if (meant.length === 0) throw noSuchPlace(code, named, ofCode, judged);
  const open = meant.filter((check) => answersTo(check).includes(answer));
  if (open.length === 0) throw nothingToDecide(code, named, answer, meant);
  return open.map((check) => questionOf(check, judged));
}

/** The check that a word names. Throws a `UsageError` where there is none. */
export function codeOf(written: string): Code {
  const found = CODES.find((code) => code === written.trim().toLowerCase());
  if (found) return found;
  const near = closestName(written, CODES);
  throw new UsageError({
    zh: `没有“${written}”这项检查${near === undefined ? '' : `，是不是“${near}”？`}全部代码见：four-ones explain`,
    en: `there is no check “${written}”${near === undefined ? '.' : `; did you mean “${near}”?`} All codes: four-ones explain`,
  });
}

/** Of an attestation of several categories one is meant by `category/id`. */
function ofPlace(
  named: string,
  checks: readonly Check[],
  judged: Judged,
  workingFolder: string,
): readonly Check[] {
  for (const spelling of spellingsOf(named, judged.root, workingFolder)) {
    const found = checks.filter((check) => namesOf(check, judged).includes(spelling));
    if (found.length > 0) return found;
  }
  return [];
}

function namesOf(check: Check, { judgement }: Judged): readonly string[] {
  const place = placeOf(check).normalize('NFC');
  const { category } = check.subject;
  if (category === undefined) return [place];
  const name = judgement.notice.categories.find(({ id }) => id === category)?.name ?? category;
  if (check.code === 'attest' || check.code === 'manual')
    return [place, `${category}/${place}`, `${name}/${place}`];
  return place === category ? [place, name] : [place];
}

/** As typed; with the other slash; from the working folder or from the root of the disk. Paths are compared in NFC. */
function spellingsOf(named: string, root: string, workingFolder: string): readonly string[] {
  const plain = named.trim();
  const slashed = plain.replaceAll('\\', '/');
  const bare = slashed.replace(/^(?:\.\/)+/, '').replace(/(?<=[^/])\/+$/, '');
  const from = [plain, slashed].map((one) =>
    path.relative(root, path.resolve(workingFolder, one)).replaceAll(path.sep, '/'),
  );
  const inside = from.map((one) => (one === '' ? '.' : one)).filter((one) => !one.startsWith('..'));
  return [...new Set([plain, slashed, bare, ...inside])].map((one) => one.normalize('NFC'));
}

const MOST_LISTED = 5;

function noSuchPlace(code: Code, named: string, ofCode: readonly Check[], { judgement }: Judged): UsageError {
  const places = [...new Set(ofCode.map(placeOf))];
  const isThere = judgement.materials.items.some(({ parts }) => parts.some((part) => part.path === named));
  if (places.length === 0) {
    return new UsageError({
      zh: `这次检查没有“${code}”这一项，不用确认`,
      en: `nothing was checked for “${code}”, so there is nothing to confirm`,
    });
  }
  if (isThere) {
    return new UsageError({
      zh: `“${named}”没有查“${code}”这一项，不用确认`,
      en: `“${named}” was not checked for “${code}”, so there is nothing to confirm`,
    });
  }
  const near = closestName(named, places) ?? places.find((place) => place.endsWith(`/${named}`));
  const listed = places.slice(0, MOST_LISTED);
  const more = places.length > listed.length;
  return new UsageError({
    zh: `找不到“${named}”${near === undefined ? '' : `，是不是“${near}”`}；“${code}”这一项查过：${listed.join('、')}${more ? `等 ${places.length} 个` : ''}`,
    en: `there is no “${named}”${near === undefined ? '.' : `; did you mean “${near}”?`} “${code}” was checked of: ${listed.join(', ')}${more ? ` and ${places.length - listed.length} more` : ''}`,
  });
}

function nothingToDecide(code: Code, named: string, answer: Answer, meant: readonly Check[]): UsageError {
  if (code === 'manual') {
    return new UsageError({
      zh: '这一步是报送本身，打包之后才做；做完用 four-ones send --done 包名 打勾',
      en: 'this step is the handing in itself; when it is done, tick it with four-ones send --done BUNDLE',
    });
  }
  if (code === 'file.unclassified' || code === 'materials.none') {
    return new UsageError({
      zh: '归类不能靠确认：请把文件移到它那一类的文件夹，再检查一次',
      en: 'a category is not a matter of confirming: move the file into the folder of its category and check again',
    });
  }
  if (meant.some(({ result }) => result === 'fail')) return failedAlready(named, code, answer);
  return new UsageError({
    zh: `“${named}”的“${code}”已经通过或不适用，没有要确认的`,
    en: `“${code}” of “${named}” has passed or does not apply: there is nothing to decide`,
  });
}

function failedAlready(named: string, code: Code, answer: Answer): UsageError {
  return answer === 'no'
    ? new UsageError({
        zh: `“${named}”的“${code}”已经判为不合格，不用再确认；改好以后再检查一次`,
        en: `“${code}” of “${named}” has failed already; mend it and check again`,
      })
    : new UsageError({
        zh: `“${named}”的“${code}”程序已经查实不合格，不能确认为合格；请改好，确要放行的用 waive 并写明理由（--note）`,
        en: `“${code}” of “${named}” fails by what the file holds and cannot be confirmed; mend it, or let it pass with waive and a reason (--note)`,
      });
}
