import sharp from 'sharp';
import type { Sharp } from 'sharp';

/** A picture with both texture and slopes, the same on every run. */
export function drawPicture(width = 320, height = 240, channels: 1 | 3 = 3): Sharp {
  const pixels = Buffer.alloc(width * height * channels);
  let seed = 7;
  for (let i = 0; i < pixels.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const pixel = Math.floor(i / channels);
    const slope = ((pixel % width) / width) * 120 + (Math.floor(pixel / width) / height) * 80;
    pixels[i] = Math.min(255, slope + (seed >>> 26));
  }
  return sharp(pixels, { raw: { width, height, channels } });
}

/** A JPEG segment behind SOI. */
export function withSegment(jpeg: Buffer, marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xd8, 0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 4);
  return Buffer.concat([head, payload, jpeg.subarray(2)]);
}

/** Two JPEGs and the index that lists both, as phones write gain maps and previews (CIPA DC-007). */
export function withSecondPicture(jpeg: Buffer, second: Buffer): Buffer {
  const index = Buffer.alloc(4 + 8 + 2 + 12 + 4 + 32);
  const indexAt = 6;
  const mainBytes = jpeg.length + 4 + index.length;
  index.write('MPF\0', 0, 'latin1');
  index.write('MM\0*', 4, 'latin1');
  index.writeUInt32BE(8, 8);
  index.writeUInt16BE(1, 12);
  index.writeUInt16BE(0xb002, 14);
  index.writeUInt16BE(7, 16);
  index.writeUInt32BE(32, 18);
  index.writeUInt32BE(26, 22);
  index.writeUInt32BE(mainBytes, 30 + 4);
  index.writeUInt32BE(second.length, 46 + 4);
  index.writeUInt32BE(mainBytes - indexAt - 4, 46 + 8);
  return Buffer.concat([withSegment(jpeg, 0xe2, index), second]);
}

export function isoBox(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** A HEIC whose boxes are right and whose picture data is noise: nothing here decodes HEVC anyway. */
export function makeHeic(turns: number, data: Buffer): Buffer {
  const ftyp = isoBox('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));
  const metaFor = (offset: number) => {
    const iloc = Buffer.alloc(22);
    iloc.writeUInt16BE(0x4400, 4);
    iloc.writeUInt16BE(1, 6);
    iloc.writeUInt16BE(1, 8);
    iloc.writeUInt16BE(1, 12);
    iloc.writeUInt32BE(offset, 14);
    iloc.writeUInt32BE(data.length, 18);
    const ispe = isoBox('ispe', Buffer.from([0, 0, 0, 0, 0, 0, 0x0f, 0xc0, 0, 0, 0x0b, 0xd0]));
    const ipco = isoBox('ipco', ispe, isoBox('irot', Buffer.from([turns])));
    const ipma = isoBox('ipma', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 2, 0x81, 0x82]));
    const pitm = isoBox('pitm', Buffer.from([0, 0, 0, 0, 0, 1]));
    return isoBox('meta', Buffer.alloc(4), pitm, isoBox('iloc', iloc), isoBox('iprp', ipco, ipma));
  };
  const offset = ftyp.length + metaFor(0).length + 8;
  return Buffer.concat([ftyp, metaFor(offset), isoBox('mdat', data)]);
}

/** An uncompressed 24-bit bitmap. */
export function makeBmp(width: number, height: number): Buffer {
  const rowBytes = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + rowBytes * height, 0x5a);
  file.fill(0, 0, 54);
  file.write('BM', 0, 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  file.writeInt32LE(11_811, 38);
  return file;
}

/** A flattened Photoshop file of raw rows. */
export function makePsd(width: number, height: number): Buffer {
  const head = Buffer.alloc(26 + 12 + 2);
  head.write('8BPS', 0, 'latin1');
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(3, 12);
  head.writeUInt32BE(height, 14);
  head.writeUInt32BE(width, 18);
  head.writeUInt16BE(8, 22);
  head.writeUInt16BE(4, 24);
  return Buffer.concat([head, Buffer.alloc(width * height * 3, 0x5a)]);
}

/** Positions spread over a file, the same on every run, with both ends among them. */
export function cutPositions(length: number, count: number): readonly number[] {
  const spread = Array.from(
    { length: count },
    (_, i) => 4 + Math.floor(((i * 0.6180339887) % 1) * (length - 4)),
  );
  return [...spread, length - 1, length - 2, length - 3, length - 64];
}
