import * as z from 'zod';
import {
  readArea,
  readBitRate,
  readDecibels,
  readDuration,
  readLength,
  readNumber,
  readPixelSize,
  readSampleRate,
  readShare,
  readSize,
} from './read-quantity.ts';

export const size = z.unknown().transform(readSize);
export const duration = z.unknown().transform(readDuration);
export const bitRate = z.unknown().transform(readBitRate);
export const sampleRate = z.unknown().transform(readSampleRate);
export const pixelSize = z.unknown().transform(readPixelSize);
export const area = z.unknown().transform(readArea);
export const length = z.unknown().transform(readLength);
export const share = z.unknown().transform(readShare);
export const number = z.unknown().transform(readNumber);
export const decibels = z.unknown().transform(readDecibels);
