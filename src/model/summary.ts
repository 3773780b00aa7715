/** What a table of all works can be written as. */
export const SUMMARY_FORMATS = ['xlsx', 'docx'] as const;
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number];

/** What a blank of one is, by its name; undefined where nothing here fills such a file. */
export function blankFormat(template: string): SummaryFormat | undefined {
  return SUMMARY_FORMATS.find((format) => template.toLowerCase().endsWith(`.${format}`));
}

/** 汇总表: one line a work, made when they are packed. */
export interface SummaryRule {
  /** What the notice calls it. */
  readonly name: string;
  readonly annex?: string;
  /** Of its file, without extension: variables {org}, {category}, {date}. */
  readonly file: string;
  /** One file in each of them. */
  readonly formats: readonly SummaryFormat[];
  /** Above the table, with the same variables. */
  readonly heading: string;
  /** Lines between heading and table, which may also ask for {contact}, {phone}, {email}, {count}. */
  readonly above: readonly string[];
  readonly columns: readonly SummaryColumn[];
  /** The notice's own blank (.xlsx or .docx), an absolute path: then this is filled, and heading and lines above are its own. */
  readonly template?: string;
  /** Besides, printed, stamped and scanned by a person. */
  readonly stamped?: true;
  /** `notice`: one table of all categories that want it, the same in each bundle. */
  readonly per: 'category' | 'notice';
}

export interface SummaryColumn {
  readonly title: string;
  /** Text with variables: of a name, of a form, or labels of 作品信息.yaml. Absent: what a form means by the title. */
  readonly value?: string;
  /** May stay empty. */
  readonly optional?: true;
}

/** A table as it is drawn, every cell in words. */
export interface SummaryTable {
  readonly heading: string;
  readonly above: readonly string[];
  readonly head: readonly string[];
  /** One line a work, as many cells as `head`. */
  readonly rows: readonly (readonly string[])[];
}

/** A column of numbers, by its title or its variable. */
export function isNumberColumn(name: string): boolean {
  return /^(?:序号?|编号|seq)$/.test(name);
}
