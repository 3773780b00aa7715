import type { ProfileAsked } from '../model/check.ts';
import type { Language } from '../model/report.ts';
import { ffmpegCommand } from './ffmpeg-command.ts';
import { formatCodecLevel } from './format-picture.ts';

/** Those of H.264 that libx264 makes of an ordinary picture. */
const MADE = ['high', 'main', 'baseline'] as const;

/** Encodes anew as asked; undefined where it is asked in a way that needs more than a command. */
export function h264Command(
  asked: ProfileAsked,
  path: string | undefined,
  language: Language,
): string | undefined {
  const option = asked.by === 'profile' ? profileOption(asked) : levelOption(asked.range.max);
  if (option === undefined) return undefined;
  const options = `-c:v libx264 ${option} -crf 18 -pix_fmt yuv420p -c:a aac`;
  return ffmpegCommand(path, { options, suffix: 'h264', extension: 'mp4' }, language);
}

function profileOption({ allowed }: Extract<ProfileAsked, { readonly by: 'profile' }>): string | undefined {
  const profile = MADE.find((made) => allowed.includes(made));
  return profile && `-profile:v ${profile}`;
}

/** Full HD at 25 or 30 frames takes 4.0: for less, the picture has to be made smaller by a person. */
function levelOption(max: number | undefined): string | undefined {
  return max === undefined || max < 4 ? undefined : `-r 25 -level:v ${formatCodecLevel(max)}`;
}
