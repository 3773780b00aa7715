/** A copy that lacks one key. */
export function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const copy = { ...whole };
  Reflect.deleteProperty(copy, key);
  return copy;
}
