// A new ticket asks for the fields of the class and the category that are chosen: <fieldset data-asked='{"category": ["Wi-Fi"]}'>.
import { all, onPage } from "./page";

function ask(form: HTMLFormElement) {
  for (const part of all<HTMLFieldSetElement>("fieldset[data-asked]", form)) {
    const scope = Object.entries(JSON.parse(part.dataset.asked!) as Record<string, string[]>);
    const isAsked = scope.every(([name, named]) => !named.length || named.includes(form.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value ?? ""));
    // What is hidden is not sent: a field that is not asked would be refused.
    part.hidden = part.disabled = !isAsked;
  }
}

document.addEventListener("change", event => {
  const form = event.target instanceof HTMLSelectElement ? event.target.form : null;
  if (form?.querySelector("fieldset[data-asked]")) ask(form);
});

// Behind the drafts: a class that was chosen before comes back with its fields.
onPage(() => all<HTMLFormElement>("form:has(fieldset[data-asked])").forEach(ask));
