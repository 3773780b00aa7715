import type { CheckOf, Code } from '../model/check.ts';
import type { Decided, Voided } from '../model/decision.ts';
import type { Language } from '../model/report.ts';
import { catalogueIn } from './catalogue-in.ts';
import { visible } from './show-name.ts';

/** `已由 王老师 人工确认（2020-07-01）：画面上有字幕`: whose word it is, when it was given, and why. Safe to print. */
export function decisionText({ answer, by, date, note }: Decided, language: Language): string {
  const who = visible(by);
  const why = note === undefined ? '' : visible(note);
  if (language === 'zh') {
    const said = {
      yes: `已由 ${who} 人工确认（${date}）`,
      no: `经 ${who} 人工查看，认定不合格（${date}）`,
      waive: `经 ${who} 同意豁免（${date}）`,
    }[answer];
    if (answer === 'waive') return `${said}，理由：${why}`;
    return why === '' ? said : `${said}：${why}`;
  }
  const said = {
    yes: `confirmed by ${who} (${date})`,
    no: `looked at by ${who} and found wanting (${date})`,
    waive: `waived by ${who} (${date})`,
  }[answer];
  if (answer === 'waive') return `${said}; reason: ${why}`;
  return why === '' ? said : `${said}: ${why}`;
}

/** Why an earlier word no longer counts, and what to do. */
export function voidText({ why, by, date }: Voided, language: Language): string {
  const who = visible(by);
  if (language === 'zh') {
    const reason = {
      'file-changed': '文件改过',
      'asked-changed': '通知的要求变了',
      unreadable: '文件现在读不了',
    }[why];
    return `${reason}，原来的确认作废（${who}，${date}），请重新确认`;
  }
  const reason = {
    'file-changed': 'the file has changed',
    'asked-changed': 'the notice asks for something else now',
    unreadable: 'the file cannot be read now',
  }[why];
  return `${reason}, so the earlier decision is void (${who}, ${date}); please confirm again`;
}

/** What was decided about: `视频字幕（要求有字幕）`; an attestation and a step by hand say themselves what they ask. */
export function decidedAbout<C extends Code>({ code, args }: CheckOf<C>, language: Language): string {
  if ('text' in args && typeof args.text === 'string') return visible(args.text);
  const wording = catalogueIn(language)[code];
  const { title } = wording;
  const asked = wording.required(args);
  if (asked === undefined || asked === '') return title;
  return language === 'zh' ? `${title}（要求${asked}）` : `${title} (${asked} asked)`;
}
