// Lists never move under the pointer. A refresh that nobody asked for (news from the desk) changes rows where they stand, greys
// those that are gone, and keeps new ones behind a chip in #news: 'data-words="{0} new · show"'.
import { anew } from "./anew";
import { all, near } from "./page";

let asked = true;
/** The next page is news: what stands stays where it is. */
export const unasked = () => { asked = false; };

const listOf = (root: ParentNode) => root.querySelector<HTMLTableSectionElement>("table[data-rows] tbody");
const busy = (row: Element) => row.contains(document.activeElement) || !!row.querySelector("input:checked");

document.addEventListener("turbo:before-morph-element", event => {
  const now = event.detail.currentElement, next = event.detail.newElement;
  // What was just done is still being told.
  if (!asked && now instanceof HTMLElement && now.matches(".fc-toast") && !next) return event.preventDefault();
  if (asked || !(now instanceof HTMLElement) || now !== listOf(document) || !next) return;
  event.preventDefault();
  const fresh = new Map(all("tr[id]", next).map(row => [row.id, row]));
  let changed = 0;
  for (const row of all("tr[id]", now)) {
    const same = fresh.get(row.id);
    fresh.delete(row.id);
    row.classList.toggle("is-gone", !same);
    if (same && same.dataset.version !== row.dataset.version && !busy(row)) {
      row.innerHTML = same.innerHTML;
      row.dataset.version = same.dataset.version;
      changed++;
    }
  }
  tell(fresh.size);
});

// The place of the chip is permanent: no page that comes empties it.
function tell(count: number) {
  const place = document.getElementById("news");
  if (!place) return;
  const chip = place.querySelector("button") ?? document.createElement("button");
  chip.type = "button";
  chip.className = "fc-chip is-live";
  chip.dataset.news = chip.dataset.hotkey = ".";
  chip.textContent = (place.dataset.words ?? "{0}").replace("{0}", String(count));
  place.replaceChildren(...(count > 0 ? [chip] : []));
}

document.addEventListener("turbo:render", () => { if (asked) tell(0); });
document.addEventListener("turbo:load", () => { asked = true; });
document.addEventListener("click", event => {
  if (!near(event, "[data-news]")) return;
  asked = true;
  tell(0);
  anew();
});
