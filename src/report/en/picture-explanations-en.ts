import type { Explanation } from '../wording.ts';

type Explained = 'video.picture' | 'video.bars' | 'video.clipping' | 'video.level';

export const pictureExplanationsEn: Readonly<Record<Explained, Explanation>> = {
  'video.picture': {
    asks: 'The film is not black for long, and its picture does not freeze. A long film is looked at in some twenty places for a few seconds each; slides, photos and titles that stand still are not frozen.',
    why: 'An empty end left over from editing, or a recording that froze, makes a film whose second half is black or stands still.',
    mend: [
      'CapCut: go to the end of the timeline, delete the empty part and left-over sound, export.',
      'Cut off all behind 12 min 30 s, without loss: ffmpeg -i "lecture.mp4" -t 12:30 -c copy "lecture-cut.mp4"',
      'Frozen: export it again from the first recording; where that is frozen too, cut it out or lay a photo over it.',
      'Black or still on purpose: whoever is responsible looks at it and confirms it.',
    ],
  },
  'video.bars': {
    asks: 'The picture fills the frame, without black bars. Subtitles in the bars do not hide them; the bars of a wide-screen film are only remarked on.',
    why: 'Upright or 4:3 film in a 16:9 draft is black at both sides and looks small; a screen recording that does not fill the frame is black all around.',
    mend: [
      'CapCut: enlarge the picture until it fills the frame, or fill the sides by Background, Blur; export.',
      'Where it can be filmed again: hold the phone sideways, 1080p, 16:9.',
      'Format Factory: Crop, output at 1920×1080.',
      'Bars on all sides: ffmpeg -i "lecture.mp4" -vf crop=1440:810:240:134,scale=1920:1080,setsar=1 -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a copy "lecture-nobars.mp4"',
      'Wide screen, old 4:3 film, subtitles put into the bars: nothing to do.',
    ],
  },
  'video.clipping': {
    asks: 'The sound is not clipped: not so loud that its waves were cut off. A long film is listened to in two places for 10 seconds each; throughout where the notice demands it, or with --strict.',
    why: 'A microphone too near or a recording level too high makes the sound rasp; turning it down later does not mend it.',
    mend: [
      'Export it again from the first recording, not amplified; in CapCut keep the volume at 100 % or below.',
      'Where the first recording rasps: record again at a lower level, the phone or microphone half a metre away; or soften it by Noise reduction.',
      'Amplified afterwards: ffmpeg -i "lecture.mp4" -c:v copy -af volume=-6dB -c:a aac "lecture-quieter.mp4" (of no use where the recording itself is clipped)',
    ],
  },
  'video.level': {
    asks: 'The loudest place is not above the level the notice sets; full scale is 0 dB. Where a notice asks for it, all of the sound is listened to.',
    why: 'What is too loud hurts and rasps in a hall or on the air.',
    mend: [
      'CapCut: choose the sound, lower its volume, export.',
      'Format Factory: lower the volume by some dB and convert.',
      'The loudest place below −6 dB: ffmpeg -i "lecture.mp4" -c:v copy -af alimiter=limit=0.5:level=disabled -c:a aac "lecture-level.mp4"',
    ],
  },
};
