// A form on its way: its button says so, keeps the focus, and cannot send twice.
import { accepted } from "./fields";

const words = new WeakMap<HTMLElement, ChildNode[]>();

window.addEventListener("submit", event => {
  if (!(event.target instanceof Element) || event.target.getAttribute("aria-busy") !== "true") return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

document.addEventListener("turbo:submit-start", ({ detail: { formSubmission: { submitter } } }) => {
  if (!submitter) return;
  submitter.setAttribute("aria-busy", "true");
  if (!submitter.dataset.busy) return;
  words.set(submitter, [...submitter.childNodes]);
  submitter.replaceChildren(submitter.dataset.busy);
});

document.addEventListener("turbo:submit-end", event => {
  const { formSubmission: { submitter, method }, success } = event.detail;
  if (submitter) {
    submitter.removeAttribute("aria-busy");
    const before = words.get(submitter);
    if (before) submitter.replaceChildren(...before);
    words.delete(submitter);
  }
  const form = event.target;
  if (!success || method.toLowerCase() === "get" || !(form instanceof HTMLFormElement)) return;
  // Accepted: the page that comes back may replace it all, and what it was sent from closes.
  accepted.add(form);
  form.reset();
  form.closest("dialog")?.close();
  form.closest("details.fc-menu")?.removeAttribute("open");
});
