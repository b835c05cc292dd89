// Helps to write: a row of marks, @@ for a colleague, :: for a text block, ?? for a ticket, tables and links as Markdown when pasted.
import "@github/markdown-toolbar-element";
import "@github/text-expander-element";
import type { TextExpanderChangeEvent } from "./expander";
import { subscribe } from "@github/paste-markdown";
import { all, onPage } from "./page";

const where: Record<string, string> = { "@@": "/suggest/colleagues?q=", "??": "/suggest/ticket-links?q=" };

type Meant = { matched: boolean; fragment?: HTMLElement };

/** What could be meant, as the list that the desk draws; none when there is nothing or nobody answers. */
async function meant(key: string, text: string, on: string | undefined, use: string | undefined): Promise<Meant> {
  // What is meant for notes is not offered in a reply.
  const from = key === "::" ? `${on}/text-blocks?use=${use ?? ""}&q=` : where[key];
  const answer = await fetch(from + encodeURIComponent(text), { headers: { Accept: "text/html" } }).catch(() => undefined);
  if (!answer?.ok) return { matched: false };
  const box = document.createElement("div");
  box.innerHTML = await answer.text();
  const list = box.querySelector<HTMLElement>("ul");
  return list?.children.length ? { matched: true, fragment: list } : { matched: false };
}

let newest: Promise<Meant> | undefined;
// Enter pressed while what is offered is being asked for anew: it means the one that comes, as in the palette.
let asking = false;
let hurried: HTMLTextAreaElement | undefined;

// These do not bubble, but can be caught on their way down.
document.addEventListener("text-expander-change", event => {
  const { key, text, provide } = (event as TextExpanderChangeEvent).detail;
  const on = event.target as HTMLElement;
  // Answers may overtake each other: one to fewer letters must not take away what the last ones found.
  const asked: Promise<Meant> = meant(key, text, on.dataset.on, on.querySelector("textarea")?.name).then(found => newest === asked ? found : newest!);
  provide(newest = asked);
  asking = true;
  hurried = undefined;
  // Later than the element, which shows what was found as soon as it is there.
  void asked.then(() => setTimeout(() => { if (newest === asked) settle(); }));
}, true);

function settle() {
  asking = false;
  const chosen = hurried?.closest("text-expander")?.querySelector<HTMLElement>(".fc-expand [aria-selected=true]");
  if (chosen) chosen.click();
  else hurried?.setRangeText("\n", hurried.selectionStart, hurried.selectionEnd, "end");
  hurried = undefined;
}

document.addEventListener("keydown", event => {
  const box = event.target;
  if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !asking) return;
  if (!(box instanceof HTMLTextAreaElement) || !box.closest("text-expander")?.querySelector(".fc-expand")) return;
  event.preventDefault();
  event.stopPropagation();
  hurried = box;
}, true);

document.addEventListener("text-expander-value", event => {
  const { detail } = event as CustomEvent<{ item: HTMLElement; value: string }>;
  detail.value = detail.item.dataset.value ?? "";
}, true);

// What was put in for somebody counts as typed: it is kept, and no refresh takes it away.
document.addEventListener("text-expander-committed", event => (event.target as Element).querySelector("textarea")?.dispatchEvent(new Event("input", { bubbles: true })), true);

const helped = new WeakSet<Element>();
onPage(() => all<HTMLTextAreaElement>("textarea[data-paste]").forEach(box => {
  if (helped.has(box)) return;
  helped.add(box);
  subscribe(box);
}));
