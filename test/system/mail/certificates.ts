import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A fresh certificate for this name that nobody has signed. */
export async function certificateFor(name: string, notAfter?: Date): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    ...(notAfter && { notBeforeDate: new Date('2020-01-01'), notAfterDate: notAfter }),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  });
  return { key: made.private, cert: made.cert };
}
