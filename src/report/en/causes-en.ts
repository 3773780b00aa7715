import type { BrokenCause, TooLarge, UnknownCause } from '../../model/facts.ts';
import type { StrayReason } from '../../model/materials.ts';
import { formatBytes } from '../format-bytes.ts';
import { showDetail } from '../show-name.ts';

/** What is wrong with a file, without figures. */
export function brokenEn(cause: BrokenCause): string {
  switch (cause.kind) {
    case 'cut-off':
      return 'the file is incomplete, its end is missing';
    case 'ends-early':
      return 'the file is incomplete, its data stops halfway';
    case 'no-index':
      return 'the file cannot be opened: its index is missing, so the recording or the copy was not finished';
    case 'hollow':
      return 'the length is right, but long stretches are empty: a copy or download was interrupted';
    case 'corrupt':
      return 'some of its data is damaged';
    case 'refers-elsewhere':
      return 'this is only a reference: picture or sound lie in other files, so it does not play alone';
    case 'password':
      return 'a password is needed to open it';
    case 'nothing-inside':
      return 'the file is a shell without the picture, sound or text it should hold';
  }
}

/** The figures to it. */
export function brokenActualEn(cause: BrokenCause): string {
  switch (cause.kind) {
    case 'cut-off':
      return `${formatBytes(cause.actual, 'en')} of ${formatBytes(cause.declared, 'en')}, ${missingEn(cause)}`;
    case 'ends-early':
      return 'stops halfway';
    case 'no-index':
      return 'no index';
    case 'hollow':
      return `${cause.broken} of ${cause.checked} places looked at are empty`;
    case 'corrupt':
      return cause.detail.trim() === '' ? 'damaged data' : `damaged data (${showDetail(cause.detail)})`;
    case 'refers-elsewhere':
      return 'its content lies in other files';
    case 'password':
      return 'opens with a password only';
    case 'nothing-inside':
      return 'nothing inside';
  }
}

function missingEn(cause: { readonly declared: number; readonly actual: number }): string {
  return `${formatBytes(Math.max(0, cause.declared - cause.actual), 'en')} missing`;
}

const tooLargeEn: Readonly<Record<TooLarge, (limit: number) => string>> = {
  pixels: (limit) => `too many pixels (this tool reads at most ${Math.floor(limit / 1_000_000)} megapixels)`,
  unpacked: (limit) => `too large when unpacked (this tool unpacks at most ${formatBytes(limit, 'en')})`,
  file: (limit) => `the file is too large (this tool reads at most ${formatBytes(limit, 'en')})`,
  output: (limit) => `looking at it gave too much output (over ${formatBytes(limit, 'en')})`,
  pages: (limit) => `too many pages (this tool looks at ${limit} at most)`,
};

/** Why something could not be learned, as the end of “could not be settled: …”. */
export function unknownEn(cause: UnknownCause): string {
  switch (cause.kind) {
    case 'timed-out':
      return `reading was stopped after ${cause.seconds} seconds`;
    case 'too-large':
      return tooLargeEn[cause.what](cause.limit);
    case 'crashed':
      return cause.detail.trim() === ''
        ? 'the reader failed'
        : `the reader failed (${showDetail(cause.detail)})`;
    case 'tool-missing':
      return `${cause.tool} was not found on this computer`;
    case 'unreadable':
      return cause.detail.trim() === ''
        ? 'the system refuses to read this file'
        : `the system refuses to read this file (${showDetail(cause.detail)})`;
    case 'no-prober':
      return 'this tool cannot look inside this format';
    case 'open-ended':
      return 'the file does not say where it should end, so nobody can tell whether something is missing';
  }
}

/** What to do about it. */
export function unknownCureEn(cause: UnknownCause): string {
  switch (cause.kind) {
    case 'timed-out':
      return 'copy the file to this computer’s own disk and check again; failing that, open it and look through it';
    case 'too-large':
      return 'open the file and look; save a photo at a smaller size, a document without what is not needed';
    case 'crashed':
      return 'open the file in its usual program and save a fresh copy; export it again if it does not open';
    case 'tool-missing':
      return 'install this tool again (npm ci), or install ffmpeg, and check again';
    case 'unreadable':
      return 'close the program that uses it, or copy it to a folder of your own, and check again';
    case 'no-prober':
      return 'convert it to a format the notice asks for, or have the person responsible open it and confirm';
    case 'open-ended':
      return 'export it again from the program it was made with (converting this very file does not help): MP4 for a film, WAV or M4A for sound; or play it to its end and see whether it is whole, which --deep cannot tell either';
  }
}

/** What lies in the folder without being material, and what to do about it, if anything. */
export const strayWordsEn: Readonly<Record<StrayReason, { readonly label: string; readonly cure: string }>> =
  {
    'office-lock': {
      label: 'lock files of Word or WPS',
      cure: 'they vanish when the document is closed; nothing to do',
    },
    'system-litter': { label: 'files made by the system', cure: 'nothing to do' },
    'own-note': { label: 'notes laid out by this tool', cure: 'nothing to do' },
    temporary: { label: 'unfinished downloads or saves', cure: 'check again when they are finished' },
    empty: { label: 'empty files (0 bytes)', cure: 'copy the original again, or delete them' },
    'cloud-placeholder': {
      label: 'files that are still in the cloud only',
      cure: 'choose “Always keep on this device” in the cloud program and check again',
    },
    link: {
      label: 'links, not the files themselves',
      cure: 'copy what they point to into the materials folder',
    },
    special: { label: 'not ordinary files', cure: 'move them out of the materials folder' },
    'name-not-unicode': { label: 'files with a garbled name', cure: 'rename them and check again' },
    unreadable: {
      label: 'files the system refuses to read',
      cure: 'close the program that uses them, or see to the permissions, and check again',
    },
    'too-deep': { label: 'folders nested too deep', cure: 'move them up and check again' },
  };
