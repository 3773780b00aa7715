import path from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { judgeFolder } from '../../src/commands/check.ts';
import { drawPhoto } from '../../src/commands/draw-photo.ts';
import { createDrawnAlready } from '../../src/commands/drawn-already.ts';
import { examineFile } from '../../src/commands/examine-file.ts';
import { htmlReport } from '../../src/commands/html-report.ts';
import type { PartEvidence } from '../../src/model/evidence.ts';
import type { System, TaskName } from '../../src/system/system.ts';
import { openProject } from './project.ts';
import { realSystem } from './real-system.ts';

const NAME = 'materials/照片.jpg';

/** Four quarters in four colours, as a telephone takes it that is held this way. */
function quarters(orientation: number, { width = 3300, height = 2501 } = {}): Promise<Buffer> {
  const colors = ['#e04030', '#30a050', '#3050c0', '#e0d040'];
  const [left, top] = [Math.round(width / 2), Math.round(height / 2)];
  const part = (color: string | undefined) => `fill="${color ?? ''}" width="${left}" height="${top}"`;
  const drawing = `<svg width="${width}" height="${height}"><rect ${part(colors[0])}/><rect x="${left}" ${part(colors[1])}/><rect y="${top}" ${part(colors[2])}/><rect x="${left}" y="${top}" ${part(colors[3])}/></svg>`;
  return sharp(Buffer.from(drawing))
    .flatten()
    .withMetadata({ orientation })
    .jpeg({ quality: 70, chromaSubsampling: '4:2:0' })
    .toBuffer();
}

interface Drawn {
  readonly fellOff: PartEvidence | undefined;
  readonly anew: PartEvidence;
}

async function drawTwice(bytes: Uint8Array): Promise<Drawn> {
  const project = await openProject();
  const file = await project.put(NAME, bytes);
  let fellOff: PartEvidence | undefined;
  const see = (evidence: PartEvidence) => (fellOff = evidence);
  const facts = await examineFile({ path: file, deep: false, see }, realSystem());
  const part = { path: NAME, bytes: bytes.length, role: 'photo', facts } as const;
  return { fellOff, anew: await drawPhoto({ part, path: file }, realSystem()) };
}

/** Averages of a few fields, row by row. */
async function colorsOf(evidence: PartEvidence | undefined): Promise<readonly number[]> {
  if (evidence?.kind !== 'photo') throw new Error('no picture');
  const jpeg = Buffer.from(evidence.picture.jpeg, 'base64');
  const { width, height } = await sharp(jpeg).metadata();
  expect([width, height]).toEqual([evidence.picture.width, evidence.picture.height]);
  const [across, down] = width > height ? [8, 6] : [6, 8];
  return [...(await sharp(jpeg).resize(across, down, { fit: 'fill' }).raw().toBuffer())];
}

it.each([1, 3, 6, 8])(
  'a photo held as in EXIF %i is not shown upside down or in pieces',
  async (orientation) => {
    const { fellOff, anew } = await drawTwice(await quarters(orientation));
    const [quick, slow] = [await colorsOf(fellOff), await colorsOf(anew)];
    expect(quick.length).toBe(slow.length);
    expect(Math.max(...quick.map((value, at) => Math.abs(value - (slow[at] ?? 0))))).toBeLessThan(40);
  },
);

it('half a photo, a mirrored one, a small one are drawn as carefully as ever', async () => {
  const whole = await quarters(1);
  const odd = [
    whole.subarray(0, whole.length / 2),
    await quarters(5),
    await quarters(1, { width: 640, height: 480 }),
  ];
  for (const bytes of odd) {
    const { fellOff, anew } = await drawTwice(bytes);
    expect(fellOff).toBeUndefined();
    expect(anew.kind).toBe('photo');
  }
});

it('nobody waits for the pages of a scan to be drawn twice', async () => {
  const project = await openProject();
  await project.put('notice.yaml', NOTICE);
  await project.copy('cases/scan-faults/materials/申报表/三页.pdf', 'materials/申报表/甲/三页.pdf');
  const asked: TaskName[] = [];
  const system = countingSystem(asked);
  const drawn = createDrawnAlready();
  const params = { materials: project.at('materials'), notice: project.at('notice.yaml'), cache: false };
  const judged = await judgeFolder({ ...params, drawn }, system);
  const page = await htmlReport(judged, { language: 'zh', cache: false, drawn }, system);
  expect(page.match(/alt="第 1 页，/g)?.length).toBe(1);
  expect(asked.filter((task) => task === 'pages').length).toBe(1);
});

const NOTICE = `id: seals
title: 要盖章
year: 2020
media:
  scan: { formats: [pdf], seal: true }
categories:
  form:
    name: 申报表
    parts: { scan: { min: 1 } }
`;

function countingSystem(asked: TaskName[]): System {
  const system = realSystem();
  return {
    ...system,
    isolation: {
      ...system.isolation,
      run: (task, ...rest) => {
        asked.push(task);
        return system.isolation.run(task, ...rest);
      },
    },
    environment: { ...system.environment, workingFolder: path.parse(process.cwd()).root },
  };
}
