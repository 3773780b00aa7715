import type { UnclassifiedProblem } from '../../model/check.ts';
import type { Integrity } from '../../model/facts.ts';
import { isSource, isUsualExtension, type Format, type Role } from '../../model/format.ts';
import { ffmpegCommand } from '../ffmpeg-command.ts';
import { bytesBeside, decimalLimit, formatLimit, passesOnlyInBinaryUnits } from '../format-bytes.ts';
import { mayBeDecoded } from '../may-be-decoded.ts';
import { visible } from '../show-name.ts';
import { whenNotPassed, type Advice, type WordingsOf } from '../wording.ts';
import { brokenActualEn, brokenEn, strayWordsEn, unknownCureEn, unknownEn } from './causes-en.ts';
import { conversionEn } from './conversion-en.ts';
import { fileExplanationsEn as explained } from './file-explanations-en.ts';
import { formatNamesEn, roleNamesEn } from './format-names-en.ts';

type FileCode =
  | 'materials.none'
  | 'file.unclassified'
  | 'file.junk'
  | 'file.empty'
  | 'file.format'
  | 'file.size'
  | 'file.size-min'
  | 'file.readable';

export const fileWordsEn: WordingsOf<FileCode> = {
  'materials.none': {
    title: 'Materials',
    required: () => 'at least one file to check',
    actual: ({ strays }, result) => (result === 'pass' ? undefined : `no material${othersEn(strays)}`),
    message: (result) =>
      result === 'pass' ? 'there is material to check' : 'the folder holds no material; nothing was checked',
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: 'see whether this is the right folder, put the material in by category, and run four-ones check with the folder’s name',
      })),
    explain: explained['materials.none'],
  },
  'file.unclassified': {
    title: 'Category',
    required: ({ problem }) =>
      problem === 'archive' ? 'the files it holds, unpacked' : 'material of a known kind and category',
    actual: ({ problem, candidates }) =>
      problem === 'ambiguous' && candidates.length > 0
        ? `may be: ${candidates.map(visible).join(', ')}`
        : undefined,
    message: (result, { problem }) => (result === 'pass' ? 'the category is clear' : unclassified(problem)),
    advice: (result, { problem, candidates }) =>
      whenNotPassed(result, () => ({ text: unclassifiedCure(problem, candidates) })),
    explain: explained['file.unclassified'],
  },
  'file.junk': {
    title: 'Stray file',
    required: () => 'only material in the materials folder',
    actual: ({ reason }) => (reason ? strayWordsEn[reason].label : undefined),
    message: (_, { reason }) =>
      reason ? `${strayWordsEn[reason].label}: not taken as material` : 'no stray files',
    advice: (_, { reason }) => (reason ? { text: strayWordsEn[reason].cure } : undefined),
    explain: explained['file.junk'],
  },
  'file.empty': {
    title: 'Empty file',
    required: () => 'a file with content, on this computer',
    actual: ({ reason }) =>
      reason === 'empty' ? '0 bytes' : reason ? 'its content is in the cloud' : undefined,
    message: (_, { reason }) => {
      if (reason === undefined) return 'the file has content';
      return reason === 'empty'
        ? 'it holds nothing and was not taken as material'
        : 'its content is in the cloud only and was not taken as material';
    },
    advice: (_, { reason }) => (reason ? { text: strayWordsEn[reason].cure } : undefined),
    explain: explained['file.empty'],
  },
  'file.format': {
    title: 'File format',
    required: ({ allowed }) => allowed.map((format) => formatNamesEn[format]).join(' or '),
    actual: ({ actual }) => formatNamesEn[actual],
    message: (result, { role, actual, extension }) => {
      if (result === 'pass') return 'the format is as asked';
      if (result === 'skip') return 'the notice does not limit the format of such files';
      const dot = visible(extension.replace(/^\./, ''));
      if (actual === 'unknown') return 'its content is of no known format';
      if (actual === 'encrypted-office') return 'the document needs a password, so nobody can look inside';
      return isUsualExtension(dot.toLowerCase(), actual) || dot === ''
        ? `the notice does not take this format for a ${roleNamesEn[role]}`
        : `named .${dot}, but inside it is: ${formatNamesEn[actual]}`;
    },
    advice: (result, { actual, allowed }, path) =>
      whenNotPassed(result, () => conversionEn(actual, allowed, path)),
    explain: explained['file.format'],
  },
  'file.size': {
    title: 'File size',
    required: ({ max, excluded }) => `${excluded ? 'under' : 'at most'} ${formatLimit(max, 'en')}`,
    actual: ({ actual, max }) => bytesBeside(actual, max, 'en'),
    message: (result) =>
      result === 'pass'
        ? 'the size is as asked'
        : result === 'fail'
          ? 'the file is too large'
          : 'the size was not judged',
    remark: ({ actual, max }) =>
      passesOnlyInBinaryUnits(actual, max)
        ? `just within ${formatLimit(max, 'en')} when 1 K is 1024; where the office counts 1 K as 1000 (${decimalLimit(max)} bytes) it is over, so better make it a little smaller`
        : undefined,
    advice: (result, { role }, path) => (result === 'fail' ? shrinkAdvice(role, path) : undefined),
    explain: explained['file.size'],
  },
  'file.size-min': {
    title: 'Least size',
    required: ({ min, excluded }) => `${excluded ? 'over' : 'at least'} ${formatLimit(min, 'en')}`,
    actual: ({ actual, min }) => bytesBeside(actual, min, 'en'),
    message: (result) =>
      result === 'pass'
        ? 'the size is as asked'
        : result === 'fail'
          ? 'the file is too small to be an original'
          : 'the size was not judged',
    advice: (result) =>
      whenNotPassed(result, () => ({
        text: 'hand in the original of the camera, phone or computer, not a copy from a messenger or a screenshot',
      })),
    explain: explained['file.size-min'],
  },
  'file.readable': {
    title: 'File is whole',
    required: () => 'opens and is not damaged',
    actual: ({ integrity }) => (integrity.state === 'broken' ? brokenActualEn(integrity.cause) : undefined),
    message: (result, { integrity, decoded, format }) => {
      if (integrity.state === 'broken') return brokenEn(integrity.cause);
      if (integrity.state === 'unknown')
        return `whether the file is whole could not be settled: ${unknownEn(integrity.cause)}`;
      if (result === 'skip') return 'not asked for';
      if (decoded) return 'read from end to end, no damage found';
      if (format === 'xls') return 'its structure is whole (an old Excel file; its cells were not looked at)';
      return mayBeDecoded(format)
        ? 'its structure is whole (it was not decoded to its end; add --deep for that)'
        : 'it opens, no damage found';
    },
    advice: (result, { integrity, format }) => whenNotPassed(result, () => readableAdvice(integrity, format)),
    explain: explained['file.readable'],
  },
};

function othersEn(strays: number): string {
  return strays > 0 ? `, only strays: ${strays}` : '';
}

function unclassified(problem: UnclassifiedProblem | undefined): string {
  switch (problem) {
    case 'no-category':
    case undefined:
      return 'no category can be told; only the file itself was checked';
    case 'ambiguous':
      return 'it may belong to several categories; only the file itself was checked';
    case 'unknown-kind':
      return 'nobody can tell what kind of file this is; its content was not checked';
    case 'sheet':
      return 'this is an Excel file, and nobody can tell which of the notice’s tables it is';
    case 'archive':
      return 'this is an archive; the files inside were not checked';
    case 'shortcut':
      return 'this is a shortcut, not the file itself';
  }
}

function unclassifiedCure(problem: UnclassifiedProblem | undefined, candidates: readonly string[]): string {
  switch (problem) {
    case 'no-category':
    case 'ambiguous':
    case undefined:
      return `move it into a folder named after its category${categories(candidates)}; if all are of one category, add --category and its name`;
    case 'unknown-kind':
      return 'open it and see: save material in a format the notice takes, move anything else out';
    case 'sheet':
      return 'where the notice asks for it, put the form’s name into the file’s name; else move it out of the folder';
    case 'archive':
      return 'unpack it, put its files into the folder of their category, and move the archive away';
    case 'shortcut':
      return 'find the file it points to, copy that file here and delete the shortcut';
  }
}

function categories(names: readonly string[]): string {
  return names.length === 0 ? '' : ` (${names.map(visible).join(', ')})`;
}

function readableAdvice(integrity: Integrity, format: Format): Advice {
  if (integrity.state === 'unknown' && integrity.cause.kind === 'no-prober' && isSource(format)) {
    return {
      text: 'open it in the program it was made with (Illustrator, CorelDRAW, the camera’s own …), see that nothing is wrong and no picture or typeface missing, and have the person responsible confirm',
    };
  }
  if (integrity.state === 'unknown') return { text: unknownCureEn(integrity.cause) };
  if (integrity.state === 'broken' && integrity.cause.kind === 'password') {
    return { text: 'ask for the password, open it, remove the password and save it again' };
  }
  if (integrity.state === 'broken' && integrity.cause.kind === 'refers-elsewhere') {
    return { text: 'export it again from the editing program as one file of its own' };
  }
  return {
    text: 'copy the original again from phone, camera or computer and wait until it is done, or export it again; if it cannot be mended, ask the author for it',
  };
}

function shrinkAdvice(role: Role, path?: string): Advice {
  switch (role) {
    case 'video':
      return {
        text: 'export it from CapCut at a lower bit rate (6000–8000 kbps is enough for 1080p), or run',
        command: ffmpegCommand(
          path,
          {
            options: '-c:v libx264 -crf 23 -preset slow -pix_fmt yuv420p -c:a aac',
            suffix: 'smaller',
            extension: 'mp4',
          },
          'en',
        ),
      };
    case 'photo':
      return {
        text: 'save it as JPG at quality 90; scale a very large one to 6000 pixels on its long edge. Keep the original',
      };
    case 'scan':
      return { text: 'scan it again at 200–300 dpi in grey, or compress the PDF with WPS' };
    case 'text':
    case 'form':
      return {
        text: 'in Word, Picture Format → Compress Pictures; hand in the original pictures separately',
      };
    case 'audio':
      return { text: 'convert it to MP3 at 128–192 kbps with Format Factory' };
    case 'slides':
      return { text: 'in PowerPoint, File → Info → Compress Media, and compress the pictures' };
    case 'subtitles':
    case 'other':
      return { text: 'make it smaller, or ask the office whether it can take it' };
  }
}
