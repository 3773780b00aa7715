// Makes story.doc beside this script: a docx by the `docx` package, saved as Word 97–2003 by LibreOffice.
// Needs LibreOffice (soffice on PATH); the tests read the stored file and do not.
//   node test/probe/word/data/make-doc.mjs
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Header,
  HorizontalPositionRelativeFrom,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalPositionRelativeFrom,
} from 'docx';
import sharp from 'sharp';

const here = path.dirname(fileURLToPath(import.meta.url));

async function picture(width, height, color, floating) {
  const data = await sharp({ create: { width, height, channels: 3, background: color } })
    .png()
    .toBuffer();
  const anchor = {
    horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: 2_000_000 },
    verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: 0 },
  };
  return new ImageRun({
    type: 'png',
    data,
    transformation: { width, height },
    ...(floating && { floating: anchor }),
  });
}

const cell = (text) => new TableCell({ children: [new Paragraph(text)] });
const document = new Document({
  footnotes: { 1: { children: [new Paragraph('脚注三字')] } },
  sections: [
    {
      headers: {
        default: new Header({
          children: [new Paragraph({ children: [await picture(90, 90, '#228833'), new TextRun('页眉')] })],
        }),
      },
      children: [
        new Paragraph('战疫故事：逆行者'),
        new Paragraph({
          children: [
            new TextRun('正文H.264编码'),
            new TextRun({ text: '隐藏', vanish: true }),
            new DeletedTextRun({ text: '删除', id: 1, author: 'x', date: '2020-07-15T00:00:00Z' }),
            new FootnoteReferenceRun(1),
            new ExternalHyperlink({ link: 'https://example.com/', children: [new TextRun('链接')] }),
          ],
        }),
        new Table({ rows: [new TableRow({ children: [cell('联系人'), cell('甲乙丙')] })] }),
        new Paragraph({ children: [await picture(120, 80, '#cc3311'), await picture(120, 80, '#cc3311')] }),
        new Paragraph({ children: [await picture(16, 16, '#0077bb')] }),
        new Paragraph({
          children: [await picture(100, 100, '#ee7733', true), new TextRun('电话13800000000')],
        }),
      ],
    },
  ],
});

const folder = mkdtempSync(path.join(tmpdir(), 'make-doc-'));
try {
  writeFileSync(path.join(folder, 'story.docx'), await Packer.toBuffer(document));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = [profile, '--headless', '--convert-to', 'doc:MS Word 97', '--outdir', folder, 'story.docx'];
  execFileSync('soffice', args, { cwd: folder, timeout: 120_000, stdio: 'inherit' });
  copyFileSync(path.join(folder, 'story.doc'), path.join(here, 'story.doc'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
