/** A ZIP of stored entries, enough for telling what kind it is; checksums are left 0. */
export function makeZip(entries: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const fields = fieldsOf(name, content);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      Buffer.from([20, 0]),
      fields,
      Buffer.from(name),
      Buffer.from(content),
    ]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0\x14\0', 'latin1'), fields, place, Buffer.from(name));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}

/** Flags to extra length, as they stand in both kinds of header. */
function fieldsOf(name: string, content: string): Buffer {
  const fields = Buffer.alloc(24);
  fields.writeUInt32LE(Buffer.byteLength(content), 12);
  fields.writeUInt32LE(Buffer.byteLength(content), 16);
  fields.writeUInt16LE(Buffer.byteLength(name), 20);
  return fields;
}

/** An OOXML package whose main part has this content type. */
export function makePackage(part: string, contentType: string): Buffer {
  return makeZip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${contentType}"/></Types>`,
    [part]: '<x/>',
  });
}
