import type { Explanation } from '../wording.ts';

type Explained =
  | 'materials.none'
  | 'file.unclassified'
  | 'file.junk'
  | 'file.empty'
  | 'file.format'
  | 'file.size'
  | 'file.size-min'
  | 'file.readable';

export const fileExplanationsEn: Readonly<Record<Explained, Explanation>> = {
  'materials.none': {
    asks: 'The materials folder holds at least one file to check.',
    why: 'Where nothing was checked, nothing can be called good.',
    mend: [
      'See whether the command names the right folder.',
      'Make a folder for each category and put the material in.',
    ],
  },
  'file.unclassified': {
    asks: 'It can be told to which category of the notice each file belongs: by its folder, then its name, then --category.',
    why: 'Categories differ in rules, mailbox and due date; the wrong one is as good as none.',
    mend: [
      'Move the file into a folder named after the category, one folder inside it for each work.',
      'If all are of one category, add --category and its id or name.',
      'Unpack archives; replace shortcuts by the files themselves.',
    ],
  },
  'file.junk': {
    asks: 'Only material lies in the materials folder. System files, temporary files and links are listed, never counted and never changed.',
    why: 'So that no lock file or half a download is sent as material.',
    mend: [
      'Files beginning with ~$ vanish when Word or WPS is closed.',
      'Replace links and shortcuts by the files themselves.',
      'Leave the rest, or move it out.',
    ],
  },
  'file.empty': {
    asks: 'The file has content, and the content is on this computer.',
    why: 'A file of 0 bytes, or one that is in the cloud only, arrives empty.',
    mend: [
      '0 bytes: copy it again from where it came.',
      'OneDrive and the like: choose “Always keep on this device” and wait for the download.',
    ],
  },
  'file.format': {
    asks: 'The file really is of a format the notice takes. The content counts, not the extension.',
    why: 'A file that was only renamed often does not open on the other side and is sent back.',
    mend: [
      'Video: export from CapCut as mp4 with H.264, or convert with Format Factory.',
      'From MOV to MP4, the picture untouched: ffmpeg -i "lecture.mov" -c:v copy -c:a aac -movflags +faststart "lecture.mp4"',
      'Photo: on the iPhone, Settings → Camera → Formats → Most Compatible; save HEIC as JPG in a picture viewer.',
      'Text: open it in Word or WPS and save it as Word Document (*.docx).',
      'Document with a password: remove the password first.',
    ],
  },
  'file.size': {
    asks: 'The file is not above the size the notice sets. 2G is 2×1024×1024×1024 bytes, the limit itself included; what would be over at 1000 to the K passes with a remark.',
    why: 'What is over cannot be uploaded, or bounces.',
    mend: [
      'Video: export from CapCut at 6000–8000 kbps, or convert with Format Factory at a lower bit rate.',
      'Without editing again: ffmpeg -i "lecture.mp4" -c:v libx264 -crf 23 -preset slow -c:a aac "lecture-smaller.mp4"',
      'Photo: save as JPG at quality 90.',
      'Scan: again at 200–300 dpi in grey, or compress the PDF with WPS.',
      'Word: Picture Format → Compress Pictures.',
    ],
  },
  'file.size-min': {
    asks: 'The file is not below the size the notice sets.',
    why: 'Very small ones are thumbnails, screenshots or messenger copies, too coarse for print.',
    mend: [
      'Find the original on the camera or phone; no screenshot, no thumbnail.',
      'Send it as an original in the messenger, by cable or by mail.',
    ],
  },
  'file.readable': {
    asks: 'The file opens and nothing is missing: a video is not cut off, a photo reads to its last line, documents and PDFs open.',
    why: 'A half-copied video plays well at first; that its end is missing shows at the other side.',
    mend: [
      'Copy it again and wait until it is done; download it again.',
      'Export the video again from CapCut, or take it from the phone once more by cable.',
      'What Word or WPS cannot open: open it on the computer it was written on, and save a copy.',
      'To have every film and recording decoded to its end: four-ones check --deep',
      'Remove a password first.',
    ],
  },
};
