import type { Format } from '../../model/format.ts';

/** ffmpeg's name of the container: forced, so that it guesses nothing and follows no playlist. */
const DEMUXERS: Partial<Record<Format, string>> = {
  mp4: 'mov',
  mov: 'mov',
  m4v: 'mov',
  '3gp': 'mov',
  m4a: 'mov',
  mkv: 'matroska',
  webm: 'matroska',
  avi: 'avi',
  wmv: 'asf',
  wma: 'asf',
  flv: 'flv',
  ts: 'mpegts',
  mpg: 'mpeg',
  rmvb: 'rm',
  mp3: 'mp3',
  wav: 'wav',
  aac: 'aac',
  flac: 'flac',
  ogg: 'ogg',
  amr: 'amr',
};

export function demuxerOf(format: Format): string | undefined {
  return DEMUXERS[format];
}
