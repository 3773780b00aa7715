import type { Role } from '../model/format.ts';
import type { MediaRules } from '../model/media-rules.ts';
import type {
  Attestation,
  Category,
  FormFieldRule,
  FormSpec,
  InfoField,
  InfoRule,
  Naming,
  PartRule,
  Route,
  Step,
} from '../model/notice.ts';
import type { AnyQuota } from '../model/quota.ts';
import type { Ruled, RuledRanges } from '../model/ruled.ts';
import type { Packing } from '../model/packing.ts';
import type { Place } from '../model/problems.ts';
import type { SummaryRule } from '../model/summary.ts';

/**
 * One notice by itself, every rule with its own weight and source: what is laid over the notice it extends. A key
 * that is absent says nothing; `null` takes away what farther notices say.
 */
export interface Layer {
  readonly source: LayerSource;
  readonly title: string;
  readonly year: number;
  readonly issuer?: string;
  readonly submitter?: string;
  readonly naming?: Ruled<Naming> | null;
  readonly packing?: Ruled<Packing> | null;
  readonly summary?: Ruled<SummaryRule> | null;
  /** Of each work. */
  readonly workSize?: RuledRanges | null;
  readonly media?: Overlay<Role, MediaOverlay>;
  readonly forms?: Overlay<string, FormLayer>;
  readonly routes?: Overlay<string, RouteLayer>;
  readonly categories?: Overlay<string, CategoryLayer>;
  readonly quotas?: readonly GroupQuotaLayer[] | null;
  readonly attestations?: readonly Attestation[] | null;
  readonly steps?: readonly Step[] | null;
}

/** Where a layer comes from, and where in it a key stands. */
export interface LayerSource {
  readonly id: string;
  /** Absolute; what the notice names by a relative path lies from here on. */
  readonly folder: string;
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/** Entries by key, laid over farther ones; `reset` forgets all of those first (the whole block was `null`). */
export interface Overlay<K, V> {
  readonly reset: boolean;
  readonly entries: ReadonlyMap<K, V | null>;
}

/** Every key of a model type, each of which may be taken away. */
export type Partly<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> | null };

export interface MediaOverlay {
  readonly reset: boolean;
  readonly rules: Partly<MediaRules>;
}

export type FormLayer = Partly<Omit<FormSpec, 'id' | 'fields'>> & {
  readonly fields?: Overlay<string, Ruled<FormFieldRule>>;
};
export type RouteLayer = Partly<Omit<Route, 'id' | 'of'>> & {
  readonly of?: readonly Reference<string>[] | null;
};

/** A name used in one place for something defined in another. */
export interface Reference<T> {
  readonly to: T;
  readonly place: Place;
}

/** A quota of several categories together; of all of them where it names none. */
export interface GroupQuotaLayer {
  readonly rule: Ruled<AnyQuota>;
  readonly of?: readonly string[];
  readonly place: Place;
}

/** A part, and what is asked of it beyond what is asked of its role. */
export interface PartLayer {
  readonly rule: Ruled<PartRule>;
  readonly media?: MediaOverlay;
}

export type CategoryLayer = Partly<
  Pick<
    Category,
    | 'name'
    | 'aliases'
    | 'accepts'
    | 'choices'
    | 'workSize'
    | 'workDates'
    | 'naming'
    | 'packing'
    | 'summary'
    | 'deadlines'
    | 'allYear'
    | 'attestations'
    | 'steps'
  >
> & {
  readonly quota?: readonly Ruled<AnyQuota>[] | null;
  readonly parts?: Overlay<string, PartLayer>;
  readonly info?: Overlay<InfoField, readonly Ruled<InfoRule>[]>;
  readonly forms?: readonly Reference<Ruled<string>>[] | null;
  readonly routes?: readonly Reference<string>[] | null;
  readonly media?: Overlay<Role, MediaOverlay>;
};
