// A form that did not get through, or that the desk could not take just now: the page stays as it is with all that was typed, and
// says so ([data-unsent hidden]). Turbo would show the page of the error in its place, or nothing at all.
import { all } from "./page";

const seconds = 15;
let timer = 0;

function show(is: boolean) {
  clearTimeout(timer);
  all("[data-unsent]").forEach(note => { note.hidden = !is; });
  if (is) timer = setTimeout(() => show(false), seconds * 1_000);
}

document.addEventListener("turbo:submit-start", () => show(false));

document.addEventListener("turbo:before-fetch-response", event => {
  if (event.target instanceof HTMLFormElement && event.detail.fetchResponse.serverError) event.preventDefault();
});

document.addEventListener("turbo:submit-end", ({ detail: { error, fetchResponse } }) => show(!!error || !!fetchResponse?.serverError));
