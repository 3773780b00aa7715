import type { SoundFacts, SubtitleTrack, VideoFacts } from '../../model/facts.ts';
import { describePicture } from './describe-picture.ts';
import type { FfprobeReport, FfprobeStream } from './ffprobe-report.ts';
import type { Heard } from './listen.ts';
import type { Structure, StructureTrack } from './structure.ts';

export interface FilmStreams {
  /** The track a player shows; undefined where there is none with a size. */
  readonly picture: FfprobeStream | undefined;
  readonly pictures: readonly FfprobeStream[];
  readonly sound: readonly FfprobeStream[];
  readonly subtitles: readonly FfprobeStream[];
  readonly coverArt: boolean;
}

/** Sorts the streams by what they are for: a cover or a chapter's thumbnail is also told as a picture track. */
export function filmStreams({ streams }: FfprobeReport): FilmStreams {
  const ofKind = (kind: string) => streams.filter(({ codec_type: type }) => type === kind);
  const isCover = ({ disposition }: FfprobeStream) => disposition?.attached_pic === 1;
  const isFilm = (each: FfprobeStream) => !isCover(each) && disposition(each, 'timed_thumbnails') !== 1;
  const pictures = ofKind('video').filter(isFilm);
  const sized = pictures.filter(({ width = 0, height = 0 }) => width > 0 && height > 0);
  return {
    picture: sized.find((each) => disposition(each, 'default') === 1) ?? sized[0],
    pictures,
    sound: ofKind('audio'),
    subtitles: ofKind('subtitle'),
    coverArt: ofKind('video').some(isCover),
  };
}

function disposition(stream: FfprobeStream, name: 'default' | 'timed_thumbnails'): number | undefined {
  return stream.disposition?.[name];
}

export interface VideoSources {
  readonly report: FfprobeReport;
  readonly structure: Structure;
  readonly duration: number | undefined;
  readonly heard: Heard;
  readonly decoded: boolean;
}

/** Undefined where there is no picture. */
export function describeVideo({
  report,
  structure,
  duration,
  heard,
  decoded,
}: VideoSources): VideoFacts | undefined {
  const film = filmStreams(report);
  if (!film.picture) return undefined;
  const picture = describePicture(film.picture, trackOf(structure, film.picture));
  if (!picture) return undefined;
  const chapters = (each: FfprobeStream) => trackOf(structure, each)?.isChapters === true;
  const bitRate = [film.picture.bit_rate, report.format.bit_rate].find((rate = 0) => rate > 0);
  return {
    container: report.format.format_name,
    ...(structure.brand !== undefined && { brand: structure.brand }),
    ...picture,
    ...(duration !== undefined && { duration }),
    ...(bitRate !== undefined && { bitRate }),
    ...(structure.faststart !== undefined && { faststart: structure.faststart }),
    pictureTracks: film.pictures.filter((each) => !chapters(each)).length,
    coverArt: film.coverArt,
    sound: describeSound(film.sound, heard),
    subtitleTracks: film.subtitles
      .filter((each) => !chapters(each))
      .map((each) => describeTrack(each, structure)),
    decoded,
  };
}

/** By the number both ffprobe (`0x1`) and the index give a track. */
function trackOf({ tracks = [] }: Structure, { id }: FfprobeStream): StructureTrack | undefined {
  return id === undefined ? undefined : tracks.find((track) => track.id === Number(id));
}

function describeSound(streams: readonly FfprobeStream[], heard: Heard): SoundFacts {
  const [first] = streams;
  // Which of several is heard is the player's affair.
  const bitRate = streams.length === 1 ? first?.bit_rate : undefined;
  return {
    tracks: streams.length,
    ...(first?.codec_name !== undefined && { codec: first.codec_name }),
    ...(first?.sample_rate !== undefined && { sampleRate: first.sample_rate }),
    ...(first?.channels !== undefined && { channels: first.channels }),
    ...(bitRate !== undefined && bitRate > 0 && { bitRate }),
    ...heard,
  };
}

function describeTrack(stream: FfprobeStream, structure: Structure): SubtitleTrack {
  const language = stream.tags?.language;
  const events = trackOf(structure, stream)?.events ?? stream.nb_frames ?? stream.tags?.NUMBER_OF_FRAMES;
  return {
    codec: stream.codec_name ?? stream.codec_tag_string ?? 'unknown',
    ...(language !== undefined && language !== 'und' && { language }),
    ...(events !== undefined && { events }),
  };
}
