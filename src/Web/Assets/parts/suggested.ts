// <div data-suggested="/suggest/classification">: what the desk takes the text of its form to be, while somebody writes it.
import { all } from "./page";

const Longest = 1500;
let waiting = 0;

function value(form: HTMLFormElement, name: string) {
  return (form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)?.value ?? "").trim().slice(0, Longest);
}

document.addEventListener("input", event => {
  const field = event.target;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !["title", "description"].includes(field.name)) return;
  const form = field.form;
  const place = form?.querySelector<HTMLElement>("[data-suggested]");
  if (!form || !place) return;
  clearTimeout(waiting);
  const asked = new URLSearchParams({ title: value(form, "title"), description: value(form, "description") });
  waiting = setTimeout(async () => {
    const answer = await fetch(`${place.dataset.suggested}?${asked}`, { headers: { Accept: "text/html" } });
    if (answer.ok && value(form, "title") === asked.get("title")) place.innerHTML = await answer.text();
  }, 500);
});

// A button of it fills its field here; without scripts the form comes back with it filled.
document.addEventListener("click", event => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button[data-take]") : null;
  if (!button?.form) return;
  const at = button.value.indexOf(":");
  const select = button.form.querySelector<HTMLSelectElement>(`select[name="${button.value.slice(0, at)}"]`);
  if (!select) return;
  event.preventDefault();
  select.value = button.value.slice(at + 1);
  select.dispatchEvent(new Event("change", { bubbles: true }));
  all<HTMLButtonElement>("button[data-take]", button.parentElement!).forEach(b => b.setAttribute("aria-pressed", String(b === button)));
  select.closest("details")?.setAttribute("open", "");
});
