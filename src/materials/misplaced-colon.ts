/**
 * The commonest slip in YAML written on a Chinese keyboard: “标题：……” or “标题:……” instead of “标题: ……”. The
 * parser only sees that something is wrong further down.
 */
export function misplacedColon(
  text: string,
  keys: readonly string[],
): { line: number; column: number; key: string; problem: string } | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const match = /^\s*([^:：\s]{1,20})\s*(：|:(?=\S))/.exec(line);
    const key = match?.[1]?.replace(/^\uFEFF/, '');
    const colon = match?.[2];
    if (!match || !key || !colon || !keys.includes(key.toLowerCase())) continue;
    const problem =
      colon === '：'
        ? `“${key}”后面是中文冒号，请改为英文冒号加一个空格：“${key}: ”`
        : `“${key}:”的冒号后面要加一个空格`;
    return { line: index + 1, column: match[0].length, key, problem };
  }
  return undefined;
}
