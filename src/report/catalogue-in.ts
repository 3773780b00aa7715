import type { Language } from '../model/report.ts';
import { catalogueEn } from './en/catalogue-en.ts';
import type { Catalogue } from './wording.ts';
import { catalogueZh } from './zh/catalogue-zh.ts';

const catalogues: Readonly<Record<Language, Catalogue>> = { zh: catalogueZh, en: catalogueEn };

export function catalogueIn(language: Language): Catalogue {
  return catalogues[language];
}
