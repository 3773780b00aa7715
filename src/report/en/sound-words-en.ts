import { codecName, formatBitRate, formatSampleRate } from '../format-picture.ts';
import { formatRange } from '../format-range.ts';
import { formatDurations, formatSeconds, overshoot, secondsBeside } from '../format-seconds.ts';
import { whenNotPassed, type WordingsOf } from '../wording.ts';

type SoundCode = 'audio.duration' | 'sound.codec' | 'sound.sample-rate' | 'sound.channels' | 'sound.bitrate';

const EXPORT_AGAIN = 'export again, with the sound settings changed';
const MEND = [
  'In the editing program’s export settings, choose AAC (or MP3, where asked for).',
  'Format Factory → Audio: choose the format, then rate and channels under “Output settings”.',
  'ffmpeg -i "talk.mp4" -c:v copy -c:a aac -ar 48000 -ac 2 -b:a 192k "talk-sound.mp4"',
];

export const soundWordsEn: WordingsOf<SoundCode> = {
  'audio.duration': {
    title: 'Recording length',
    required: ({ range }) => formatDurations(range, 'en'),
    actual: ({ actual, range }) => (actual === undefined ? undefined : secondsBeside(actual, range, 'en')),
    message: (result, { range, actual }) => {
      if (result === 'pass') return 'as long as asked';
      if (result === 'skip') return 'not asked for';
      if (result === 'unknown') return 'how long it is could not be read';
      return overshoot(range, actual)?.side === 'under'
        ? 'the recording is too short'
        : 'the recording is too long';
    },
    advice: (result, { range, actual }) =>
      whenNotPassed(result, () => {
        const beyond = overshoot(range, actual);
        if (!beyond) return { text: 'see its length in a player; where that is odd, export it again' };
        const by = formatSeconds(beyond.by, 'en');
        return {
          text:
            beyond.side === 'over'
              ? `cut at least ${by} and export again`
              : `${by} are missing: add to it and export again`,
        };
      }),
    explain: {
      asks: 'The recording is as long as the notice asks; the limits themselves are fine.',
      why: 'What is over the limit is not taken.',
      mend: ['Cut head, tail and pauses in an editing program and export again.'],
    },
  },
  'sound.codec': {
    title: 'Sound codec',
    required: ({ allowed }) => allowed.map(codecName).join(' or '),
    actual: ({ actual, mute }) =>
      mute ? 'no sound track' : actual === undefined ? undefined : codecName(actual),
    message: (result, { mute }) => {
      if (result === 'pass') return 'the sound codec is as asked';
      if (mute) return 'the film has no sound track';
      if (result === 'unknown') return 'the sound codec could not be read';
      return result === 'skip' ? 'not asked for' : 'the sound codec is another';
    },
    advice: (result) => whenNotPassed(result, () => ({ text: EXPORT_AGAIN })),
    explain: {
      asks: 'The sound is compressed as the notice asks, mostly AAC or MP3.',
      why: 'With other codecs broadcasting systems may play no sound.',
      mend: MEND,
    },
  },
  'sound.sample-rate': {
    title: 'Sample rate',
    required: ({ range }) => formatRange(range, 'en', formatSampleRate),
    actual: ({ actual, mute }) =>
      mute ? 'no sound track' : actual === undefined ? undefined : formatSampleRate(actual),
    message: (result, { range, actual, mute }) => {
      if (result === 'pass') return 'the sample rate is as asked';
      if (mute) return 'the film has no sound track';
      if (result === 'unknown') return 'the sample rate could not be read';
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'under'
        ? 'the sample rate is too low'
        : 'the sample rate is too high';
    },
    advice: (result) => whenNotPassed(result, () => ({ text: EXPORT_AGAIN })),
    explain: {
      asks: 'The samples per second are as the notice asks, mostly 48 or 44.1 kHz.',
      why: 'Broadcasting systems take one rate.',
      mend: MEND,
    },
  },
  'sound.channels': {
    title: 'Channels',
    required: ({ range }) => formatRange(range, 'en', channels),
    actual: ({ actual, mute }) =>
      mute ? 'no sound track' : actual === undefined ? undefined : channels(actual),
    message: (result, { mute }) => {
      if (result === 'pass') return 'the channels are as asked';
      if (mute) return 'the film has no sound track';
      if (result === 'unknown') return 'the channels could not be counted';
      return result === 'skip' ? 'not asked for' : 'the number of channels is another';
    },
    advice: (result) => whenNotPassed(result, () => ({ text: EXPORT_AGAIN })),
    explain: {
      asks: 'The sound has as many channels as the notice asks: 1 mono, 2 stereo.',
      why: 'Sound on one side alone seems broken.',
      mend: MEND,
    },
  },
  'sound.bitrate': {
    title: 'Sound bit rate',
    required: ({ range }) => formatRange(range, 'en', formatBitRate),
    actual: ({ actual, mute }) =>
      mute ? 'no sound track' : actual === undefined ? undefined : formatBitRate(actual),
    message: (result, { range, actual, mute }) => {
      if (result === 'pass') return 'the bit rate is as asked';
      if (mute) return 'the film has no sound track';
      if (result === 'unknown')
        return 'the bit rate could not be read: the file does not say, or has several sound tracks';
      if (result === 'skip') return 'not asked for';
      return overshoot(range, actual)?.side === 'under'
        ? 'the bit rate is too low'
        : 'the bit rate is too high';
    },
    advice: (result) => whenNotPassed(result, () => ({ text: EXPORT_AGAIN })),
    explain: {
      asks: 'The bits per second of a recording, or of a film’s sound, are as the notice asks; 128–320 kbps is usual. Of a film the sound track counts, not the picture.',
      why: 'Too few sound dull.',
      mend: MEND,
    },
  },
};

function channels(count: number): string {
  return count === 1 ? 'mono (1)' : count === 2 ? 'stereo (2)' : `${count} channels`;
}
