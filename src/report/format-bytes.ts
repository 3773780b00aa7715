import type { Language } from '../model/report.ts';

const UNITS = [
  { letter: 'G', size: 1024 ** 3, decimal: 1000 ** 3 },
  { letter: 'M', size: 1024 ** 2, decimal: 1000 ** 2 },
  { letter: 'K', size: 1024, decimal: 1000 },
] as const;

/** `12.3 MB`, as Windows counts: 1 MB = 1024² bytes. */
export function formatBytes(bytes: number, language: Language): string {
  const unit = UNITS.find(({ size }) => bytes >= size);
  if (!unit) return language === 'zh' ? `${bytes} 字节` : `${bytes} bytes`;
  const amount = bytes / unit.size;
  // Cut, not rounded: 1023.99 MB is not 1024.0 MB.
  const shown = Number.isInteger(amount) ? String(amount) : (Math.floor(amount * 10) / 10).toFixed(1);
  return `${shown} ${unit.letter}B`;
}

/** A limit as notices write it: `10M`, `2G`. */
export function formatLimit(bytes: number, language: Language): string {
  const unit = UNITS.find(({ size }) => bytes >= size && bytes % size === 0);
  return unit ? `${bytes / unit.size}${unit.letter}` : formatBytes(bytes, language);
}

/** A size beside its limit: exact to the byte where the short form would look equal. */
export function bytesBeside(bytes: number, limit: number, language: Language): string {
  const short = formatBytes(bytes, language);
  if (bytes === limit || Math.abs(bytes - limit) / limit > 0.01) return short;
  const exact = bytes.toLocaleString('en-US');
  return language === 'zh' ? `${short}（${exact} 字节）` : `${short} (${exact} bytes)`;
}

/** Within the limit at 1024 to the K, beyond it at 1000: some offices and mail servers count so. */
export function passesOnlyInBinaryUnits(bytes: number, limit: number): boolean {
  const unit = UNITS.find(({ size }) => limit >= size && limit % size === 0);
  return unit !== undefined && bytes <= limit && bytes > (limit / unit.size) * unit.decimal;
}

/** The same limit at 1000 to the K, in bytes. */
export function decimalLimit(limit: number): string {
  const unit = UNITS.find(({ size }) => limit >= size && limit % size === 0);
  return (unit ? (limit / unit.size) * unit.decimal : limit).toLocaleString('en-US');
}
