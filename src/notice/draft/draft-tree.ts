interface Branch {
  readonly comments: string[];
  value?: string;
  readonly items: { readonly yaml: string; readonly comments: readonly string[] }[];
  readonly children: Map<string, Branch>;
}

/** Nested keys in the order in which they first came up, each value below its comments. */
export class DraftTree {
  readonly #root: Branch = branch();
  readonly #ids = new Map<string, number>();

  add(path: readonly string[], yaml: string, comments: readonly string[]): void {
    const at = this.#at(path);
    at.value = yaml;
    at.comments.push(...comments);
  }

  push(path: readonly string[], yaml: string, comments: readonly string[]): void {
    this.#at(path).items.push({ yaml, comments });
  }

  /** The same id with a number behind it from the second time on. */
  fresh(id: string): string {
    const count = (this.#ids.get(id) ?? 0) + 1;
    this.#ids.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  }

  lines(): readonly string[] {
    return [...this.#root.children].flatMap(([key, child]) => ['', ...linesOf(key, child, '')]);
  }

  #at(path: readonly string[]): Branch {
    return path.reduce((parent, key) => {
      const known = parent.children.get(key) ?? branch();
      parent.children.set(key, known);
      return known;
    }, this.#root);
  }
}

function branch(): Branch {
  return { comments: [], items: [], children: new Map() };
}

function linesOf(
  key: string,
  { comments, value, items, children }: Branch,
  indent: string,
): readonly string[] {
  const deeper = `${indent}  `;
  return [
    ...comments.map((comment) => indent + comment),
    `${indent}${key}:${value === undefined ? '' : ` ${value}`}`,
    ...items.flatMap((item) => [
      ...item.comments.map((comment) => deeper + comment),
      `${deeper}- ${item.yaml}`,
    ]),
    ...[...children].flatMap(([name, child]) => linesOf(name, child, deeper)),
  ];
}
