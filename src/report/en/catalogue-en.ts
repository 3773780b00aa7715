import type { Catalogue } from '../wording.ts';
import { bylineWordsEn } from './byline-words-en.ts';
import { captionWordsEn } from './caption-words-en.ts';
import { fileWordsEn } from './file-words-en.ts';
import { formWordsEn } from './form-words-en.ts';
import { itemWordsEn } from './item-words-en.ts';
import { nameWordsEn } from './name-words-en.ts';
import { layoutWordsEn } from './layout-words-en.ts';
import { noticeWordsEn } from './notice-words-en.ts';
import { packingWordsEn } from './packing-words-en.ts';
import { personQuotaWordsEn } from './person-quota-words-en.ts';
import { photoWordsEn } from './photo-words-en.ts';
import { pictureSizeWordsEn } from './picture-size-words-en.ts';
import { loudnessWordsEn } from './loudness-words-en.ts';
import { pictureWordsEn } from './picture-words-en.ts';
import { slidesWordsEn } from './slides-words-en.ts';
import { soundWordsEn } from './sound-words-en.ts';
import { textContentWordsEn } from './text-content-words-en.ts';
import { textWordsEn } from './text-words-en.ts';
import { videoProfileWordsEn } from './video-profile-words-en.ts';
import { videoQualityWordsEn } from './video-quality-words-en.ts';
import { videoWordsEn } from './video-words-en.ts';
import { workSizeWordsEn } from './work-size-words-en.ts';

export const catalogueEn: Catalogue = {
  ...fileWordsEn,
  ...videoWordsEn,
  ...videoProfileWordsEn,
  ...videoQualityWordsEn,
  ...soundWordsEn,
  ...pictureSizeWordsEn,
  ...pictureWordsEn,
  ...loudnessWordsEn,
  ...photoWordsEn,
  ...slidesWordsEn,
  ...captionWordsEn,
  ...textWordsEn,
  ...layoutWordsEn,
  ...textContentWordsEn,
  ...bylineWordsEn,
  ...formWordsEn,
  ...itemWordsEn,
  ...nameWordsEn,
  ...workSizeWordsEn,
  ...personQuotaWordsEn,
  ...packingWordsEn,
  ...noticeWordsEn,
};
