import type { FilmPicture, PagePicture, PartEvidence, Picture } from '../../model/evidence.ts';
import type { Part } from '../../model/materials.ts';
import { baseName } from '../../model/file-name.ts';
import { showName } from '../show-name.ts';
import { clockTime } from '../clock-time.ts';
import { html, jpegAddress, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';
import { timeline } from './timeline.ts';

/** Pictures of one file, each with words for those who do not see it. */
export function evidenceFigures(part: Part, context: PageContext): Markup | undefined {
  const evidence = context.evidence.get(part.path);
  const drawn = evidence && figuresOf(evidence, part, context);
  const silent = evidence?.kind === 'film' ? evidence.silent : undefined;
  const lane = part.facts.video && timeline(part.facts.video, silent, context);
  return drawn === undefined && lane === undefined
    ? undefined
    : html`<div class="evidence">${drawn}${lane}</div>`;
}

function figuresOf(evidence: PartEvidence, part: Part, context: PageContext): Markup | undefined {
  const { labels } = context;
  switch (evidence.kind) {
    case 'photo':
      return html`<figure class="photo">
        ${image(evidence.picture, labels.photo(showName(baseName(part.path))))}
      </figure>`;
    case 'film':
      return html`${strip(evidence.strip, labels.strip, labels.frameAt, 'strip')}${strip(evidence.bands, labels.band, labels.bandAt, 'bands')}`;
    case 'scan':
      return html`<div class="pages">${evidence.shown.map((page) => pageFigure(page, context))}</div>
        <p class="about">${labels.pages(evidence.shown.length, evidence.pages)}</p>`;
    case 'none':
      return html`<p class="about">${labels.noPicture[evidence.reason]}</p>`;
  }
}

function image({ jpeg, width, height }: Picture, words: string): Markup {
  return html`<img
    src="${jpegAddress(jpeg)}"
    width="${width}"
    height="${height}"
    alt="${words}"
    decoding="async"
  />`;
}

function strip(
  pictures: readonly FilmPicture[],
  heading: string,
  words: (time: string) => string,
  look: 'strip' | 'bands',
): Markup | undefined {
  if (pictures.length === 0) return undefined;
  return html`<p class="label">${heading}</p>
    <ul class="${look}">
      ${pictures.map(
        ({ at, picture }) =>
          html`<li>
            <figure>
              ${image(picture, words(clockTime(at)))}
              <figcaption aria-hidden="true">${clockTime(at)}</figcaption>
            </figure>
          </li>`,
      )}
    </ul>`;
}

function pageFigure({ sight, picture }: PagePicture, context: PageContext): Markup {
  const { labels } = context;
  const seen = [
    labels.page(sight.page),
    sight.blank ? labels.blank : labels.seal[sight.seal.state],
    ...(sight.sideways ? [labels.sideways] : []),
  ];
  const words = seen.join(context.language === 'zh' ? '，' : ', ');
  return html`<figure class="page">
    ${picture && html`<div class="sheet">${image(picture, words)}${outline(sight.seal, picture)}</div>`}
    <figcaption>${words}</figcaption>
  </figure>`;
}

/** A frame around what was found, laid over the picture. */
function outline(seal: PagePicture['sight']['seal'], { width, height }: Picture): Markup | undefined {
  if (seal.state === 'absent' || !seal.place) return undefined;
  const { place } = seal;
  const [x, y] = [place.left * width, place.top * height].map(Math.round);
  const [w, h] = [place.width * width, place.height * height].map(Math.round);
  return html`<svg
    class="outline ${seal.state}"
    viewBox="0 0 ${width} ${height}"
    aria-hidden="true"
    focusable="false"
  >
    <rect x="${x}" y="${y}" width="${w}" height="${h}" rx="4" />
  </svg>`;
}
