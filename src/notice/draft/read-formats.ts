import { familyOf, isFormat, type Format, type Role } from '../../model/format.ts';
import { levelOf, type Finding, type Target, type Value } from './finding.ts';
import type { Clause } from './roles-in.ts';

const NAMES =
  /(?<![A-Za-z0-9])(?:MP4|AVI|MOV|WMV|FLV|MKV|MPE?G|M4V|RMVB|MP3|WAV|M4A|AAC|FLAC|JPE?G|PNG|TIFF?|BMP|GIF|HEIC|PSD|DOCX?|WORD|WPS|RTF|PDF|PPTX?|SRT|ASS|TXT)(?![A-Za-z0-9])/gi;
const OTHER_NAMES: Readonly<Record<string, readonly Format[]>> = {
  jpeg: ['jpg'], tif: ['tiff'], mpeg: ['mpg'], word: ['docx', 'doc'], ppt: ['pptx', 'ppt'], txt: ['text'], doc: ['docx', 'doc'],
}; // prettier-ignore

/** Formats that a clause names, by the kind of file each belongs to. */
export function readFormats(clause: Clause): readonly Finding[] {
  const { text } = clause;
  if (/编码|压缩包|命名|表格式|汇总表|推荐表|申报表|报名表/.test(text)) return [];
  // A part with a name of its own: a photo need not be a PSD because the poster’s 源文件 is one.
  if (/源文件|源稿|源文档|分层|工程文件/.test(text)) return [];
  if (!/格式|版|文档|扫描|扩展名|后缀|类型/.test(text) && !namesFormatsAlone(text)) return [];
  const named = [...text.matchAll(NAMES)].flatMap(([written]) => formatsOf(written.toLowerCase()));
  const open = /等(?:常用|主流|通用)?(?:格式|$)/.test(text);
  const weight = open ? { level: 'should' as const } : levelOf(text);
  const byRole = new Map<Role | 'unclear', Set<Format>>();
  for (const format of named) {
    const role = roleOf(format, clause);
    byRole.set(role, (byRole.get(role) ?? new Set()).add(format));
  }
  return [...byRole].map(([role, formats]): Finding => {
    const value: Value = { kind: 'raw', yaml: `[${[...formats].join(', ')}]`, ...weight };
    const readings = (role === 'unclear' ? (['scan', 'text'] as const) : [role]).map((one) => ({
      target: { kind: 'media', role: one, key: 'formats' } as const,
      value,
    }));
    return { readings, ...(open && { note: '“等”：别的格式也可能收，所以写成建议' }) };
  });
}

/** 视频：MP4、AVI. */
function namesFormatsAlone(text: string): boolean {
  const rest = text
    .replace(NAMES, '')
    .replace(/[、/或和及与:\s]|视频|照片|图片|音频|文稿|文字|均|为|用|应/g, '');
  return rest.length <= 3;
}

function formatsOf(written: string): readonly Format[] {
  return OTHER_NAMES[written] ?? (isFormat(written) ? [written] : []);
}

/** A PDF may be a scan or a text; a picture may be a scan where the clause speaks of one. */
function roleOf(format: Format, { text, roles, carried }: Clause): Role | 'unclear' {
  const about = carried ? roles : roles.filter((role) => role !== 'photo' || !text.includes('扫描'));
  switch (familyOf(format)) {
    case 'video':
      return 'video';
    case 'audio':
      return 'audio';
    case 'image':
      return about.includes('scan') ? 'scan' : 'photo';
    case 'word':
    case 'plain':
      return 'text';
    case 'slides':
      return 'slides';
    case 'subtitles':
      return 'subtitles';
    case 'pdf':
      return about.includes('scan') || /盖章|签字/.test(text)
        ? 'scan'
        : about.includes('text')
          ? 'text'
          : 'unclear';
    case 'sheet':
    case 'design':
    case 'archive':
    case 'other':
      return 'other';
  }
}

const NAMED_SIZES: Readonly<Record<string, string>> = {
  '720p': '1280x720', '1080p': '1920x1080', '1080i': '1920x1080', '4k': '3840x2160', '2160p': '3840x2160',
}; // prettier-ignore
const AT_LEAST = /不低于|不得低于|不小于|不少于|以上|至少|高于|大于|≥|>=|最低/;
const AT_MOST = /不超过|不高于|不大于|以内|以下|≤|<=|最高/;

/** 1920×1080, 720P: exactly, at least or at most, for films and photos. */
export function readResolutions(clause: Clause): readonly Finding[] {
  const { text, roles } = clause;
  // 297*420mm is paper.
  const exact = [
    ...text.matchAll(/(?<!\d)(\d{3,5})\s{0,2}[x×*X✕]\s{0,2}(\d{3,5})(?!\d|\s?(?:mm|cm|毫米|厘米))/gi),
  ].map(([, width = '', height = '']) => `${width}x${height}`);
  const named = [...text.matchAll(/(?<![A-Za-z0-9])(720p|1080p|1080i|2160p|4k)(?![A-Za-z0-9])/gi)].flatMap(
    ([, name = '']) => NAMED_SIZES[name.toLowerCase()] ?? [],
  );
  const [first] = [...exact, ...named];
  if (first === undefined) return [];
  const role: Role = roles.includes('photo') && !roles.includes('video') ? 'photo' : 'video';
  const target: Target = { kind: 'media', role, key: 'resolution' };
  const of = (yaml: string): Finding['readings'][number] => ({
    target,
    value: { kind: 'raw', yaml, ...levelOf(text) },
  });
  const sizes = [...new Set([...exact, ...named])];
  if (sizes.length === 1 && AT_LEAST.test(text)) return [{ readings: [of(`{ min: ${first} }`)] }];
  if (sizes.length === 1 && AT_MOST.test(text)) return [{ readings: [of(`{ max: ${first} }`)] }];
  if (sizes.length > 1 && (AT_LEAST.test(text) || AT_MOST.test(text)))
    return [{ readings: sizes.map((size) => of(`{ min: ${size} }`)), note: '有几个尺寸，哪个是下限' }];
  if (exact.length > 0) return [{ readings: [of(sizes.length === 1 ? first : `[${sizes.join(', ')}]`)] }];
  return [{ readings: [of(first), of(`{ min: ${first} }`)], note: '恰好这么大，还是不小于' }];
}

/** 不低于1920×1080,竖屏不低于1080×1920: one rule for both ways of holding the camera. */
export function readTurned(plain: string): readonly Finding[] {
  const sizes = [...new Set(plain.replace(/\s/g, '').match(/(?<!\d)\d{3,5}[x×*X✕]\d{3,5}(?!\d)/g) ?? [])];
  const [one, other, ...more] = sizes.map((size) => size.split(/\D/).map(Number));
  const [width = 0, height = 0] = one ?? [];
  if (more.length > 0 || width === height || other?.[0] !== height || other[1] !== width) return [];
  const clauses = plain.split(/[,;()]/).filter((clause) => /\d{3,5}\s?[x×*X✕]/.test(clause));
  if (!AT_LEAST.test(clauses.join())) return [];
  const wide = `${Math.max(width, height)}x${Math.min(width, height)}`;
  const value = {
    kind: 'raw',
    yaml: `{ min: ${wide}, eitherWay: true }`,
    ...levelOf(clauses.join()),
  } as const;
  return [{ readings: [{ target: { kind: 'media', role: 'video', key: 'resolution' }, value }] }];
}

/** What {@link readTurned} says already. */
export function isOfShape({ readings: [first] }: Finding): boolean {
  const { target } = first ?? {};
  return target?.kind === 'media' && ['resolution', 'aspect', 'orientation'].includes(target.key);
}

const FLAGS: readonly (readonly [words: RegExp, role: Role, key: string, yaml: string])[] = [
  [/H\.?264|AVC/i, 'video', 'codecs', '[h264]'],
  [/H\.?265|HEVC/i, 'video', 'codecs', '[hevc]'],
  // 竖屏:分辨率…, 竖屏的… tell of a case, and demand nothing.
  [/横屏(?![:的时]|-)|横向拍摄|横拍/, 'video', 'orientation', 'landscape'],
  [/竖屏(?![:的时]|-)|竖拍/, 'video', 'orientation', 'portrait'],
  [
    /(?:照片|图片|海报)(?:须|需|应|要|必须|均|为|采用|统一)+[^,竖]{0,3}横[版幅](?![^,]*[竖可])/,
    'photo',
    'orientation',
    'landscape',
  ],
  [
    /(?:照片|图片|海报)(?:须|需|应|要|必须|均|为|采用|统一)+[^,横]{0,3}竖[版幅](?![^,]*[横可])/,
    'photo',
    'orientation',
    'portrait',
  ],
  [/(?<!\d)16[:/]9(?!\d)/, 'video', 'aspect', '["16:9"]'],
  [/(?<!\d)4:3(?!\d)/, 'video', 'aspect', '["4:3"]'],
  [/逐行/, 'video', 'scanType', 'progressive'],
  [/原图|原始照片|未经压缩|不得压缩/, 'photo', 'original', 'true'],
  [/sRGB/i, 'photo', 'color', '[srgb]'],
];

/** What is there or not: codec, which way up, subtitles, seal. */
export function readFlags({ text, roles }: Clause): readonly Finding[] {
  const found = FLAGS.flatMap(([words, role, key, yaml]): readonly Finding[] =>
    words.test(text) ? [flag(key === 'aspect' ? shownBy(roles) : role, key, yaml, text)] : [],
  );
  const codecs = found.filter(
    ({ readings: [first] }) => first?.target.kind === 'media' && first.target.key === 'codecs',
  );
  const sided = [
    ...found.filter((finding) => !codecs.includes(finding)),
    // Two codecs in one breath are a choice.
    ...(codecs.length > 1 ? [flag('video', 'codecs', '[h264, hevc]', text)] : codecs),
    ...subtitles(text),
  ];
  const both = text.includes('横屏') && text.includes('竖屏');
  const orientation = (finding: Finding) =>
    finding.readings.some(({ target }) => target.kind === 'media' && target.key === 'orientation');
  const kept = both ? sided.filter((finding) => !orientation(finding)) : sided;
  const seal = /盖章|公章|签章/.test(text) && roles.includes('scan');
  return seal ? [...kept, flag('scan', 'seal', 'required', text)] : kept;
}

/** Slides have a shape as well. */
function shownBy(roles: readonly Role[]): Role {
  return roles.includes('slides') && !roles.includes('video') ? 'slides' : 'video';
}

function subtitles(text: string): readonly Finding[] {
  if (!text.includes('字幕') || /字幕文件|字幕文本|外挂/.test(text)) return [];
  if (/(?:不得|不要|不可|不能|不)(?:有|加|带|含|出现|添加|配)?[^,]{0,4}字幕|无字幕|去除字幕/.test(text))
    return [flag('video', 'subtitles', 'forbidden', text)];
  // 可配背景音乐、字幕 leaves it open.
  if (/可(?:以|自行|适当)?(?:配|加|添加|附|带|有|插入)[^,]{0,12}字幕/.test(text)) return [];
  if (/(?:须|应|要|需|必须|配|加|有|带|添加|含)[^,]{0,6}字幕|字幕(?:清晰|完整|准确)/.test(text))
    return [flag('video', 'subtitles', 'required', text)];
  return [];
}

function flag(role: Role, key: string, yaml: string, text: string): Finding {
  return {
    readings: [{ target: { kind: 'media', role, key }, value: { kind: 'raw', yaml, ...levelOf(text) } }],
  };
}
