import * as z from 'zod';

/** Fields ffprobe cannot fill are absent or hold words of its own; such a field is taken as absent. */
const text = z.string().max(200).optional().catch(undefined);
/** Numbers ffprobe prints as text. */
const quantity = z.coerce.number().refine(Number.isFinite).optional().catch(undefined);
const flag = z.literal([0, 1]).optional().catch(undefined);

const sideData = z.object({ side_data_type: text, rotation: quantity });

const stream = z.object({
  id: text,
  codec_type: text,
  codec_name: text,
  codec_tag_string: text,
  profile: text,
  level: quantity,
  width: quantity,
  height: quantity,
  sample_aspect_ratio: text,
  pix_fmt: text,
  field_order: text,
  color_transfer: text,
  r_frame_rate: text,
  avg_frame_rate: text,
  duration: quantity,
  bit_rate: quantity,
  bits_per_raw_sample: quantity,
  nb_frames: quantity,
  sample_rate: quantity,
  channels: quantity,
  disposition: z
    .object({ default: flag, attached_pic: flag, timed_thumbnails: flag })
    .optional()
    .catch(undefined),
  tags: z
    .object({ language: text, rotate: quantity, NUMBER_OF_FRAMES: quantity })
    .optional()
    .catch(undefined),
  side_data_list: z.array(sideData).max(100).optional().catch(undefined),
});

const report = z.object({
  streams: z.array(stream).max(1000),
  format: z.object({ format_name: z.string().max(200), duration: quantity, bit_rate: quantity }),
});

export type FfprobeStream = z.output<typeof stream>;
export type FfprobeReport = z.output<typeof report>;

/** Asks for these fields and no other: a tag of a megabyte is not even printed. */
export const WANTED_ENTRIES = [
  'format=format_name,duration,bit_rate',
  `stream=${Object.keys(stream.shape)
    .filter((name) => !['disposition', 'tags', 'side_data_list'].includes(name))
    .join(',')}`,
  'stream_disposition=default,attached_pic,timed_thumbnails',
  'stream_tags=language,rotate,NUMBER_OF_FRAMES',
  'stream_side_data=side_data_type,rotation',
].join(':');

/** Undefined where the output is not what ffprobe prints. */
export function parseFfprobeReport(output: string): FfprobeReport | undefined {
  try {
    const json: unknown = JSON.parse(output);
    return report.safeParse(json).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
