/** What ffmpeg says on standard error, line by line. */
export interface FfmpegLine {
  /** Seconds of the film done so far. */
  readonly done?: number;
  /** dBFS, of one `volumedetect`. */
  readonly peakDb?: number;
  readonly complaint?: string;
}

const PROGRESS = /^(?:frame|size)=.*\btime=(\d+):(\d{2}):(\d{2}(?:\.\d+)?)/;
// At the start of the line: ffmpeg sets a mark before every line of a tag, so a title cannot forge this.
const PEAK = /^\[Parsed_volumedetect_\d+ @ \w+\] max_volume: (-?\d+(?:\.\d+)?) dB/;

export function readFfmpegLine(line: string): FfmpegLine {
  const progress = PROGRESS.exec(line);
  if (progress) {
    const [, hours, minutes, seconds] = progress;
    return { done: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) };
  }
  // Before the first frame the time is not known yet.
  if (/^(?:frame|size)=/.test(line)) return {};
  const peak = PEAK.exec(line)?.[1];
  if (peak !== undefined) return { peakDb: Number(peak) };
  return line.trim() === '' || isAboutOutput(line) ? {} : { complaint: line };
}

/** The null muxer grumbles about time stamps that every player accepts; that says nothing about the file. */
function isAboutOutput(line: string): boolean {
  return /^\[null @ \w+\]/.test(line) || /^\s+Last message repeated \d+ times/.test(line);
}
