/** Fields usual on 推荐表 and 申报表. A notice may add ids of its own with the labels that mean them. */
export const FORM_FIELDS = [
  ...[
    'unit',
    'title',
    'category',
    'author',
    'presenter',
    'post',
    'contact',
    'phone',
    'email',
    'duration',
    'period',
  ],
  ...['summary', 'awards', 'opinion', 'fillDate', 'remark', 'topic', 'keywords', 'words', 'pages', 'place'],
  ...[
    'leader',
    'members',
    'college',
    'major',
    'className',
    'grade',
    'studentId',
    'workplace',
    'rank',
    'gender',
  ],
  ...['birth', 'ethnicity', 'politics', 'hometown', 'education', 'degree', 'idNumber', 'address', 'postcode'],
] as const;
/** One of FORM_FIELDS, an id of a rarer field, an id that a notice adds, or the form's own words for a blank. */
export type FormField = string;

/** More labels of a field, by its id: `{ title: ['微视频名称'] }`. */
export type FormAliases = Readonly<Record<FormField, readonly string[]>>;

/** `word`: filled, as a file that can be edited · `stamped`: printed, stamped or signed, and scanned. */
export const FORM_COPIES = ['word', 'stamped'] as const;
export type FormCopy = (typeof FORM_COPIES)[number];

/** Where the blank is and how it looks. `kept`: left as it is (seal, opinion, signature, photo, filled already). */
export type SlotKind =
  'cell' | 'below' | 'inline' | 'choice' | 'date' | 'duration' | 'placeholder' | 'control' | 'kept';

export type KeptReason = 'opinion' | 'seal' | 'signature' | 'photo' | 'filled' | 'for-office';
/** Why nobody can say what belongs here. */
export type DoubtReason =
  /** No entry of the dictionary, and no alias. */
  | 'unknown-label'
  /** It asks about another person than the one the data tell of. */
  | 'someone-else'
  /** The same label twice, for different people or things. */
  | 'ambiguous'
  /** A blank within a long text, a contract, a notice. */
  | 'running-text';

export interface FormSlot {
  /** As printed, without spaces, hints and colon. */
  readonly label: string;
  /** Absent: not recognised, see `doubt`. */
  readonly field?: FormField;
  /**
   * No project tells what belongs here: `field` is what the form itself calls the blank (项目编号, 指导教师职称,
   * 日期（第2处）), and only a value said under these words is written.
   */
  readonly own?: true;
  /** Further fields of a label that asks for several (联系人及电话). */
  readonly also?: readonly FormField[];
  readonly kind: SlotKind;
  /** 字 at most. */
  readonly limit?: number;
  /** 左右, 约: the limit is not sharp. */
  readonly limitAbout?: boolean;
  readonly required?: boolean;
  /** The form asks for 无 where there is nothing. */
  readonly noneAsked?: boolean;
  /** Text already there, its beginning. */
  readonly holds?: string;
  /** 字 of all that is there. */
  readonly words?: number;
  /** Texts beside the boxes. */
  readonly options?: readonly string[];
  readonly kept?: KeptReason;
  readonly doubt?: DoubtReason;
}

/** A table with one line a person or work: filled only from lines that a person says, first to last. */
export interface FormRoster {
  readonly columns: readonly string[];
  readonly blankRows: number;
  /** Rows have names too, or no label stands beside the blanks: shown, never filled. */
  readonly grid?: true;
  /** Lines that were written. */
  readonly filledRows?: number;
}

export type FormUnfit =
  'empty' | 'not-docx' | 'old-doc' | 'encrypted' | 'broken' | 'too-large' | 'unsupported';

export interface FormUnreadable {
  readonly kind: 'unreadable';
  readonly cause: FormUnfit;
  /** For a person who looks into the file; not for the secretary. */
  readonly detail: string;
}

export interface WrittenCell {
  /** As printed, without spaces, hints and colon. */
  readonly label: string;
  /** 字. */
  readonly words: number;
}

export interface FormInspected {
  readonly kind: 'form';
  readonly slots: readonly FormSlot[];
  readonly rosters: readonly FormRoster[];
  /** Text beside words that may be a label, though nobody here knows their meaning. */
  readonly others: readonly WrittenCell[];
}
export type FormInspection = FormInspected | FormUnreadable;

/**
 * By field id, or by a label as the form prints it (项目编号), which wins. A day is `2020-07-15`, a duration
 * `12分30秒`; lines of a long text are parted by `\n`. A list has the lines of a roster, each by its columns.
 */
export type FormValues = Readonly<Record<string, string | readonly FormLine[]>>;
export type FormLine = Readonly<Record<string, string>>;

/** Up to how many 字 a limit lets through: “左右” is two in ten more or less. */
export function mostWords(limit: number, about: boolean | undefined): number {
  return about === true ? Math.floor(limit * 1.2) : limit;
}

/** A value longer than its blank asks for, in 字; `about`: the form says 左右. */
export interface OverLimit {
  readonly label: string;
  readonly limit: number;
  readonly actual: number;
  readonly about?: true;
}

export interface FilledSlot {
  readonly slot: FormSlot;
  readonly value: string;
  /** 字, where the form sets a limit and the value is over it: filled all the same, never cut. */
  readonly over?: number;
}

export type SkipReason =
  /** None of the printed options is the value. */
  | 'no-option'
  /** The value does not fit the printed skeleton (a day between 年 月 日, minutes between 分 秒). */
  | 'shape'
  /** A printed year contradicts the value. */
  | 'contradicts'
  /** Text is there already. */
  | 'filled';

export interface SkippedSlot {
  readonly slot: FormSlot;
  readonly reason: SkipReason;
}

/** What reading the filled form back found wrong. */
export type ReadBackProblem =
  | { readonly kind: 'value-missing'; readonly label: string }
  | { readonly kind: 'placeholder-left'; readonly label: string }
  | { readonly kind: 'text-changed'; readonly before: string; readonly after: string }
  | { readonly kind: 'part-changed'; readonly part: string }
  | { readonly kind: 'not-a-document'; readonly detail: string };

/** Lines of a list that no roster takes: none has its columns, several have, or it has too few rows. */
export interface UnplacedList {
  readonly name: string;
  readonly lines: number;
}

export interface FormFilled {
  readonly kind: 'filled';
  readonly bytes: Uint8Array;
  readonly filled: readonly FilledSlot[];
  /** Recognised, and no value given. */
  readonly unfilled: readonly FormSlot[];
  readonly skipped: readonly SkippedSlot[];
  /** Blanks that were not recognised, and those known by their own words alone that nobody said a value for. */
  readonly unknown: readonly FormSlot[];
  readonly rosters: readonly FormRoster[];
  readonly unplaced: readonly UnplacedList[];
}

export type FormFilling =
  FormFilled | FormUnreadable | { readonly kind: 'failed'; readonly problems: readonly ReadBackProblem[] };
