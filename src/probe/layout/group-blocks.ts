import type {
  Aside,
  CharacterLook,
  LayoutBlock,
  LayoutFacts,
  RoleSource,
  StrayLook,
  TextRole,
} from '../../model/layout.ts';
import { assignRoles } from './assign-roles.ts';
import { keyOfLook, mainLook, type LookShare } from './look-shares.ts';
import type { ReadParagraph } from './read-paragraph.ts';
import { looksOther, sketchAll, type Assignment } from './sketch.ts';

type Grouped = Pick<LayoutFacts, 'blocks' | 'strays' | 'asides'>;

/** First words that stand for a paragraph. Characters. */
const OPENING = 20;
const MOST_OPENINGS = 3;
/** Different formats of a document that are told apart; a document with more is told to be unread. */
export const MOST_BLOCKS = 2_000;

/** What is each paragraph, and how is it set: those that are alike told once. */
export function groupBlocks(paragraphs: readonly ReadParagraph[]): Grouped {
  const groups = new Groups();
  const assignments = assignRoles(sketchAll(paragraphs));
  for (const [index, paragraph] of paragraphs.entries()) {
    const assignment = assignments[index];
    if (assignment) groups.add(paragraph, assignment);
  }
  return groups.done();
}

class Groups {
  readonly #blocks = new Map<string, Mutable<LayoutBlock>>();
  readonly #strays = new Map<string, Mutable<StrayLook>>();
  readonly #asides = new Map<string, Mutable<Aside>>();

  add(paragraph: ReadParagraph, assignment: Assignment): void {
    const opening = shorten(paragraph.opening);
    if ('aside' in assignment) {
      const known = this.#asides.get(assignment.aside);
      if (known) known.paragraphs++;
      else this.#asides.set(assignment.aside, { kind: assignment.aside, paragraphs: 1, opening });
      return;
    }
    const { role, by, runIn, mayBe } = assignment;
    if (runIn === true && paragraph.runIn) {
      this.#stretch(paragraph, { role, by, runIn, opening, looks: paragraph.runIn.head });
      const behind = shorten(paragraph.runIn.rest[0]?.opening ?? '');
      this.#stretch(paragraph, { role: 'body', by: 'rest', opening: behind, looks: paragraph.runIn.rest });
      return;
    }
    this.#stretch(paragraph, { role, by, opening, looks: paragraph.looks, ...(mayBe && { mayBe }) });
  }

  done(): Grouped {
    return {
      blocks: [...this.#blocks.values()],
      strays: [...this.#strays.values()],
      asides: [...this.#asides.values()],
    };
  }

  #stretch(paragraph: ReadParagraph, { role, by, runIn, mayBe, opening, looks }: Stretch): void {
    const main = mainLook(looks);
    if (!main) return;
    const format = paragraph.formatIn(main.look);
    const listed = paragraph.listed && role === 'body';
    const key = JSON.stringify([role, by, mayBe, listed, runIn, format]);
    const characters = looks.reduce((sum, share) => sum + share.characters, 0);
    const known = this.#blocks.get(key);
    if (known) {
      known.paragraphs++;
      known.characters += characters;
      if (known.openings.length < MOST_OPENINGS) known.openings = [...known.openings, opening];
    } else if (this.#blocks.size < MOST_BLOCKS) {
      this.#blocks.set(key, {
        role,
        by,
        format,
        ...(mayBe && { mayBe }),
        ...(listed && { listed }),
        ...(runIn && { runIn }),
        paragraphs: 1,
        characters,
        openings: [opening],
      });
    }
    for (const share of looks) if (share !== main && isStray(share, main.look)) this.#stray(role, share);
  }

  #stray(role: TextRole, { look, characters, chinese, opening }: LookShare): void {
    const key = `${role}\n${keyOfLook(look)}`;
    const known = this.#strays.get(key);
    if (known) {
      known.paragraphs++;
      known.characters += characters;
      known.chinese += chinese;
    } else if (this.#strays.size < MOST_BLOCKS) {
      this.#strays.set(key, { role, look, paragraphs: 1, characters, chinese, opening });
    }
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Stretch {
  readonly role: TextRole;
  readonly by: RoleSource;
  readonly runIn?: true;
  readonly mayBe?: TextRole;
  readonly opening: string;
  readonly looks: readonly LookShare[];
}

/** Letters and figures have no Chinese typeface to be wrong. */
function isStray({ look, chinese }: LookShare, main: CharacterLook): boolean {
  if (look.scale !== main.scale) return true;
  return chinese > 0 ? looksOther(look, main) : look.size !== main.size || look.bold !== main.bold;
}

function shorten(text: string): string {
  const bare = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return Array.from(bare).slice(0, OPENING).join('');
}
