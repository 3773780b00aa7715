import type { Role } from '../model/format.ts';
import type { MediaRules } from '../model/media-rules.ts';
import type { KeyMap } from './key-maps.ts';
import type { MediaOverlay, Overlay, Partly } from './layer.ts';
import type { StatedMedia } from './media-schema.ts';
import { present } from './present.ts';
import { weigh, weighAll, weighRanges, within, type Defaults } from './weigh.ts';

/** A media block; where a role is `null`, everything that farther notices ask of it is forgotten. */
export function buildMedia(
  media: KeyMap<Role, StatedMedia> | null,
  defaults: Defaults,
): Overlay<Role, MediaOverlay> {
  if (media === null) return { reset: true, entries: new Map() };
  const entries = [...media].map(([role, stated]): [Role, MediaOverlay] => [
    role,
    stated === null ? { reset: true, rules: {} } : { reset: false, rules: buildRules(stated, defaults) },
  ]);
  return { reset: false, entries: new Map(entries) };
}

/** Of one named part. */
export function buildPartMedia(stated: StatedMedia, defaults: Defaults): MediaOverlay {
  return { reset: false, rules: buildRules(stated, defaults) };
}

/** The role's own level and section go down to each of its rules: from here on a rule stands by itself. */
function buildRules(stated: StatedMedia, outer: Defaults): Partly<MediaRules> {
  const defaults = within(outer, stated);
  // How a text is set is asked for, but hardly ever a reason to send it back.
  const layout = weigh(stated.layout, { ...defaults, level: stated.level ?? 'should' });
  return present<Partly<MediaRules>>({
    formats: weigh(stated.formats, defaults),
    size: weighRanges(stated.size, defaults),
    codecs: weigh(stated.codecs, defaults),
    resolution: weighAll(stated.resolution, defaults),
    orientation: weigh(stated.orientation, defaults),
    soundCodecs: weigh(stated.soundCodecs, defaults),
    sampleRate: weighRanges(stated.sampleRate, defaults),
    channels: weighRanges(stated.channels, defaults),
    duration: weighRanges(stated.duration, defaults),
    subtitles: weigh(stated.subtitles, defaults),
    sound: weigh(stated.sound, defaults),
    codecProfiles: weigh(stated.codecProfiles, defaults),
    codecLevel: weighRanges(stated.codecLevel, defaults),
    pixelFormats: weigh(stated.pixelFormats, defaults),
    scanType: weigh(stated.scanType, defaults),
    frameRate: weighRanges(stated.frameRate, defaults),
    bitRate: weighRanges(stated.bitRate, defaults),
    soundBitRate: weighRanges(stated.soundBitRate, defaults),
    aspect: weigh(stated.aspect, defaults),
    faststart: weigh(stated.faststart, defaults),
    longEdge: weighRanges(stated.longEdge, defaults),
    shortEdge: weighRanges(stated.shortEdge, defaults),
    area: weighRanges(stated.area, defaults),
    dpi: weighRanges(stated.dpi, defaults),
    printSize: weigh(stated.printSize, defaults),
    bars: weigh(stated.bars, defaults),
    still: weigh(stated.still, defaults),
    clipping: weigh(stated.clipping, defaults),
    peak: weigh(stated.peak, defaults),
    color: weigh(stated.color, defaults),
    original: weigh(stated.original, defaults),
    captions: weigh(stated.captions, defaults),
    pages: weighRanges(stated.pages, defaults),
    unlocked: weigh(stated.unlocked, defaults),
    seal: weigh(stated.seal, defaults),
    words: weighRanges(stated.words, defaults),
    lines: weighRanges(stated.lines, defaults),
    pictures: weigh(stated.pictures, defaults),
    contact: weigh(stated.contact, defaults),
    layout: layout && [layout],
    sections: weigh(stated.sections, defaults),
    titlePattern: weigh(stated.titlePattern, defaults),
    figures: weigh(stated.figures, defaults),
    byline: weigh(stated.byline, defaults),
    signature: weigh(stated.signature, defaults),
    anonymous: weigh(stated.anonymous, defaults),
  });
}
