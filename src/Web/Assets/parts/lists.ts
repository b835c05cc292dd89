// Lists: how many rows are ticked, tick all, and the row one is at (it holds the focus).
import { all, onPage } from "./page";

const boxes = () => all<HTMLInputElement>(".fc-list tbody input[type=checkbox]");
const items = ".fc-list tbody tr, .fc-now > li, .fc-news > section";
const rows = () => all(items).filter(row => row.querySelector("a") && row.checkVisibility());
let lastTicked: HTMLInputElement | undefined;

// The words are the page's: data-tally="{0} selected".
function tally() {
  const ticked = boxes().filter(box => box.checked).length;
  all("[data-tally]").forEach(note => { note.textContent = (note.dataset.tally || "{0}").replace("{0}", String(ticked)); });
  all<HTMLInputElement>("[data-check-all]").forEach(box => {
    box.checked = ticked > 0 && ticked === boxes().length;
    box.indeterminate = ticked > 0 && !box.checked;
  });
}

function mark() {
  const row = document.activeElement?.closest(items);
  all(".is-at").filter(other => other.matches(items)).forEach(other => other === row || other.classList.remove("is-at"));
  row?.classList.add("is-at");
}

/** The row with the focus, or else the one that is marked. */
const at = () => rows().findIndex(row => row.classList.contains("is-at"));

const linkOf = (row?: HTMLElement) => row?.querySelector<HTMLElement>("a.fc-title") ?? row?.querySelector<HTMLElement>("a");

export function step(by: number) {
  const list = rows();
  linkOf(list[Math.max(0, Math.min(list.length - 1, at() + by))])?.focus();
}

export const open = () => linkOf(rows()[at()])?.click();

export function tick(range: boolean) {
  const box = rows()[at()]?.querySelector<HTMLInputElement>("input[type=checkbox]");
  if (!box) return;
  const list = boxes(), from = range && lastTicked ? list.indexOf(lastTicked) : -1, to = list.indexOf(box);
  if (from < 0) box.checked = !box.checked;
  else list.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(between => { between.checked = true; });
  lastTicked = box;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("change", event => {
  if (event.target instanceof HTMLInputElement && event.target.matches("[data-check-all]")) {
    const { checked } = event.target;
    boxes().forEach(box => { box.checked = checked; });
  }
  tally();
});
document.addEventListener("reset", () => setTimeout(tally));
document.addEventListener("focusin", event => { if (event.target instanceof Element && event.target.closest(items)) mark(); });
onPage(() => { tally(); mark(); });
