import { expect, it } from 'vitest';
import { catalogueIn } from '../../src/report/catalogue-in.ts';

it.each(['zh', 'en'] as const)(
  'nobody is told to decode a photo or a text from end to end (%s)',
  (language) => {
    const words = catalogueIn(language)['file.readable'];
    const said = (format: 'docx' | 'jpg' | 'pdf' | 'mp4' | 'wav') =>
      words.message('pass', { integrity: { state: 'whole' }, format, decoded: false });
    for (const format of ['docx', 'jpg', 'pdf'] as const) expect(said(format)).not.toContain('--deep');
    for (const format of ['mp4', 'wav'] as const) expect(said(format)).toContain('--deep');
  },
);
