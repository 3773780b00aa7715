import {
  readArea,
  readBitRate,
  readDecibels,
  readDuration,
  readLength,
  readNumber,
  readPixelSize,
  readPrintSize,
  readSampleRate,
  readShare,
  readSize,
  WRITTEN,
  type ReadQuantity,
} from './read-quantity.ts';
import { reading } from './shape.ts';

export const size = quantity('size', readSize);
export const duration = quantity('duration', readDuration);
export const bitRate = quantity('bitRate', readBitRate);
export const sampleRate = quantity('sampleRate', readSampleRate);
export const pixelSize = quantity('pixelSize', readPixelSize);
export const printSize = quantity('printSize', readPrintSize);
export const area = quantity('area', readArea);
export const length = quantity('length', readLength);
export const share = quantity('share', readShare);
export const number = quantity('number', readNumber);
export const decibels = quantity('decibels', readDecibels);

function quantity<T>(name: keyof typeof WRITTEN, read: ReadQuantity<T>) {
  return reading({ kind: 'figure', patterns: [WRITTEN[name]] }, read);
}
