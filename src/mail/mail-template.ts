import { UsageError } from '../model/problems.ts';

/** A template as it was found: `file` is how a person would name it. */
export interface TemplateText {
  readonly file: string;
  readonly text: string;
}

/** What the variables of a template stand for. */
export interface TemplateVariables {
  /** One line each. */
  readonly values: readonly string[];
  /** Several lines: each stands on a line of its own. */
  readonly blocks: readonly string[];
  /** Without them a mail would not say all of what is handed in. */
  readonly needed: readonly string[];
}

export interface Template {
  readonly paragraphs: readonly (readonly TemplateLine[])[];
}

interface TemplateLine {
  /** Literal text and variables by turns, beginning with text. */
  readonly pieces: readonly string[];
}

const VARIABLE = /\{([^{}]*)\}/;

/**
 * `{name}` is a variable; paragraphs are parted by blank lines; a line that begins with `#` is for the reader of the
 * template alone. Fails with a `UsageError` where a variable is not known, is missing, or a brace stands alone.
 */
export function parseTemplate({ file, text }: TemplateText, variables: TemplateVariables): Template {
  const paragraphs: TemplateLine[][] = [[]];
  const found = new Set<string>();
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('#')) continue;
    if (line.trim() === '') paragraphs.push([]);
    else {
      const pieces = line.trimEnd().split(VARIABLE);
      assertPieces(pieces, variables, { file, line: index + 1 });
      pieces.filter(isVariable).forEach((name) => found.add(name));
      paragraphs.at(-1)?.push({ pieces });
    }
  }
  const lacking = variables.needed.find((name) => !found.has(name));
  if (lacking !== undefined) throw missing(lacking, file);
  return { paragraphs: paragraphs.filter((paragraph) => paragraph.length > 0) };
}

/** By turns, beginning with text. */
function isVariable(_: string, index: number): boolean {
  return index % 2 === 1;
}

function assertPieces(
  pieces: readonly string[],
  { values, blocks }: TemplateVariables,
  place: { readonly file: string; readonly line: number },
): void {
  const names = pieces.filter(isVariable);
  const unknown = names.find((name) => !values.includes(name) && !blocks.includes(name));
  if (unknown !== undefined) {
    const known = [...values, ...blocks].map((name) => `{${name}}`).join(' ');
    throw new UsageError(
      {
        zh: `不认识的变量 {${unknown}}；可以用：${known}`,
        en: `unknown variable {${unknown}}; there are: ${known}`,
      },
      place,
    );
  }
  const literals = pieces.filter((_, index) => index % 2 === 0);
  if (literals.some((literal) => /[{}]/.test(literal))) {
    throw new UsageError(
      {
        zh: '大括号 { } 没有成对；正文里要写大括号，请用全角｛｝',
        en: 'a brace stands alone; for a brace itself write ｛｝',
      },
      place,
    );
  }
  const block = names.find((name) => blocks.includes(name));
  if (block !== undefined && (names.length > 1 || literals.some((literal) => literal.trim() !== ''))) {
    throw new UsageError(
      {
        zh: `{${block}} 会展开成好几行，要独占一行`,
        en: `{${block}} becomes several lines and must stand alone on its line`,
      },
      place,
    );
  }
}

function missing(name: string, file: string): UsageError {
  return new UsageError(
    {
      zh: `模板里少了 {${name}}，邮件就说不全报送了什么；请加上，让它独占一行`,
      en: `the template lacks {${name}}, without which the mail does not say what is handed in: add it on a line of its own`,
    },
    { file },
  );
}

/**
 * The filled template, with `\n` and without one at its end. What a value holds is text and never template. Paragraphs
 * whose variables are all empty are left out, and in the others the lines whose variables are all empty.
 */
export function fillTemplate(template: Template, values: Readonly<Record<string, string>>): string {
  const filled = template.paragraphs.map((paragraph) => {
    const names = paragraph.flatMap(({ pieces }) => pieces.filter(isVariable));
    if (isEmpty(names, values)) return '';
    const lines = paragraph.filter(({ pieces }) => !isEmpty(pieces.filter(isVariable), values));
    return lines.map((line) => fillLine(line, values)).join('\n');
  });
  return filled.filter((paragraph) => paragraph !== '').join('\n\n');
}

/** Whether a template speaks of it anywhere. */
export function hasVariable({ paragraphs }: Template, name: string): boolean {
  return paragraphs.some((lines) => lines.some(({ pieces }) => pieces.filter(isVariable).includes(name)));
}

function isEmpty(names: readonly string[], values: Readonly<Record<string, string>>): boolean {
  return names.length > 0 && names.every((name) => (values[name] ?? '') === '');
}

/** A block keeps the indentation of its line. */
function fillLine({ pieces }: TemplateLine, values: Readonly<Record<string, string>>): string {
  const indent = /^\s*/.exec(pieces[0] ?? '')?.[0] ?? '';
  return pieces
    .map((piece, index) =>
      isVariable(piece, index) ? (values[piece] ?? '').replaceAll('\n', `\n${indent}`) : piece,
    )
    .join('')
    .trimEnd();
}
