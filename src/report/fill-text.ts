/** `{{name}}` stands for a value, which may have several lines; a name without a value for nothing. */
export function fillText(template: string, values: Readonly<Record<string, string>>): string {
  const filled = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  return `${filled.replace(/^(#.*?)[ \t]+$/gm, '$1').trimEnd()}\n`;
}
