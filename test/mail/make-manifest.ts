import type { BundledFile, BundleManifest } from '../../src/model/bundle.ts';
import { parseCalendarDate } from '../../src/model/calendar-date.ts';

const date = parseCalendarDate('2020-07-15');
if (!date) throw new Error('no such day');
const DATE = date;

export const NAME = '马克思主义学院党委+战疫故事汇+20200715';

export function bundled(name: string, bytes: number, over: Partial<BundledFile> = {}): BundledFile {
  const sha256 = Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64);
  return { source: `战疫故事汇/${name}`, name, role: 'text', bytes, sha256, ...over };
}

export function manifest(over: Partial<BundleManifest> = {}): BundleManifest {
  return {
    schemaVersion: 1,
    bundle: NAME,
    notice: { id: 'scau-2020', title: '关于报送“四个一”行动材料的通知', year: 2020 },
    org: '马克思主义学院党委',
    contact: { name: '李老师', phone: '020-00000000', email: 'office@example.edu.cn' },
    category: 'story',
    categoryName: '战疫故事汇',
    date: DATE,
    route: 'organisation',
    mail: { to: 'zzb@example.edu.cn', subject: NAME, attach: 'bundle', fields: [], lacking: [] },
    links: [],
    steps: [],
    files: [
      bundled(`${NAME}+逆行者的二十四小时.docx`, 23_456),
      bundled(`${NAME}+合影.jpg`, 5_242_880, { role: 'photo' }),
      { ...bundled('报送清单.docx', 9000, { role: 'list' }) },
    ],
    ...over,
  };
}
