import type { Format } from '../model/format.ts';
import type { OpenFile } from '../system/system.ts';
import { extensionOf } from '../model/file-name.ts';
import { sniffDesign } from './sniff-design.ts';
import { sniffImage } from './sniff-image.ts';
import { sniffIsoMedia } from './sniff-iso-media.ts';
import { sniffMpegAudio } from './sniff-mpeg-audio.ts';
import { sniffOle } from './sniff-ole.ts';
import { sniffOther } from './sniff-other.ts';
import { sniffRaw } from './sniff-raw.ts';
import { sniffStream } from './sniff-stream.ts';
import { sniffText } from './sniff-text.ts';
import { sniffZip } from './sniff-zip.ts';

const HEAD_BYTES = 64 * 1024;

/**
 * What a file is, by its bytes. The name is asked only where the bytes leave two formats open (a .wps that is
 * built like a .doc, YAML among plain text, a container cut off before its own table). Reads 64 KiB, and a bounded
 * amount of what containers keep elsewhere.
 */
export async function sniffFormat(file: OpenFile, name: string): Promise<Format> {
  const head = await file.read(0, Math.min(HEAD_BYTES, file.bytes));
  const extension = extensionOf(name);
  return (
    (await sniffRaw(file, head, extension)) ??
    sniffImage(head) ??
    (await sniffIsoMedia(file, head, extension)) ??
    sniffStream(head) ??
    (await sniffZip(file, head, extension)) ??
    (await sniffOle(file, head, extension)) ??
    (await sniffDesign(file, head, extension)) ??
    sniffOther(head) ??
    (await sniffMpegAudio(file, head, extension)) ??
    sniffText(head, head.length >= file.bytes, extension) ??
    'unknown'
  );
}
