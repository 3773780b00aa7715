import type { CodecProfile } from '../model/media-rules.ts';
import { within } from '../model/range.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

/** Profile and level of H.264 and H.265, each by itself. */
export const videoProfile: Rule<PartCase> = (input) => {
  const { codecProfiles, codecLevel = [] } = input.media;
  const { codec, profile, level } = input.part.facts.video ?? {};
  const known = {
    ...(codec !== undefined && { codec }),
    ...(profile !== undefined && { profile }),
    ...(level !== undefined && { level }),
  };
  return [
    ...(codecProfiles ? [codecProfiles] : []).map((rule) =>
      judge(input, 'video.profile', rule, {
        fact: profile,
        holds: (name) => rule.value.some((allowed) => allowed === profileOf(name)),
        args: { asked: { by: 'profile', allowed: rule.value }, ...known },
      }),
    ),
    ...codecLevel.map((rule) =>
      judge(input, 'video.profile', rule, {
        fact: level,
        holds: (value) => within(rule.value, value),
        args: { asked: { by: 'level', range: rule.value }, ...known },
      }),
    ),
  ];
};

/** By ffmpeg's words (libavcodec/profiles.c): a constrained profile lies within the one it is called after. */
const BY_NAME: Readonly<Record<string, CodecProfile>> = {
  baseline: 'baseline',
  'constrained baseline': 'baseline',
  main: 'main',
  extended: 'extended',
  high: 'high',
  'high 10': 'high10',
  'high 10 intra': 'high10',
  'high 4:2:2': 'high422',
  'high 4:2:2 intra': 'high422',
  'high 4:4:4': 'high444',
  'high 4:4:4 predictive': 'high444',
  'high 4:4:4 intra': 'high444',
  'main 10': 'main10',
  rext: 'rext',
};

function profileOf(name: string): CodecProfile | undefined {
  return BY_NAME[name.toLowerCase()];
}
