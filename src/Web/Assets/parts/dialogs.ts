// <button data-open="id"> opens a dialog, [data-close] closes it, dialog[data-show] is open from the start.
import { all, near, onPage } from "./page";

document.addEventListener("click", event => {
  const opener = near(event, "[data-open]");
  const dialog = opener && document.getElementById(opener.dataset.open!);
  if (dialog instanceof HTMLDialogElement) {
    event.preventDefault();
    if (!dialog.open) dialog.showModal();
  }
  const closer = near(event, "dialog [data-close]");
  if (closer) {
    event.preventDefault();
    closer.closest("dialog")?.close();
  }
  // The palette asks for nothing that could be lost, so a click beside it (which falls on the dialog itself) closes it.
  if (event.target instanceof HTMLDialogElement && event.target.matches(".fc-palette")) event.target.close();
});

const showing = new WeakSet<Element>();
onPage(() => all<HTMLDialogElement>("dialog[data-show]").forEach(dialog => {
  if (showing.has(dialog)) return;
  showing.add(dialog);
  if (!dialog.open) dialog.showModal();
}));

// An open dialog in a page put aside would come back without its backdrop.
document.addEventListener("turbo:before-cache", () => all<HTMLDialogElement>("dialog[open]").forEach(dialog => dialog.close()));
