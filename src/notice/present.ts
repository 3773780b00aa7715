/** The same object without the keys that hold nothing: an absent key and an undefined one must not differ. */
export function present<T extends object>(object: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

/** The same object without what was taken away. */
export function withoutRemoved<T extends object>(object: { readonly [K in keyof T]: T[K] | null }): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null)) as T;
}
