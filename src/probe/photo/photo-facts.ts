import type { PhotoFacts } from '../../model/facts.ts';
import type { Format } from '../../model/format.ts';
import type { ImageHeader } from './image-structure.ts';
import { recognizeRecompression } from './recognize-recompression.ts';

/** The facts shown and judged: EXIF before the format's own fields, but the format's own turning before EXIF's. */
export function photoFacts(name: string, format: Format, header: ImageHeader): PhotoFacts {
  const { stored, exif, frames, color, progressive, jpegQuality } = header;
  const orientation = header.orientation ?? exif?.orientation;
  const turned = orientation !== undefined && orientation >= 5;
  const dpi = exif?.dpi ?? header.dpi;
  const software = exif?.software ?? header.software;
  return {
    stored,
    shown: turned ? { width: stored.height, height: stored.width } : stored,
    frames,
    ...(orientation !== undefined && { orientation }),
    ...(color && { color }),
    ...(dpi !== undefined && { dpi }),
    ...(jpegQuality !== undefined && { jpegQuality }),
    ...(progressive !== undefined && { progressive }),
    ...(exif?.camera !== undefined && { camera: exif.camera }),
    ...(exif?.takenAt !== undefined && { takenAt: exif.takenAt }),
    ...(software !== undefined && { software }),
    hasGps: exif?.hasGps ?? false,
    recompression: recognizeRecompression(name, format, header),
  };
}
