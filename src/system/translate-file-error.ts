import { FileError, type FileErrorKind } from './system.ts';

const KIND_BY_CODE: Readonly<Record<string, FileErrorKind>> = {
  ENOENT: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  EBUSY: 'busy',
  EEXIST: 'busy',
  ENOTEMPTY: 'busy',
  ENOTDIR: 'not-a-folder',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'too-large',
};

/** A failing file system speaks in `FileError`s; anything else is our own mistake and passes through. */
export async function translating<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw fileErrorOf(file, error);
  }
}

export function fileErrorOf(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  return new FileError(KIND_BY_CODE[error.code] ?? 'other', file, { cause: error });
}
