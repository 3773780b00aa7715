import type { Explanation } from '../wording.ts';

type Explained =
  | 'video.container'
  | 'video.codec'
  | 'video.resolution'
  | 'video.duration'
  | 'video.subtitles'
  | 'video.audio'
  | 'video.pixel-format'
  | 'video.scan'
  | 'video.fps'
  | 'video.bitrate'
  | 'video.aspect'
  | 'video.orientation'
  | 'video.faststart';

export const videoExplanationsEn: Readonly<Record<Explained, Explanation>> = {
  'video.container': {
    asks: 'The wrapping around picture and sound (the container) is the one asked for, mostly MP4. The mark inside the file counts.',
    why: 'A MOV renamed to .mp4 is still a MOV inside, and some systems refuse it.',
    mend: [
      'Export from CapCut as mp4; in Format Factory choose → MP4.',
      'Change the wrapping, the picture untouched: ffmpeg -i "lecture.mov" -c:v copy -c:a aac -movflags +faststart "lecture.mp4"',
    ],
  },
  'video.codec': {
    asks: 'The picture is compressed with the codec asked for, mostly H.264.',
    why: 'H.265 (HEVC) does not play on many office computers and web pages.',
    mend: [
      'Export from CapCut with H.264.',
      'Format Factory → MP4, output setting: video codec AVC (H264).',
      'On the iPhone: Settings → Camera → Formats → Most Compatible, before filming.',
      'ffmpeg -i "lecture.mp4" -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "lecture-h264.mp4"',
    ],
  },
  'video.resolution': {
    asks: 'The picture has the size asked for when played, mostly 1920×1080; rotation and pixel shape are taken into account.',
    why: 'A small picture blurs, an upright one has black sides, a screen recording often misses by a few pixels.',
    mend: [
      'Export from CapCut at 1080p, 16:9.',
      'Format Factory → MP4, output setting: screen size 1920x1080.',
      'Before filming: hold the phone sideways and choose 1080p.',
      'Screen recorder: record the full screen, output 1920×1080.',
      'ffmpeg -i "lecture.mp4" -vf scale=1920:1080,setsar=1 -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "lecture-1080p.mp4"',
    ],
  },
  'video.duration': {
    asks: 'The film is as long as the notice says, its limits included.',
    why: 'Over the cap it is refused; the advised length is a reminder only.',
    mend: [
      'Cut the beginning, the end and the pauses in CapCut; a phone’s album can trim the ends too.',
      'To trim the ends without loss (second 5 to minute 20): ffmpeg -ss 5 -to 1200 -i "lecture.mp4" -c copy "lecture-cut.mp4"',
      'Too long: ask the office whether two parts will do.',
    ],
  },
  'video.subtitles': {
    asks: 'The film has subtitles (some notices want none): a track in the film, a .srt/.ass/.vtt of the same name, or in the picture itself.',
    why: 'Subtitles in the picture are part of it and recorded nowhere in the file’s data. The program looks at pictures from all over the film: lines that follow one another low in the middle are subtitles; where it is not sure it says “undecided” and a person looks.',
    mend: [
      'CapCut: Text → Auto captions, proofread, export the film.',
      'CapCut: export the subtitles as SRT under the film’s name and put them beside it: lecture.mp4, lecture.srt.',
      'If they are in the picture already: have the person responsible look and confirm.',
      'Put a .srt into the film as a track: ffmpeg -i "lecture.mp4" -i "lecture.srt" -c copy -c:s mov_text "lecture-subtitles.mp4"',
    ],
  },
  'video.audio': {
    asks: 'The film has a sound track that is not silent throughout (louder than −60 dB somewhere).',
    why: 'A screen recording without microphone, or a muted edit, is a silent film.',
    mend: [
      'See in CapCut whether the sound is muted.',
      'Turn the microphone on when recording the screen; on a phone, see that no other program holds it.',
      'To raise a sound that is too low: ffmpeg -i "lecture.mp4" -c:v copy -af loudnorm -c:a aac "lecture-sound.mp4"',
      'Listen to the export once.',
    ],
  },
  'video.pixel-format': {
    asks: 'Colour is recorded the way asked for, mostly 8 bit 4:2:0 (yuv420p).',
    why: '10 bit and 4:4:4 films are called H.264 too, yet ordinary players and web pages cannot show them.',
    mend: [
      'Do not choose 10 bit or HDR when exporting from CapCut.',
      'On the iPhone: Settings → Camera → Record Video, HDR off.',
      'ffmpeg -i "lecture.mp4" -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "lecture-8bit.mp4"',
    ],
  },
  'video.scan': {
    asks: 'Progressive scan: each frame is one whole picture.',
    why: 'Interlaced pictures of old camcorders show combs on a computer.',
    mend: [
      'Set the camcorder to 1080p, not 1080i; what a phone films and CapCut exports is progressive.',
      'ffmpeg -i "lecture.mp4" -vf bwdif -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "lecture-progressive.mp4"',
    ],
  },
  'video.fps': {
    asks: 'The pictures per second (frame rate) are within what the notice says.',
    why: 'Too few stutter; an uneven rate lets sound and picture drift apart when edited.',
    mend: [
      'Export from CapCut at 25 or 30; in Format Factory set 25 frames per second.',
      'On the iPhone: Settings → Camera → Record Video at 30 fps, Auto FPS off.',
      'ffmpeg -i "lecture.mp4" -r 25 -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "lecture-25fps.mp4"',
    ],
  },
  'video.bitrate': {
    asks: 'The data per second (bit rate) is within what the notice says.',
    why: 'Too little blurs, too much stutters.',
    mend: [
      'Export from CapCut with the bit rate set by hand; in Format Factory, output setting: bit rate.',
      'ffmpeg -i "lecture.mp4" -c:v libx264 -b:v 8M -pix_fmt yuv420p -c:a aac "lecture-8M.mp4"',
    ],
  },
  'video.aspect': {
    asks: 'The picture has the shape asked for, mostly 16:9.',
    why: 'Another shape shows black bars or squeezed people.',
    mend: [
      'Choose 16:9 in CapCut and export.',
      'Hold the phone sideways.',
      'Filmed already: add black bars with ffmpeg -i "lecture.mp4" -vf scale=1920:1080:force_original_aspect_ratio=decrease,pad=1920:1080:-1:-1,setsar=1 -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "lecture-16x9.mp4"',
    ],
  },
  'video.orientation': {
    asks: 'The picture is wide or upright as the notice asks, as players show it.',
    why: 'On a wide screen an upright film is mostly black.',
    mend: [
      'Hold the phone sideways before filming.',
      'In CapCut, choose 16:9, enlarge the picture to fill it, and export.',
      'ffmpeg -i "talk.mp4" -vf "crop=iw:iw*9/16,scale=1920:1080,setsar=1" -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "talk-wide.mp4"',
    ],
  },
  'video.faststart': {
    asks: 'The index stands at the beginning, so that the film plays while it loads.',
    why: 'With the index at its end it has to be downloaded whole before it plays.',
    mend: [
      'Without loss, in seconds: ffmpeg -i "lecture.mp4" -c copy -movflags +faststart "lecture-web.mp4"',
    ],
  },
};
