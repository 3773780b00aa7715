import type { CalendarDate } from './calendar-date.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Deadline, Notice } from './notice.ts';
import type { BundleState } from './send.ts';

/** Where everything stands: by category what is due when, and what became of each bundle. */
export interface Status {
  /** Absolute. */
  readonly outbox: string;
  readonly notice: Pick<Notice, 'id' | 'title'>;
  readonly date: CalendarDate;
  readonly categories: readonly CategoryStatus[];
  /** Bundles of categories, or of notices, that are not those of the notice. */
  readonly others: readonly BundleStatus[];
  readonly unreadable: readonly string[];
  /** Lines of the ledger that nobody can read. */
  readonly unreadableLines: readonly number[];
}

export interface CategoryStatus {
  readonly id: string;
  readonly name: string;
  readonly deadlines: readonly (Deadline & { readonly daysLeft: number })[];
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
