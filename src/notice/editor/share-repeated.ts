import type { JsonSchema } from './json-schema-of.ts';

/** Shorter ones read better where they stand. */
const LEAST_CHARACTERS = 240;

/**
 * The same schema, with what it says more than once said once: as a definition that is named after the key it first
 * stands under.
 */
export function shareRepeated(root: JsonSchema): JsonSchema {
  const shared = new Shared(root);
  const { $defs, ...rest } = shared.within(root, 'rule');
  const all = Object.entries({ ...(isMap($defs) ? $defs : {}), ...shared.definitions });
  return { ...rest, $defs: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

class Shared {
  readonly definitions: Record<string, JsonSchema> = {};
  readonly #times = new Map<string, number>();
  readonly #names = new Map<string, string>();
  readonly #taken: Set<string>;

  constructor(root: JsonSchema) {
    this.#count(root);
    this.#taken = new Set(Object.keys(isMap(root['$defs']) ? root['$defs'] : {}));
  }

  /** `key`: under which it stands. */
  within(schema: JsonSchema, key: string): JsonSchema {
    const entries = Object.entries(schema).map(([word, value]): [string, unknown] => [
      word,
      changeInside(word, value, (inner, name) => this.#share(inner, name ?? key)),
    ]);
    return Object.fromEntries(entries);
  }

  #share(schema: JsonSchema, key: string): JsonSchema {
    const { told, rest } = toldApart(schema);
    const text = JSON.stringify(rest);
    if ((this.#times.get(text) ?? 0) < 2) return this.within(schema, key);
    const known = this.#names.get(text);
    const name = known ?? this.#nameAfter(key);
    this.#names.set(text, name);
    if (known === undefined) this.definitions[name] = this.within(rest, key);
    return { ...told, $ref: `#/$defs/${name}` };
  }

  #nameAfter(key: string): string {
    let name = key;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${key}-${number}`;
    this.#taken.add(name);
    return name;
  }

  /** What stands inside of something repeated is repeated with it: it is counted once. */
  #count(schema: JsonSchema): void {
    const { rest } = toldApart(schema);
    const text = JSON.stringify(rest);
    if (text.length >= LEAST_CHARACTERS) {
      const before = this.#times.get(text) ?? 0;
      this.#times.set(text, before + 1);
      if (before > 0) return;
    }
    for (const [word, value] of Object.entries(schema)) {
      changeInside(word, value, (inner) => {
        this.#count(inner);
        return inner;
      });
    }
  }
}

/** Schemas under one word of JSON Schema, each changed; `name`: the key it is for, where it is for one. */
function changeInside(
  word: string,
  value: unknown,
  change: (schema: JsonSchema, name?: string) => JsonSchema,
): unknown {
  if (word === 'properties' || word === '$defs') {
    const entries = Object.entries(isMap(value) ? value : {});
    return Object.fromEntries(
      entries.map(([name, inner]) => [name, isMap(inner) ? change(inner, name) : inner]),
    );
  }
  if (word === 'anyOf' || word === 'allOf') {
    return Array.isArray(value)
      ? value.map((inner: unknown) => (isMap(inner) ? change(inner) : inner))
      : value;
  }
  const isOne = word === 'items' || word === 'additionalProperties' || word === 'then';
  return isOne && isMap(value) ? change(value) : value;
}

/** What is told of a key stays with the key. */
function toldApart(schema: JsonSchema): { readonly told: JsonSchema; readonly rest: JsonSchema } {
  const isTold = ([word]: readonly [string, unknown]) => word === 'description' || word === 'examples';
  const entries = Object.entries(schema);
  return {
    told: Object.fromEntries(entries.filter(isTold)),
    rest: Object.fromEntries(entries.filter((entry) => !isTold(entry))),
  };
}

function isMap(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
