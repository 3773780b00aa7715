import type { Check } from '../model/check.ts';
import type { Item } from '../model/materials.ts';
import type { Category } from '../model/notice.ts';
import { mediaRulesOf } from '../model/part-rules.ts';
import { audioDuration } from './audio-duration.ts';
import { attestCategory, attestNotice } from './attest.ts';
import { bundleSize } from './bundle-size.ts';
import { fileEmpty } from './file-empty.ts';
import { fileFormat } from './file-format.ts';
import { fileJunk } from './file-junk.ts';
import { fileReadable } from './file-readable.ts';
import { fileSize } from './file-size.ts';
import { fileSizeMin } from './file-size-min.ts';
import { fileUnclassified } from './file-unclassified.ts';
import { formFacts } from './form-facts.ts';
import { formFields } from './form-fields.ts';
import { formMissing } from './form-missing.ts';
import { formValues } from './form-values.ts';
import { itemChoice } from './item-choice.ts';
import { itemDate } from './item-date.ts';
import { itemInfo } from './item-info.ts';
import { itemParts } from './item-parts.ts';
import { itemSize } from './item-size.ts';
import { manualCategory, manualNotice } from './manual.ts';
import { materialsNone } from './materials-none.ts';
import { nameFile } from './name-file.ts';
import { photoAspect } from './photo-aspect.ts';
import { photoCaption } from './photo-caption.ts';
import { photoColor } from './photo-color.ts';
import { photoCount } from './photo-count.ts';
import { photoDpi } from './photo-dpi.ts';
import { photoOrientation } from './photo-orientation.ts';
import { photoOriginal } from './photo-original.ts';
import { photoPixels } from './photo-pixels.ts';
import { photoPrintSize } from './photo-print-size.ts';
import { quotaMax } from './quota-max.ts';
import { quotaMin } from './quota-min.ts';
import { quotaPerson, quotaPersonTogether } from './quota-person.ts';
import { quotaTogether } from './quota-together.ts';
import type { Case, CategoryCase, ItemCase, PartCase, Rule } from './rule.ts';
import { scanEncrypted } from './scan-encrypted.ts';
import { scanPages } from './scan-pages.ts';
import { scanSeal } from './scan-seal.ts';
import { slidesMedia } from './slides-media.ts';
import { summaryStamped } from './summary-stamped.ts';
import { soundQuality } from './sound-quality.ts';
import { textAnonymous } from './text-anonymous.ts';
import { textByline } from './text-byline.ts';
import { textContact } from './text-contact.ts';
import { textLayout } from './text-layout.ts';
import { textFigures } from './text-figures.ts';
import { textImages } from './text-images.ts';
import { textLines } from './text-lines.ts';
import { textSections } from './text-sections.ts';
import { textSignature } from './text-signature.ts';
import { textTitle } from './text-title.ts';
import { textWords } from './text-words.ts';
import { timeDeadline } from './time-deadline.ts';
import { videoAspect } from './video-aspect.ts';
import { videoAudio } from './video-audio.ts';
import { videoBars } from './video-bars.ts';
import { videoBitrate } from './video-bitrate.ts';
import { videoCodec } from './video-codec.ts';
import { videoContainer } from './video-container.ts';
import { videoDuration } from './video-duration.ts';
import { videoFaststart } from './video-faststart.ts';
import { videoFps } from './video-fps.ts';
import { videoOrientation } from './video-orientation.ts';
import { videoPicture } from './video-picture.ts';
import { videoPixelFormat } from './video-pixel-format.ts';
import { videoProfile } from './video-profile.ts';
import { videoResolution } from './video-resolution.ts';
import { videoScan } from './video-scan.ts';
import { videoClipping, videoLevel } from './video-sound-level.ts';
import { videoSubtitles } from './video-subtitles.ts';

// The order of these lists is the order of every report.
const partRules: readonly Rule<PartCase>[] = [
  fileUnclassified,
  fileReadable,
  fileFormat,
  fileSize,
  fileSizeMin,
  videoContainer,
  videoCodec,
  videoProfile,
  videoResolution,
  videoAspect,
  videoOrientation,
  videoDuration,
  videoSubtitles,
  videoAudio,
  videoPixelFormat,
  videoScan,
  videoFps,
  videoBitrate,
  videoFaststart,
  videoPicture,
  videoBars,
  videoClipping,
  videoLevel,
  audioDuration,
  soundQuality,
  photoPixels,
  photoAspect,
  photoOrientation,
  photoDpi,
  photoPrintSize,
  photoColor,
  photoOriginal,
  photoCaption,
  scanPages,
  scanEncrypted,
  scanSeal,
  slidesMedia,
  textWords,
  textLines,
  textImages,
  textFigures,
  textTitle,
  textSections,
  textContact,
  textByline,
  textSignature,
  textAnonymous,
  textLayout,
  formFields,
  formFacts,
  nameFile,
];
/** A stamped 汇总表 is a scan like others, and no part of a work. */
const tableRules: readonly Rule<PartCase>[] = [
  fileReadable,
  fileFormat,
  fileSize,
  fileSizeMin,
  scanPages,
  scanEncrypted,
  scanSeal,
];
const itemRules: readonly Rule<ItemCase>[] = [
  itemInfo,
  itemDate,
  itemParts,
  itemChoice,
  itemSize,
  photoCount,
  formMissing,
  formValues,
];
const categoryRules: readonly Rule<CategoryCase>[] = [
  quotaMin,
  quotaMax,
  quotaPerson,
  summaryStamped,
  bundleSize,
  timeDeadline,
  attestCategory,
  manualCategory,
];
const folderRules: readonly Rule<Case>[] = [materialsNone, fileEmpty, fileJunk];
const noticeRules: readonly Rule<Case>[] = [quotaTogether, quotaPersonTogether, attestNotice, manualNotice];

/** Every check of a folder, passed or not. Pure: the same case gives the same checks. */
export function judgeMaterials(input: Case): readonly Check[] {
  return [
    ...folderRules.flatMap((rule) => rule(input)),
    ...input.materials.items.flatMap((item) => judgeItem(input, item)),
    ...(input.materials.tables ?? []).flatMap((table) => judgeParts(input, table, tableRules)),
    ...input.notice.categories.flatMap((category) => judgeCategory(input, category)),
    ...noticeRules.flatMap((rule) => rule(input)),
  ];
}

function judgeItem(input: Case, item: Item): readonly Check[] {
  const itemCase = caseOf(input, item);
  return [...judgeParts(input, item, partRules), ...itemRules.flatMap((rule) => rule(itemCase))];
}

function judgeParts(input: Case, item: Item, rules: readonly Rule<PartCase>[]): readonly Check[] {
  const itemCase = caseOf(input, item);
  return item.parts.flatMap((part) => {
    // Made once: of thousands of files, each is shown to some sixty rules.
    const partCase = { ...itemCase, part, media: mediaRulesOf(part, itemCase.category, input.notice) };
    return rules.flatMap((rule) => rule(partCase));
  });
}

function caseOf(input: Case, item: Item): ItemCase {
  const category = input.notice.categories.find(({ id }) => id === item.category);
  return { ...input, item, ...(category && { category }) };
}

function judgeCategory(input: Case, category: Category): readonly Check[] {
  const items = input.materials.items.filter((item) => item.category === category.id);
  const categoryCase = { ...input, category, items };
  return categoryRules.flatMap((rule) => rule(categoryCase));
}
