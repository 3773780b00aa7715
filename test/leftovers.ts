const leftovers: (() => unknown)[] = [];

/** What a helper opened or made for the tests of a file, to be put away when they are over. */
export function putAwayLater(close: () => unknown): void {
  leftovers.push(close);
}

export async function putAllAway(): Promise<void> {
  await Promise.all(leftovers.splice(0).map((close) => close()));
}
