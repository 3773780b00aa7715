import * as z from 'zod';

/**
 * What a schema of a notice takes, for those who describe it to others. Most of these schemas read by a function of
 * their own, which nothing can look into: each says here what its function takes.
 */
export type Shape =
  | MapShape
  /** Keys that the writer chooses (`rest`), or that there are; under each of them `null` takes something away. */
  | { readonly kind: 'entries'; readonly known: SchemaByKey; readonly rest?: z.ZodType }
  /** One, or several in brackets. */
  | { readonly kind: 'list'; readonly entry: z.ZodType }
  | { readonly kind: 'words'; readonly words: readonly (string | boolean)[] }
  /** Words of a trade, written in capitals or not. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** Written as one of these says; a plain number, too, where its digits are. */
  | { readonly kind: 'figure'; readonly patterns: readonly RegExp[] }
  /** Text as one of these says. */
  | { readonly kind: 'line'; readonly patterns: readonly RegExp[] }
  | { readonly kind: 'whole'; readonly min: number; readonly max?: number }
  | { readonly kind: 'either'; readonly of: readonly z.ZodType[] }
  | StatedShape;

export type SchemaByKey = Readonly<Record<string, z.ZodType>>;

export interface MapShape {
  readonly kind: 'map';
  readonly keys: SchemaByKey;
  /** At least one of these is there. */
  readonly some?: readonly string[];
  /** Never all of one of these together. */
  readonly apart?: readonly (readonly string[])[];
  /** What a key takes, by the word that stands under another one. */
  readonly cases?: { readonly by: string; readonly of: Readonly<Record<string, SchemaByKey>> };
}

/** A value, bare or with its weight beside it; where the value is a map, among its own keys. */
export interface StatedShape {
  readonly kind: 'stated';
  readonly value: z.ZodType;
  readonly ownKeys: readonly string[];
  readonly weight: z.ZodType;
  /** Several may hold at once. */
  readonly several: boolean;
}

const shapes = new WeakMap<z.core.$ZodType, Shape>();

/** The same schema, its shape known. */
export function shaped<S extends z.ZodType>(schema: S, shape: Shape): S {
  shapes.set(schema, shape);
  return schema;
}

/** Of a refined schema, that of the one it was made of. */
export function shapeOf(schema: z.core.$ZodType): Shape | undefined {
  const { parent } = schema._zod;
  return shapes.get(schema) ?? (parent && shapeOf(parent));
}

/** A map of which more is known than its keys. */
export function narrowed<S extends z.ZodType>(schema: S, more: Pick<MapShape, 'some' | 'apart'>): S {
  const shape = shapeOf(schema);
  return shape?.kind === 'map' ? shaped(schema, { ...shape, ...more }) : schema;
}

/** Reads with a function of one's own what is written in the way that `shape` says. */
export function reading<T>(
  shape: Shape,
  read: (input: unknown, context: z.RefinementCtx) => T,
): z.ZodType<T> {
  return shaped(z.unknown().transform(read), shape);
}
