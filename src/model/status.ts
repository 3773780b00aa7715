import type { CalendarDate } from './calendar-date.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Deadline, Due, Notice } from './notice.ts';
import type { BundleState } from './send.ts';

/** Where everything stands: by category what is due when, and what became of each bundle. */
export interface Status {
  /** Absolute. */
  readonly outbox: string;
  readonly notice: Pick<Notice, 'id' | 'title'>;
  readonly date: CalendarDate;
  /** Absent where there is no folder of materials. */
  readonly materials?: MaterialsStatus;
  /** Steps for the whole notice that have a day of their own. */
  readonly steps: readonly StatusStep[];
  readonly categories: readonly CategoryStatus[];
  /** Bundles of categories, or of notices, that are not those of the notice. */
  readonly others: readonly BundleStatus[];
  readonly unreadable: readonly string[];
  /** Lines of the ledger that nobody can read. */
  readonly unreadableLines: readonly number[];
}

/** `none`: nothing there yet · `not-checked`: some file is new or has changed since the last check. */
export interface MaterialsStatus {
  readonly kind: 'none' | 'not-checked' | 'judged';
  readonly files: number;
}

/** What lies in the folder of materials for one category, and how many of its musts fail or cannot be judged. */
export interface CategoryMaterials {
  readonly items: number;
  readonly files: number;
  readonly failed: number;
  readonly unknown: number;
}

/** A step by hand with its day. */
export interface StatusStep {
  readonly text: string;
  readonly due: Due;
  /** Negative when past. */
  readonly daysLeft: number;
  /** A person has said that it is done. */
  readonly done?: true;
}

export interface CategoryStatus {
  readonly id: string;
  readonly name: string;
  readonly deadlines: readonly (Deadline & { readonly daysLeft: number })[];
  readonly steps: readonly StatusStep[];
  /** Taken all the year: never overdue. `opensIn`: days until then, where that is still to come. */
  readonly allYear?: { readonly opensIn?: number };
  /** Absent where nothing is there, or not all that is there has been checked. */
  readonly materials?: CategoryMaterials;
  readonly bundles: readonly BundleStatus[];
}

export interface BundleStatus {
  readonly bundle: string;
  readonly categoryName: string;
  readonly date: CalendarDate;
  readonly routeName?: string;
  readonly to?: string;
  readonly state: BundleState;
  /** Mails that the server took, of all mails of the latest round. */
  readonly mails: { readonly sent: number; readonly all: number };
  /** Files in it, the list not counted. */
  readonly files: number;
  readonly last?: LedgerEntry;
}
