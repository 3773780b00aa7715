import { verifyBundle } from '../../../src/bundle/verify-bundle.ts';
import { seeBlanks } from '../../../src/commands/see-blanks.ts';
import { fillForm } from '../../../src/forms/fill-form.ts';
import { fillSheet } from '../../../src/forms/sheet/fill-sheet.ts';
import { inspectForm } from '../../../src/forms/inspect-form.ts';
import { sniffFormat } from '../../../src/materials/sniff-format.ts';
import type { Integrity } from '../../../src/model/facts.ts';
import { familyOf, type Format } from '../../../src/model/format.ts';
import { AUDIO_READERS } from '../../../src/probe/audio/read-audio-structure.ts';
import { probePdf } from '../../../src/probe/pdf/probe-pdf.ts';
import { probePhoto } from '../../../src/probe/photo/probe-photo.ts';
import { probeSubtitles } from '../../../src/probe/subtitles/probe-subtitles.ts';
import { probeSheet } from '../../../src/probe/sheet/probe-sheet.ts';
import { probeSlides } from '../../../src/probe/slides/probe-slides.ts';
import { readStructure } from '../../../src/probe/video/read-structure.ts';
import { probeWord } from '../../../src/probe/word/probe-word.ts';
import { FileError } from '../../../src/system/system.ts';
import { memoryFiles } from '../../probe/pdf/memory-files.ts';

const FORMATS = [
  ...(['mp4', 'mov', 'mkv', 'webm', 'avi', 'flv', 'wmv', 'ts', 'mpg'] as const),
  ...(['mp3', 'wav', 'm4a', 'ogg', 'wma'] as const),
  ...(['jpg', 'png', 'gif', 'webp', 'tiff', 'avif', 'bmp', 'heic', 'psd'] as const),
  ...([
    'pdf',
    'docx',
    'pptx',
    'xlsx',
    'doc',
    'ppt',
    'xls',
    'word2003xml',
    'text',
    'zip',
    'srt',
    'ass',
    'vtt',
  ] as const),
] satisfies readonly Format[];
/** What is thrown at: the probe of a format, or what else reads files of strangers. */
export const TARGETS = [...FORMATS, 'form', 'bundle'] as const;
export type Target = (typeof TARGETS)[number];

export interface Looked {
  readonly integrity?: Integrity;
  /** All that was said, for seeing that it is plain data without a number that is none. */
  readonly said: unknown;
}

/** Formats in which half a file may be a whole one: nothing in them says where they end. */
const WITHOUT_END: ReadonlySet<Target> = new Set(['srt', 'ass', 'vtt', 'text', 'form', 'bundle', 'zip']);

/** Length below which every cut loses something; 0 where that cannot be told. */
export function neededLength(target: Target, bytes: Buffer): number {
  if (WITHOUT_END.has(target)) return 0;
  // Readers need no line end behind the mark (ISO 32000-1, 7.5.5), nor anything behind the picture (ITU-T T.81, B.1.1.3).
  if (target === 'pdf') return bytes.lastIndexOf('%%EOF') + 5;
  if (target === 'jpg') return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2;
  return bytes.length;
}

/** Has the program look at the bytes as at a file of that format, without other programs. */
export async function lookAt(target: Target, bytes: Buffer): Promise<Looked> {
  // A copy: pdf.js takes what it is given for itself.
  const files = memoryFiles(new Uint8Array(bytes));
  const opened = await files.open('file');
  const sniffed = await sniffFormat(opened, `文件.${target}`);
  const looked = await lookAs(target, bytes, files);
  return { ...looked, said: [sniffed, looked.said] };
}

type MemoryFiles = ReturnType<typeof memoryFiles>;

async function lookAs(target: Target, bytes: Buffer, files: MemoryFiles): Promise<Looked> {
  if (target === 'form') return lookAtForm(bytes);
  if (target === 'bundle' || target === 'zip') return lookAtZip(files);
  const probed = await probeAs(target, files);
  if (target === 'xlsx') await fillSafely(bytes);
  const form = target === 'docx' ? await seeBlanks('file', files) : undefined;
  return { integrity: probed.integrity, said: { ...probed, ...(form && { form }) } };
}

async function probeAs(target: Format, files: MemoryFiles): Promise<{ readonly integrity: Integrity }> {
  const family = familyOf(target);
  if (family === 'video') return readStructure('file', target, files);
  if (family === 'audio') return readStructure('file', target, files, AUDIO_READERS[target]);
  if (family === 'image') {
    const limits = { seconds: 20, pixels: 4_000_000, bufferedPixels: 4_000_000 };
    return probePhoto('file', '图', target, files, limits);
  }
  if (family === 'slides') return probeSlides('file', target, files);
  if (family === 'sheet') return probeSheet('file', target, files);
  if (family === 'pdf') return probePdf('file', files, { softSeconds: 15 });
  return family === 'subtitles' ? probeSubtitles('file', target, files) : probeWord('file', target, files);
}

const VALUES = {
  unit: '某学院党委',
  title: '逆行者',
  phone: '020-00000000',
  category: '微党课',
  summary: '一段\n又一段',
  org: '某学院党委',
  人员: [{ 姓名: '某某', 单位: '某处' }],
};

/** What is filled must be readable by the same reader. */
async function lookAtForm(bytes: Buffer): Promise<Looked> {
  const before = Buffer.from(bytes);
  const inspected = await inspectForm(bytes);
  const filled = await fillForm(bytes, VALUES);
  if (!before.equals(bytes)) throw new Error('the bytes of the form were changed');
  if ((inspected.kind === 'form') !== (filled.kind !== 'unreadable')) {
    throw new Error(`inspected as ${inspected.kind}, filled as ${filled.kind}`);
  }
  if (filled.kind !== 'filled') return { said: [inspected, filled] };
  const { bytes: result, ...said } = filled;
  const again = await inspectForm(result);
  if (again.kind !== 'form') throw new Error('the filled form cannot be read');
  return { said: [inspected, said] };
}

/** What is filled can be read and filled once more. */
async function fillSafely(bytes: Buffer): Promise<void> {
  const before = Buffer.from(bytes);
  const lines = { head: ['序号', '名称'], rows: [['1', '甲']] };
  const filled = await fillSheet(bytes, lines, VALUES);
  if (!before.equals(bytes)) throw new Error('the bytes of the blank were changed');
  if (filled.kind === 'failed') throw new Error(`filled wrong: ${JSON.stringify(filled.problems)}`);
  if (filled.kind !== 'filled') return;
  const again = await fillSheet(filled.bytes, { ...lines, rows: [] }, {});
  if (again.kind === 'unreadable') throw new Error('the filled table cannot be read');
}

/** A zip without our record beside it, as somebody else packs it. */
async function lookAtZip(files: MemoryFiles): Promise<Looked> {
  const absent = (path: string) => Promise.reject(new FileError('missing', path));
  const found = await verifyBundle('/报送/包.zip', {
    files: {
      ...files,
      stat: () => Promise.resolve({ kind: 'file', bytes: 1, identity: '' }),
      exists: () => Promise.resolve(false),
      readWhole: absent,
    },
    interrupted: new AbortController().signal,
  });
  return { said: found };
}
