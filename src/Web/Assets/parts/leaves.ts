// <span data-leaves="2026-11-22T10:15:03Z" data-in="leaves in {0} s"> counts down to the moment in which a reply leaves; a message
// that says data-then="gone" goes with it.
import { all, onPage } from "./page";

let ticking = 0;

function tick() {
  const waiting = all("[data-leaves]");
  for (const note of waiting) {
    const left = Math.max(0, Math.ceil((Date.parse(note.dataset.leaves!) - Date.now()) / 1_000));
    if (left === 0 && note.dataset.then === "gone") note.closest(".fc-toast")?.remove();
    else note.lastElementChild!.textContent = note.dataset.in!.replace("{0}", String(left));
  }
  clearTimeout(ticking);
  if (waiting.length) ticking = setTimeout(tick, 500);
}

onPage(tick);
