import { OneBranch } from '../word/one-branch.ts';
import { attribute, type XmlElement, type XmlHandler } from '../word/parse-xml.ts';
import { relationshipId } from '../word/relationships.ts';
import { TextStory } from '../word/text-story.ts';
import { PRESENTATION } from './read-presentation.ts';

/** What PowerPoint fills in itself: the slide's number, today's date. */
const FILLED_IN = /^(?:slidenum|datetime)/;
const PLAYED = new Set(['videoFile', 'audioFile', 'wavAudioFile', 'quickTimeFile', 'audioCd']);

/** A picture on a slide, by what its `r:embed` and `r:link` name. */
export interface ShownBlip {
  readonly embed?: string;
  readonly link?: string;
}

/** Reads one slide, or the notes below one: its text, its pictures, whether it is shown. ECMA-376-1, 19.3.1.38 */
export class SlideReader implements XmlHandler {
  readonly story = new TextStory();
  readonly blips: ShownBlip[] = [];
  /** Name of the outermost element; empty where it is none of a presentation's. */
  root = '';
  hidden = false;

  readonly #path: string[] = [];
  readonly #branch = new OneBranch();
  #skipping = 0;
  /** Inside a p:pic that plays something: its picture is only what stands there meanwhile. */
  #isPlayed = false;

  open(element: XmlElement): void {
    if (this.#path.length === 0 && PRESENTATION.test(element.uri)) {
      this.root = element.local;
      this.hidden = ['0', 'false'].includes(attribute(element, 'show') ?? '');
    }
    this.#path.push(element.local);
    if (this.#skipping > 0 || this.#branch.isOther(element) || isFilledIn(element)) this.#skipping++;
    else if (element.local === 'br') this.story.add('\n');
    else if (element.local === 'tab') this.story.add('\t');
    else this.#openPicture(element);
  }

  text(text: string): void {
    if (this.#skipping === 0 && this.#path.at(-1) === 't') this.story.add(text);
  }

  close(element: XmlElement): void {
    this.#path.pop();
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    this.#branch.close(element);
    if (element.local === 'p') this.story.add('\n');
    if (element.local === 'tc') this.story.endCell();
  }

  #openPicture(element: XmlElement): void {
    if (element.local === 'pic') this.#isPlayed = false;
    if (PLAYED.has(element.local)) this.#isPlayed = true;
    if (element.local !== 'blip' || this.#isPlayed) return;
    const [embed, link] = [relationshipId(element, 'embed'), relationshipId(element, 'link')];
    if (embed === undefined && link === undefined) return;
    this.blips.push({ ...(embed !== undefined && { embed }), ...(link !== undefined && { link }) });
  }
}

function isFilledIn(element: XmlElement): boolean {
  return element.local === 'fld' && FILLED_IN.test(attribute(element, 'type') ?? '');
}
