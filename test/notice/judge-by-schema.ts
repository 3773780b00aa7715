type Schema = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a value by a JSON Schema (draft 2020-12), with where; empty: nothing. A keyword that is not here
 * throws: nothing passes because it was not looked at.
 */
export function judgeBySchema(value: unknown, schema: Schema, root: Schema = schema): readonly string[] {
  const at = (path: string, schema: Schema, value: unknown): string[] =>
    Object.entries(schema).flatMap(([word, asked]) => judge(word, asked, value, schema, path));
  const allows = (schema: Schema, value: unknown) => at('', schema, value).length === 0;

  function judge(word: string, asked: unknown, value: unknown, schema: Schema, path: string): string[] {
    const wrong = (is: boolean) =>
      is ? [`${path || '/'}: ${word} ${JSON.stringify(asked).slice(0, 80)}`] : [];
    switch (word) {
      case '$schema':
      case '$defs':
      case 'title':
      case 'description':
      case 'examples':
      case 'then':
        return [];
      case '$ref':
        return at(path, definition(String(asked)), value);
      case 'type':
        return wrong(!isOfType(value, String(asked)));
      case 'enum':
        return wrong(!list(asked).includes(value));
      case 'const':
        return wrong(value !== asked);
      case 'pattern':
        return wrong(typeof value === 'string' && !new RegExp(String(asked), 'u').test(value));
      case 'minLength':
        return wrong(typeof value === 'string' && value.length < Number(asked));
      case 'minimum':
        return wrong(typeof value === 'number' && value < Number(asked));
      case 'maximum':
        return wrong(typeof value === 'number' && value > Number(asked));
      case 'minItems':
        return wrong(Array.isArray(value) && value.length < Number(asked));
      case 'items':
        return Array.isArray(value)
          ? value.flatMap((entry, index) => at(`${path}/${index}`, map(asked), entry))
          : [];
      case 'required':
        return wrong(isMap(value) && !list(asked).every((key) => Object.hasOwn(value, String(key))));
      case 'properties':
        return Object.entries(isMap(value) ? value : {}).flatMap(([key, inner]) =>
          Object.hasOwn(map(asked), key) ? at(`${path}/${key}`, map(map(asked)[key]), inner) : [],
        );
      case 'additionalProperties': {
        const others = Object.entries(isMap(value) ? value : {}).filter(
          ([key]) => !Object.hasOwn(map(schema['properties']), key),
        );
        if (asked === false) return others.map(([key]) => `${path}/${key}: unknown key`);
        return others.flatMap(([key, inner]) => at(`${path}/${key}`, map(asked), inner));
      }
      case 'propertyNames':
        return Object.keys(isMap(value) ? value : {}).flatMap((key) => at(`${path}/${key}`, map(asked), key));
      case 'anyOf':
        return wrong(!list(asked).some((one) => allows(map(one), value)));
      case 'allOf':
        return list(asked).flatMap((one) => at(path, map(one), value));
      case 'not':
        return wrong(allows(map(asked), value));
      case 'if':
        return allows(map(asked), value) ? at(path, map(schema['then']), value) : [];
      default:
        throw new Error(`judgeBySchema: ${word} is not known here`);
    }
  }

  function definition(pointer: string): Schema {
    const found = map(root['$defs'])[pointer.replace('#/$defs/', '')];
    if (!isMap(found)) throw new Error(`judgeBySchema: no ${pointer}`);
    return found;
  }

  return at('', schema, value);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'object') return isMap(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return type === 'null' ? value === null : typeof value === type;
}

export function isMap(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function map(value: unknown): Schema {
  return isMap(value) ? value : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
