import type { Catalogue } from '../wording.ts';
import { bylineWordsZh } from './byline-words-zh.ts';
import { captionWordsZh } from './caption-words-zh.ts';
import { fileWordsZh } from './file-words-zh.ts';
import { formWordsZh } from './form-words-zh.ts';
import { itemWordsZh } from './item-words-zh.ts';
import { nameWordsZh } from './name-words-zh.ts';
import { layoutWordsZh } from './layout-words-zh.ts';
import { noticeWordsZh } from './notice-words-zh.ts';
import { packingWordsZh } from './packing-words-zh.ts';
import { personQuotaWordsZh } from './person-quota-words-zh.ts';
import { photoWordsZh } from './photo-words-zh.ts';
import { pictureSizeWordsZh } from './picture-size-words-zh.ts';
import { loudnessWordsZh } from './loudness-words-zh.ts';
import { pictureWordsZh } from './picture-words-zh.ts';
import { slidesWordsZh } from './slides-words-zh.ts';
import { soundWordsZh } from './sound-words-zh.ts';
import { textContentWordsZh } from './text-content-words-zh.ts';
import { textWordsZh } from './text-words-zh.ts';
import { videoProfileWordsZh } from './video-profile-words-zh.ts';
import { videoQualityWordsZh } from './video-quality-words-zh.ts';
import { videoWordsZh } from './video-words-zh.ts';
import { workSizeWordsZh } from './work-size-words-zh.ts';

export const catalogueZh: Catalogue = {
  ...fileWordsZh,
  ...videoWordsZh,
  ...videoProfileWordsZh,
  ...videoQualityWordsZh,
  ...soundWordsZh,
  ...pictureSizeWordsZh,
  ...pictureWordsZh,
  ...loudnessWordsZh,
  ...photoWordsZh,
  ...slidesWordsZh,
  ...captionWordsZh,
  ...textWordsZh,
  ...layoutWordsZh,
  ...textContentWordsZh,
  ...bylineWordsZh,
  ...formWordsZh,
  ...itemWordsZh,
  ...nameWordsZh,
  ...workSizeWordsZh,
  ...personQuotaWordsZh,
  ...packingWordsZh,
  ...noticeWordsZh,
};
