// A picture that is pasted or dropped into a text stands where the cursor was: <input type=file data-pictures="/uploads"> says where it goes.
import { near } from "./page";

const isPicture = (file: File) => /^image\/(png|jpeg|gif|webp)$/.test(file.type);

/** Takes the pictures among the files, and answers whether all of them were. */
export function pictures(box: HTMLTextAreaElement, files: FileList) {
  const form = box.form, to = form?.querySelector<HTMLInputElement>("[data-pictures]")?.dataset.pictures;
  if (!form || !to || ![...files].every(isPicture)) return false;
  for (const file of files) void put(box, form, to, file);
  return true;
}

async function put(box: HTMLTextAreaElement, form: HTMLFormElement, to: string, file: File) {
  const waiting = `![${file.name.replace(/[[\]]/g, "")}…]()`;
  insert(box, waiting);
  const body = new FormData();
  body.append("_form", form.querySelector<HTMLInputElement>("[name=_form]")!.value);
  body.append("file", file);
  const answer = await fetch(to, { method: "POST", body }).catch(() => undefined);
  const stored = answer?.ok ? await answer.json() as { id: number; name: string; url: string } : undefined;
  replace(box, waiting, stored ? `![${stored.name.replace(/[[\]]/g, "")}](${stored.url})` : "");
  if (!stored) return;
  const kept = form.elements.namedItem("attachments");
  if (kept instanceof HTMLInputElement) kept.value = [...kept.value.split(",").filter(Boolean), stored.id].join(",");
}

function insert(box: HTMLTextAreaElement, text: string) {
  box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  typed(box);
}

function replace(box: HTMLTextAreaElement, before: string, after: string) {
  const at = box.value.indexOf(before);
  if (at < 0) return;
  // A cursor behind it stays behind it: the browser's own way would select what was put in, and the next key would delete it.
  const end = at + before.length, [from, to] = [box.selectionStart, box.selectionEnd].map(place => place >= end ? place + after.length - before.length : Math.min(place, at));
  box.setRangeText(after, at, end);
  box.setSelectionRange(from, to);
  typed(box);
}

const typed = (box: HTMLTextAreaElement) => box.dispatchEvent(new Event("input", { bubbles: true }));

/** The text that one writes in, where the event happened. */
export const boxOf = (event: Event) => near<HTMLTextAreaElement>(event, "textarea");
