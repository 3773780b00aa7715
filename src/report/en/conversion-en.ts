import { familyOf, isSource, type Format } from '../../model/format.ts';
import { ffmpegCommand } from '../ffmpeg-command.ts';
import type { Advice } from '../wording.ts';

/** How to turn a file of one format into one the notice takes. */
export function conversionEn(actual: Format, allowed: readonly Format[], path?: string): Advice {
  if (wantsSource(actual, allowed))
    return {
      text: 'the file it was made from is asked for (of a photo, the camera’s raw file): get that from who designed or took it; renaming what was exported does not help',
    };
  switch (familyOf(actual)) {
    case 'video':
      return videoAdvice(actual, allowed, path);
    case 'image':
      return imageAdvice(actual, allowed, path);
    case 'word':
      return { text: wordAdvice(actual, allowed) };
    case 'audio':
      return audioAdvice(allowed, path);
    case 'pdf':
      return { text: pdfAdvice(allowed) };
    case 'archive':
      return { text: 'unpack it, put its files into the materials folder, and move the archive away' };
    case 'slides':
      return {
        text: 'open it in PowerPoint or WPS and export it (File → Export) to a format the notice takes',
      };
    case 'design':
      return {
        text: 'open it in the program it was made with (Illustrator, CorelDRAW …) and export it in a format the notice takes; renaming alone does not help',
      };
    case 'sheet':
      return { text: 'open it in Excel or WPS and save it in a format the notice takes' };
    case 'subtitles':
    case 'plain':
      return { text: 'open it in Word or WPS and save it in a format the notice takes' };
    case 'other':
      return { text: otherAdvice(actual) };
  }
}

/** A picture or PDF, where nothing but what such are made from is taken. */
function wantsSource(actual: Format, allowed: readonly Format[]): boolean {
  const family = familyOf(actual);
  return (family === 'image' || family === 'pdf') && allowed.length > 0 && allowed.every(isSource);
}

function videoAdvice(actual: Format, allowed: readonly Format[], path?: string): Advice {
  if (actual === 'playlist')
    return { text: 'find the film itself (tens of megabytes or more) and put it in place of this playlist' };
  if (!allowed.includes('mp4'))
    return { text: 'open it in CapCut or Format Factory and export it in a format the notice takes' };
  // These mostly hold H.264 and AAC already: changing the wrapping loses nothing.
  const repack: readonly Format[] = ['mov', 'm4v', '3gp', 'mkv', 'flv', 'ts'];
  const options = repack.includes(actual)
    ? '-c:v copy -c:a aac -movflags +faststart'
    : '-c:v libx264 -crf 20 -pix_fmt yuv420p -c:a aac -movflags +faststart';
  return {
    text: 'export it again from CapCut (format mp4, codec H.264) or convert it with Format Factory; renaming alone does not help. Or run',
    command: ffmpegCommand(path, { options, suffix: 'converted', extension: 'mp4' }, 'en'),
  };
}

function imageAdvice(actual: Format, allowed: readonly Format[], path?: string): Advice {
  if (actual === 'raw')
    return {
      text: 'open it in the camera’s own program, Lightroom or Photoshop and export it in a format the notice takes, at the highest quality; renaming alone does not help',
    };
  if (!allowed.includes('jpg')) {
    return {
      text: 'open it in Paint or a picture viewer and save it in a format the notice takes; renaming alone does not help',
    };
  }
  if (actual === 'heic') {
    return {
      text: 'open it in a picture viewer and save it as JPG, or convert it with Format Factory; on the iPhone choose Settings → Camera → Formats → Most Compatible from now on. Renaming alone does not help',
    };
  }
  if (actual === 'psd') return { text: 'in Photoshop, File → Export as JPG at the highest quality' };
  return {
    text: 'hand in the original JPG of the camera or phone if there is one; otherwise open it in Paint and save it as JPEG. Renaming alone does not help. Or run',
    command: ffmpegCommand(
      path,
      { options: '-frames:v 1 -q:v 2', suffix: 'converted', extension: 'jpg' },
      'en',
    ),
  };
}

function audioAdvice(allowed: readonly Format[], path?: string): Advice {
  if (!allowed.includes('mp3'))
    return { text: 'convert it with Format Factory or CapCut to a format the notice takes' };
  return {
    text: 'convert it to MP3 with Format Factory, or run',
    command: ffmpegCommand(
      path,
      { options: '-c:a libmp3lame -q:a 2', suffix: 'converted', extension: 'mp3' },
      'en',
    ),
  };
}

function wordAdvice(actual: Format, allowed: readonly Format[]): string {
  const target = allowed.includes('docx') ? 'Word Document (*.docx)' : 'a format the notice takes';
  if (actual === 'encrypted-office') {
    return `open it in Word with its password, clear it under File → Info → Protect Document → Encrypt with Password, and save it as ${target}`;
  }
  if (allowed.includes('pdf') && !allowed.includes('docx')) {
    return 'if it needs a stamp, print it, have it stamped and scan it to PDF; if not, save it as PDF in Word or WPS';
  }
  return `open it in Word or WPS and save it as ${target}; renaming alone does not help`;
}

function pdfAdvice(allowed: readonly Format[]): string {
  if (allowed.includes('docx'))
    return 'hand in the Word file this PDF was made from; if it is lost, convert the PDF with WPS and proofread it';
  if (allowed.includes('jpg'))
    return 'hand in the original photos; if they are lost, export the pages as JPG with WPS';
  return 'hand in the original file, or export it to a format the notice takes';
}

function otherAdvice(actual: Format): string {
  if (actual === 'shortcut')
    return 'a shortcut holds nothing: find the file it points to and copy that file here';
  if (actual === 'executable') return 'this is a program, not material; move it out of the folder';
  return 'open it in its usual program and save it in a format the notice takes; if it does not open, ask for it again';
}
