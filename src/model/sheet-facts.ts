/** Of an Excel file. */
export interface SheetFacts {
  /** In their order, those that are not shown too. */
  readonly sheets: readonly SheetName[];
  /** 字 in the cells of all sheets; absent where the cells were not read. */
  readonly words?: number;
  /** What the first sheet that is shown begins with, for telling a form from other tables; absent likewise. */
  readonly opening?: string;
}

export interface SheetName {
  readonly name: string;
  readonly hidden?: true;
}
