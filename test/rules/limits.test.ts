import { describe, expect, it } from 'vitest';
import type { SealSight } from '../../src/model/page-facts.ts';
import type { Facts, VideoFacts } from '../../src/model/facts.ts';
import type { Range } from '../../src/model/range.ts';
import { article, facts, film, judgePart, must, part, picture, resultsOf } from './make-case.ts';
import { resultTable as table } from './result-table.ts';

const GIB = 1024 ** 3;
const broken: Facts = facts('mp4', {
  integrity: { state: 'unknown', cause: { kind: 'timed-out', seconds: 60 } },
});
const films = (own: Partial<VideoFacts>) => facts('mp4', { video: { ...film, ...own } });

describe('a film or picture exactly at the limit is accepted, one step beyond is not', () => {
  const size = { size: [must({ max: 2 * GIB })] };
  table('file.size', 'video', [
    ['2G to the byte', size, films({}), 2 * GIB, 'pass'],
    ['one byte more', size, films({}), 2 * GIB + 1, 'fail'],
    ['size needs no probe', size, broken, 5, 'pass'],
  ]);
  const least = { size: [must({ min: 3000 })] };
  table('file.size-min', 'photo', [
    ['at the least', least, facts('jpg', { photo: picture }), 3000, 'pass'],
    ['one byte less', least, facts('jpg', { photo: picture }), 2999, 'fail'],
  ]);

  const below = { size: [must<Range>({ max: 2 * GIB, excludes: ['max'] })] };
  table('file.size', 'video', [
    ['where it must be smaller, 2G to the byte', below, films({}), 2 * GIB, 'fail'],
    ['where it must be smaller, one byte less', below, films({}), 2 * GIB - 1, 'pass'],
  ]);
  const each = {
    size: [must({ max: 5000, formats: ['jpg' as const] }), must({ max: 50_000, formats: ['tiff' as const] })],
  };
  table('file.size', 'photo', [
    ['a JPG by the limit for JPG alone', each, facts('jpg', { photo: picture }), 5001, 'fail'],
    ['a TIFF by its own', each, facts('tiff', { photo: picture }), 5001, 'pass'],
    ['a TIFF beyond its own', each, facts('tiff', { photo: picture }), 50_001, 'fail'],
  ]);
  const above = { size: [must<Range>({ min: 3000, excludes: ['min'] })] };
  table('file.size-min', 'photo', [
    ['where it must be larger, at the least', above, facts('jpg', { photo: picture }), 3000, 'fail'],
    ['where it must be larger, one byte more', above, facts('jpg', { photo: picture }), 3001, 'pass'],
  ]);
  const short = { duration: [must<Range>({ max: 60, excludes: ['max'] })] };
  table('video.duration', 'video', [
    ['where it must be shorter, 60 s', short, films({ duration: 60 }), 1, 'fail'],
    ['where it must be shorter, 59.8 s', short, films({ duration: 59.8 }), 1, 'pass'],
  ]);

  it('the shape of slides is none of a photo’s', () => {
    const deck = part('战疫故事汇/逆行者/课件.pptx', 'slides', facts('pptx'), 1);
    expect(resultsOf(judgePart(deck, { aspect: must(['16:9']) }), 'photo.aspect')).toEqual([]);
  });

  const cap = { duration: [must({ max: 1800 })] };
  table('video.duration', 'video', [
    ['30:00', cap, films({ duration: 1800 }), 1, 'pass'],
    ['30:00 and the padding of the sound', cap, films({ duration: 1800.09 }), 1, 'pass'],
    ['30:00.5', cap, films({ duration: 1800.5 }), 1, 'fail'],
    ['no length in the file', cap, facts('mp4', { video: without('duration') }), 1, 'unknown'],
    ['never looked at', cap, broken, 1, 'unknown'],
  ]);

  const tiers = {
    duration: [
      must({
        anyOf: [
          { min: 15, max: 50 },
          { min: 60, max: 180 },
        ],
      }),
    ],
  };
  table('video.duration', 'video', [
    ['in the first tier', tiers, films({ duration: 50 }), 1, 'pass'],
    ['between the tiers', tiers, films({ duration: 55 }), 1, 'fail'],
    ['in the second', tiers, films({ duration: 60 }), 1, 'pass'],
    ['beyond both', tiers, films({ duration: 181 }), 1, 'fail'],
  ]);
  const roughly = { words: [must({ about: 1500 })] };
  table('text.words', 'text', [
    ['左右: two in ten more', roughly, facts('docx', { text: { ...article, words: 1800 } }), 1, 'pass'],
    ['左右: more than that', roughly, facts('docx', { text: { ...article, words: 1801 } }), 1, 'fail'],
    ['左右: two in ten less', roughly, facts('docx', { text: { ...article, words: 1200 } }), 1, 'pass'],
    ['左右: less than that', roughly, facts('docx', { text: { ...article, words: 1199 } }), 1, 'fail'],
  ]);

  const exact = { resolution: [must({ exact: [{ width: 1920, height: 1080 }] })] };
  const shown = (width: number, height: number) => films({ shown: { width, height } });
  table('video.resolution', 'video', [
    ['1920×1080', exact, shown(1920, 1080), 1, 'pass'],
    ['upright', exact, shown(1080, 1920), 1, 'fail'],
    ['two pixels short', exact, shown(1918, 1078), 1, 'fail'],
    ['larger is not exact', exact, shown(3840, 2160), 1, 'fail'],
    ['never looked at', exact, broken, 1, 'unknown'],
    [
      'at the least',
      { resolution: [must({ min: { width: 1280, height: 720 } })] },
      shown(1280, 720),
      1,
      'pass',
    ],
    [
      'beyond the most',
      { resolution: [must({ max: { width: 1280, height: 720 } })] },
      shown(1281, 720),
      1,
      'fail',
    ],
    ...(
      [
        ['upright, where either way will do', 720, 1280, 'pass'],
        ['upright and too narrow', 719, 1280, 'fail'],
        ['lying, where either way will do', 1280, 720, 'pass'],
      ] as const
    ).map(
      ([name, width, height, result]) =>
        [
          name,
          { resolution: [must({ min: { width: 1280, height: 720 }, eitherWay: true as const })] },
          shown(width, height),
          1,
          result,
        ] as const,
    ),
  ]);

  const h264 = { codecs: must(['h264']) };
  table('video.codec', 'video', [
    ['H.264', h264, films({}), 1, 'pass'],
    ['H.265', h264, films({ codec: 'hevc' }), 1, 'fail'],
    ['never looked at', h264, broken, 1, 'unknown'],
  ]);
  const mp4 = { formats: must(['mp4'] as const) };
  table('video.container', 'video', [
    ['MP4', mp4, films({}), 1, 'pass'],
    ['a renamed MOV', mp4, facts('mov', { video: { ...film, brand: 'qt  ' } }), 1, 'fail'],
  ]);
  table('file.format', 'photo', [
    ['JPG', { formats: must(['jpg'] as const) }, facts('jpg', { photo: picture }), 1, 'pass'],
    ['PNG under any name', { formats: must(['jpg'] as const) }, facts('png', { photo: picture }), 1, 'fail'],
  ]);
  table('file.readable', 'photo', [
    ['whole', {}, facts('jpg'), 1, 'pass'],
    [
      'cut off',
      {},
      facts('jpg', { integrity: { state: 'broken', cause: { kind: 'ends-early' } } }),
      1,
      'fail',
    ],
    ['not looked at in time', {}, broken, 1, 'unknown'],
  ]);

  const rate = { frameRate: [must({ min: 25, max: 30 })] };
  table('video.fps', 'video', [
    ['25', rate, films({ frameRate: 25 }), 1, 'pass'],
    ['NTSC counts as 30', rate, films({ frameRate: 30000 / 1001 }), 1, 'pass'],
    ['30 at the limit', rate, films({ frameRate: 30 }), 1, 'pass'],
    ['24', rate, films({ frameRate: 24 }), 1, 'fail'],
    ['never looked at', rate, broken, 1, 'unknown'],
  ]);
  const bits = { bitRate: [must({ min: 1_000_000 })] };
  table('video.bitrate', 'video', [
    ['at the least', bits, films({ bitRate: 1_000_000 }), 1, 'pass'],
    ['below', bits, films({ bitRate: 999_999 }), 1, 'fail'],
    ['never looked at', bits, broken, 1, 'unknown'],
  ]);
  const wide = { aspect: must(['16:9']) };
  table('video.aspect', 'video', [
    ['16:9', wide, films({}), 1, 'pass'],
    ['1366×768 is 16:9 to the eye', wide, shown(1366, 768), 1, 'pass'],
    ['4:3', wide, shown(640, 480), 1, 'fail'],
    ['never looked at', wide, broken, 1, 'unknown'],
  ]);
  const progressive = { scanType: must('progressive' as const) };
  table('video.scan', 'video', [
    ['progressive', progressive, films({}), 1, 'pass'],
    ['interlaced', progressive, films({ interlaced: true }), 1, 'fail'],
    ['the file does not say', progressive, facts('mp4', { video: without('interlaced') }), 1, 'unknown'],
  ]);
  const plain = { pixelFormats: must(['yuv420p']) };
  table('video.pixel-format', 'video', [
    ['8 bit 4:2:0', plain, films({}), 1, 'pass'],
    ['10 bit 4:4:4 that calls itself H.264', plain, films({ pixelFormat: 'yuv444p10le' }), 1, 'fail'],
    ['never looked at', plain, broken, 1, 'unknown'],
  ]);
  const fast = { faststart: must(true as const) };
  table('video.faststart', 'video', [
    ['index in front', fast, films({}), 1, 'pass'],
    ['index behind', fast, films({ faststart: false }), 1, 'fail'],
    ['never looked at', fast, broken, 1, 'unknown'],
  ]);
  const sound = { sound: must('required' as const) };
  table('video.audio', 'video', [
    ['heard', sound, films({}), 1, 'pass'],
    ['no track', sound, films({ sound: { tracks: 0, silence: { state: 'no-track' } } }), 1, 'fail'],
    ['silent', sound, films({ sound: { tracks: 1, silence: { state: 'silent' } } }), 1, 'fail'],
    [
      'nobody could listen',
      sound,
      films({
        sound: { tracks: 1, silence: { state: 'unknown', cause: { kind: 'tool-missing', tool: 'ffmpeg' } } },
      }),
      1,
      'unknown',
    ],
    ['never looked at', sound, broken, 1, 'unknown'],
  ]);

  const edge = { longEdge: [must({ min: 2000 })] };
  table('photo.pixels', 'photo', [
    [
      'at the least',
      edge,
      facts('jpg', { photo: { ...picture, shown: { width: 1500, height: 2000 } } }),
      1,
      'pass',
    ],
    [
      'one pixel short',
      edge,
      facts('jpg', { photo: { ...picture, shown: { width: 1999, height: 2 } } }),
      1,
      'fail',
    ],
    ['never looked at', edge, broken, 1, 'unknown'],
  ]);
  const rgb = { color: must(['srgb'] as const) };
  table('photo.color', 'photo', [
    ['sRGB', rgb, facts('jpg', { photo: picture }), 1, 'pass'],
    ['CMYK', rgb, facts('jpg', { photo: { ...picture, color: 'cmyk' } }), 1, 'fail'],
    ['never looked at', rgb, broken, 1, 'unknown'],
  ]);
  const pages = { pages: [must({ max: 2 })] };
  const pdf = (count: number, lock: 'none' | 'restricted' | 'password' = 'none') =>
    facts('pdf', {
      pdf: {
        pages: count,
        pageSizes: [],
        lock,
        textPages: 0,
        imagePages: count,
        blankPages: [],
        looked: count,
        rotatedPages: [],
        opening: '',
      },
    });
  table('scan.pages', 'scan', [
    ['at the most', pages, pdf(2), 1, 'pass'],
    ['one too many', pages, pdf(3), 1, 'fail'],
    ['behind a password nobody can count', pages, pdf(0, 'password'), 1, 'unknown'],
    ['a JPG is one page', pages, facts('jpg', { photo: picture }), 1, 'pass'],
  ]);
  const unlocked = { unlocked: must(true as const) };
  table('scan.encrypted', 'scan', [
    ['open', unlocked, pdf(1), 1, 'pass'],
    ['restricted still opens', unlocked, pdf(1, 'restricted'), 1, 'pass'],
    ['password', unlocked, pdf(0, 'password'), 1, 'fail'],
    ['never looked at', unlocked, facts('pdf', { integrity: broken.integrity }), 1, 'unknown'],
    ['not a PDF', unlocked, facts('jpg', { photo: picture }), 1, 'skip'],
  ]);
  const seal = { seal: must('required' as const) };
  const seen = (pages: number, ...states: readonly SealSight['state'][]) =>
    facts('pdf', {
      pages: {
        pages,
        looked: states.map((state, at) => ({
          page: at + 1,
          seal:
            state === 'present'
              ? { state, place: { left: 0, top: 0, width: 0.2, height: 0.1 } }
              : state === 'unclear'
                ? { state, reason: 'red' }
                : { state },
          blank: false,
          sideways: false,
        })),
      },
    });
  table('scan.seal', 'scan', [
    ['on one of its pages', seal, seen(3, 'absent', 'present', 'unclear'), 1, 'pass'],
    ['on none of them', seal, seen(2, 'absent', 'absent'), 1, 'fail'],
    ['a person has to look', seal, seen(2, 'absent', 'unclear'), 1, 'unknown'],
    ['not all pages were looked at', seal, seen(60, 'absent', 'absent'), 1, 'unknown'],
    ['no page could be drawn', seal, seen(0), 1, 'unknown'],
    ['never looked at', seal, pdf(1), 1, 'unknown'],
  ]);
  const words = { words: [must({ max: 300 })] };
  const text = (own: Partial<typeof article>) => facts('docx', { text: { ...article, ...own } });
  table('text.words', 'text', [
    ['300', words, text({ words: 300 }), 1, 'pass'],
    ['301', words, text({ words: 301 }), 1, 'fail'],
    ['never looked at', words, broken, 1, 'unknown'],
  ]);
  const contact = { contact: must(true as const) };
  table('text.contact', 'text', [
    ['person and phone', contact, text({}), 1, 'pass'],
    ['phone missing', contact, text({ contact: { person: true, phone: false } }), 1, 'fail'],
    ['never looked at', contact, broken, 1, 'unknown'],
  ]);
});

describe('photo.original: a guess never blocks, a sure sign does', () => {
  const rules = { original: must(true as const) };
  const judged = (recompression: (typeof picture)['recompression']) =>
    judgePart(part('a/b.jpg', 'photo', facts('jpg', { photo: { ...picture, recompression } })), rules)
      .filter(({ code }) => code === 'photo.original')
      .map(({ level, result }) => `${level} ${result}`);
  it('takes a camera original', () => {
    expect(judged({ verdict: 'none', signs: [] })).toEqual(['must pass']);
  });
  it('only warns of a suspicion', () => {
    expect(judged({ verdict: 'likely', signs: ['no-exif', 'messenger-size'] })).toEqual(['should fail']);
  });
  it('refuses what names itself a messenger copy', () => {
    expect(judged({ verdict: 'sure', signs: ['messenger-name'] })).toEqual(['must fail']);
  });
  it('does not know what it has not seen', () => {
    const checks = judgePart(part('a/b.jpg', 'photo', broken), rules);
    expect(resultsOf(checks, 'photo.original')).toEqual(['unknown']);
  });
});

function without(key: 'duration' | 'interlaced'): VideoFacts {
  const { duration, interlaced, ...rest } = film;
  return key === 'duration'
    ? { ...rest, ...(interlaced !== undefined && { interlaced }) }
    : { ...rest, ...(duration !== undefined && { duration }) };
}
