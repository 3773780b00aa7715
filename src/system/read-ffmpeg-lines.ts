/** What ffmpeg says on standard error, line by line. */
export interface FfmpegLine {
  /** Seconds of the film done so far. */
  readonly done?: number;
  readonly complaint?: string;
}

const PROGRESS = /^(?:frame|size)=.*\btime=(\d+):(\d{2}):(\d{2}(?:\.\d+)?)/;

export function readFfmpegLine(line: string): FfmpegLine {
  const progress = PROGRESS.exec(line);
  if (progress) {
    const [, hours, minutes, seconds] = progress;
    return { done: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) };
  }
  // Before the first frame the time is not known yet.
  if (/^(?:frame|size)=/.test(line)) return {};
  return line.trim() === '' || isAboutOutput(line) ? {} : { complaint: line };
}

/** The null muxer grumbles about time stamps that every player accepts; that says nothing about the file. */
function isAboutOutput(line: string): boolean {
  return /^\[null @ \w+\]/.test(line) || /^\s+Last message repeated \d+ times/.test(line);
}

/** What one line of `astats` or `volumedetect` says; of several of a kind the last is that of all channels. */
export interface FfmpegSound {
  /** dBFS. */
  readonly peakDb?: number;
  readonly meanDb?: number;
  /** Samples counted by `volumedetect`, of these within one dB of full scale. */
  readonly samples?: number;
  readonly nearFull?: number;
  /** Samples of one channel counted by `astats`, of these as loud as the loudest. */
  readonly looked?: number;
  readonly fullScale?: number;
}

// At the start of the line: ffmpeg sets a mark before every line of a tag, so a title cannot forge this.
const SOUND = /^\[Parsed_(?:volumedetect|astats)_\d+ @ \w+\] ([\w ]+): (-?\d+(?:\.\d+)?)/;
const SOUND_NAMES: Readonly<Record<string, keyof FfmpegSound>> = {
  max_volume: 'peakDb',
  mean_volume: 'meanDb',
  n_samples: 'samples',
  histogram_0db: 'nearFull',
  'Number of samples': 'looked',
  'Peak count': 'fullScale',
};

export function readSoundLine(line: string): FfmpegSound {
  const [, name = '', value] = SOUND.exec(line) ?? [];
  const key = Object.hasOwn(SOUND_NAMES, name) ? SOUND_NAMES[name] : undefined;
  // “-0.0” is nought.
  return key === undefined ? {} : { [key]: Number(value) + 0 };
}
