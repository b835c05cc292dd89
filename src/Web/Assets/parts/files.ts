// File fields say what was chosen, and take what is pasted or dropped into the text beside them.
import { all, near, onPage } from "./page";
import { boxOf, pictures } from "./pictures";

const inputIn = (form: HTMLFormElement | null | undefined) => form?.querySelector<HTMLInputElement>("input[type=file]");

/** Writes the names into [data-files] of the form. */
function name(input: HTMLInputElement) {
  const names = [...input.files ?? []].map(file => file.name).join(", ");
  all("[data-files]", input.form ?? document).forEach(note => { note.textContent = names; note.title = names; });
}

function add(input: HTMLInputElement, files: FileList) {
  const both = new DataTransfer();
  if (input.multiple) for (const file of input.files ?? []) both.items.add(file);
  for (const file of files) both.items.add(file);
  input.files = both.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function take(event: Event, data: DataTransfer | null) {
  const box = boxOf(event), input = inputIn(box?.form);
  // Copied cells of a table come with a picture of themselves: then the text is meant.
  if (!input || !data?.files.length || data.types.includes("text/plain")) return;
  event.preventDefault();
  if (!pictures(box!, data.files)) add(input, data.files);
}

document.addEventListener("paste", event => take(event, event.clipboardData));
document.addEventListener("drop", event => take(event, event.dataTransfer));
document.addEventListener("change", event => {
  const input = near<HTMLInputElement>(event, "input[type=file]");
  if (input) name(input);
});
document.addEventListener("reset", event => setTimeout(() => {
  const input = inputIn(event.target as HTMLFormElement);
  if (input) name(input);
}));
onPage(() => all<HTMLInputElement>("input[type=file]").forEach(input => { if (input.files?.length) name(input); }));
