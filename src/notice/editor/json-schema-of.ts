import * as z from 'zod';
import { ID } from '../key-maps.ts';
import { shapeOf, type MapShape, type SchemaByKey, type Shape, type StatedShape } from '../shape.ts';
import { patternText } from './pattern-text.ts';

/** JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** From the definition they stand in down to a key; `*` for keys that the writer chooses. */
export type KeyPath = readonly string[];

export interface Naming {
  /** Schemas that become definitions of their own. */
  readonly names: ReadonlyMap<z.ZodType, string>;
  /** What an editor tells of a key. */
  readonly tell: (path: KeyPath) => JsonSchema;
}

/** What a schema takes, as a root with the definitions that it leans on. */
export function jsonSchemaOf(root: z.ZodType, naming: Naming): JsonSchema {
  const definitions = new Map<string, JsonSchema>();
  const schema = new Walk(naming, definitions).of(root, []);
  return { ...schema, $defs: Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** A walk over schemas; a definition is written once, where it is first met. */
class Walk {
  readonly #naming: Naming;
  readonly #definitions: Map<string, JsonSchema>;

  constructor(naming: Naming, definitions: Map<string, JsonSchema>) {
    this.#naming = naming;
    this.#definitions = definitions;
  }

  of(schema: z.ZodType, path: KeyPath): JsonSchema {
    const name = this.#naming.names.get(schema);
    return name === undefined
      ? this.#inPlace(schema, path)
      : this.#define(name, () => this.#inPlace(schema, [name]));
  }

  #define(name: string, write: () => JsonSchema): JsonSchema {
    if (!this.#definitions.has(name)) {
      this.#definitions.set(name, {});
      this.#definitions.set(name, write());
    }
    return { $ref: `#/$defs/${name}` };
  }

  #inPlace(schema: z.ZodType, path: KeyPath): JsonSchema {
    const shape = shapeOf(schema);
    return shape ? this.#ofShape(shape, path) : this.#ofZod(schema, path);
  }

  #ofShape(shape: Shape, path: KeyPath): JsonSchema {
    switch (shape.kind) {
      case 'map':
        return this.#map(shape, {}, path);
      case 'entries':
        return this.#entries(shape.known, shape.rest, path);
      case 'list': {
        const entry = this.of(shape.entry, path);
        return anyOf([entry, { type: 'array', items: entry, minItems: 1 }]);
      }
      case 'words':
        return { enum: shape.words };
      case 'names':
        return anyOf([{ enum: shape.names }, { type: 'string', pattern: anyCase(shape.names) }]);
      case 'figure':
        return figure(shape.patterns);
      case 'line':
        return { type: 'string', pattern: onePattern(shape.patterns) };
      case 'whole':
        return {
          type: 'integer',
          minimum: shape.min,
          ...(shape.max !== undefined && { maximum: shape.max }),
        };
      case 'either':
        return anyOf(shape.of.map((one) => this.of(one, path)));
      case 'stated':
        return this.#stated(shape, path);
    }
  }

  #ofZod(schema: z.ZodType, path: KeyPath): JsonSchema {
    if (schema instanceof z.ZodOptional) return this.of(asSchema(schema.unwrap()), path);
    if (schema instanceof z.ZodExactOptional) return this.of(asSchema(schema.unwrap()), path);
    if (schema instanceof z.ZodNullable) return orNull(this.of(asSchema(schema.unwrap()), path));
    if (schema instanceof z.ZodPipe) return this.of(asSchema(schema.in), path);
    if (schema instanceof z.ZodUnion)
      return anyOf(schema.options.map((option) => this.of(asSchema(option), path)));
    if (schema instanceof z.ZodArray)
      return { type: 'array', items: this.of(asSchema(schema.element), path) };
    const told = Object.entries(z.toJSONSchema(schema, { io: 'input' }));
    const plain = told.filter(([word]) => word !== '$schema' && word !== 'pattern' && word !== 'allOf');
    const patterns = patternsOf(schema);
    return { ...Object.fromEntries(plain), ...(patterns.length > 0 && { pattern: onePattern(patterns) }) };
  }

  #entries(known: SchemaByKey, rest: z.ZodType | undefined, path: KeyPath): JsonSchema {
    return {
      type: 'object',
      ...(rest && { propertyNames: { pattern: patternText(ID) } }),
      properties: this.#properties(known, path, orNull),
      additionalProperties: rest ? orNull(this.of(rest, [...path, '*'])) : false,
    };
  }

  #properties(
    keys: SchemaByKey,
    path: KeyPath,
    change: (schema: JsonSchema) => JsonSchema = (schema) => schema,
  ): JsonSchema {
    return Object.fromEntries(
      Object.entries(keys).map(([key, schema]) => {
        const at = [...path, key];
        return [key, { ...this.#naming.tell(at), ...change(this.of(schema, at)) }];
      }),
    );
  }

  #map({ keys, some, apart = [], cases }: MapShape, weight: SchemaByKey, path: KeyPath): JsonSchema {
    const required = Object.keys(keys).filter((key) => keys[key]?._zod.optin !== 'optional');
    const rules: JsonSchema[] = [
      ...(some ? [{ anyOf: some.map((key) => ({ required: [key] })) }] : []),
      ...apart.map((together) => ({ not: { required: together } })),
      ...Object.entries(cases?.of ?? {}).map(([word, under]) => ({
        if: { properties: { [cases?.by ?? '']: { const: word } }, required: [cases?.by ?? ''] },
        then: { properties: this.#properties(under, path) },
      })),
    ];
    return {
      type: 'object',
      properties: this.#properties({ ...keys, ...weight }, path),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
      ...(rules.length > 0 && { allOf: rules }),
    };
  }

  /** `null` takes a rule away; a map has to be told from the value that is a map itself by its keys. */
  #stated({ value, ownKeys, weight, several }: StatedShape, path: KeyPath): JsonSchema {
    const weighing = mapsOf(weight)[0]?.keys ?? {};
    const bare = bareOf(value).map((one) => this.of(one, path));
    const own = ownKeys.length === 0 ? [] : mapsOf(value).map((map) => this.#map(map, weighing, path));
    const wrapped = this.#map({ kind: 'map', keys: { value } }, weighing, path);
    const one = anyOf([...bare, ...own, wrapped]);
    if (!several) return orNull(one);
    return anyOf([one, { type: 'array', items: orNull(one) }, { type: 'null' }]);
  }
}

/** The maps among what a schema takes. */
function mapsOf(schema: z.ZodType): readonly MapShape[] {
  const shape = shapeOf(schema);
  if (shape?.kind === 'map') return [shape];
  if (shape?.kind === 'either') return shape.of.flatMap(mapsOf);
  return schema instanceof z.ZodPipe ? mapsOf(asSchema(schema.in)) : [];
}

/** What else it takes. */
function bareOf(schema: z.ZodType): readonly z.ZodType[] {
  const shape = shapeOf(schema);
  if (shape?.kind === 'map') return [];
  if (shape?.kind === 'either') return shape.of.flatMap(bareOf);
  return schema instanceof z.ZodPipe && mapsOf(schema).length > 0 ? [] : [schema];
}

/** With their flags, which zod's own JSON Schema leaves out. */
function patternsOf(schema: z.ZodType): readonly RegExp[] {
  return (schema.def.checks ?? []).flatMap(({ _zod: { def } }) =>
    'pattern' in def && def.pattern instanceof RegExp ? [def.pattern] : [],
  );
}

/** zod types what a schema is made of by its core alone; every schema here is a whole one. */
function asSchema(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new Error(`jsonSchemaOf: no schema of zod (${schema._zod.def.type})`);
}

function orNull(schema: JsonSchema): JsonSchema {
  return anyOf([schema, { type: 'null' }]);
}

/** Alternatives within alternatives are alternatives. */
function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const flat = schemas.flatMap((schema) => {
    const { anyOf: inner, ...rest } = schema;
    return Array.isArray(inner) && Object.keys(rest).length === 0 ? (inner as JsonSchema[]) : [schema];
  });
  const [only] = flat;
  return only && flat.length === 1 ? only : { anyOf: flat };
}

function figure(patterns: readonly RegExp[]): JsonSchema {
  const written = { type: 'string', pattern: onePattern(patterns) };
  const takes = (digits: string) => patterns.some((pattern) => pattern.test(digits));
  if (!takes('1')) return written;
  return anyOf([written, { type: 'number', ...(!takes('-1') && { minimum: 0 }) }]);
}

function onePattern(patterns: readonly RegExp[]): string {
  return patterns.map(patternText).join('|');
}

function anyCase(names: readonly string[]): string {
  const words = names.map((name) => name.replaceAll('.', String.raw`\.`)).join('|');
  return patternText(new RegExp(`^(?:${words})$`, 'i'));
}
