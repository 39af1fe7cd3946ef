/**
 * The first glance: what the program around the page knows already, as text in the frame that the page comes with
 * (src-renderer/index.html). The screens are much code; until it is there, and in its place, this is what one sees.
 */
import type { Glance } from '../../../../src-shared/contract/index.ts';

type Device = Glance['devices'][number];

/** Shows these devices, as soon as the page has room for them, and as long as it has. */
export function showGlance({ devices }: Glance): void {
  latest = devices;
  if (!fill() && document.readyState === 'loading') watch.observe(document, { childList: true, subtree: true });
}

let latest: Glance['devices'] = [];
// The end of the page may come long after this part of it: it is handed over by a program that is busy starting.
const watch = new MutationObserver(() => {
  if (fill()) watch.disconnect();
});

function fill(): boolean {
  const place = document.querySelector('#glance');
  place?.replaceChildren(...latest.map(panel));
  return place !== null;
}

/** For a page that looks different. */
export function removeFrame(): void {
  document.querySelector('.glance')?.remove();
}

function panel({ name, status, figures }: Device): HTMLElement {
  const rows = figures.map(({ label, value }) => part('div', '', [part('dt', '', label), part('dd', '', value)]));
  return part('section', 'glance-panel', [
    part('header', '', [part('h2', '', status), part('p', '', name)]),
    ...(rows.length > 0 ? [part('dl', '', rows)] : []),
  ]);
}

/** A part of the page with a class and either a text or parts of its own. */
function part(tag: string, name: string, content: string | readonly Node[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  if (typeof content === 'string') made.textContent = content;
  else made.append(...content);
  return made;
}
