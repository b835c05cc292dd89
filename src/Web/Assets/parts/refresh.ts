// News from the desk becomes a refresh of the page, when the page may be refreshed.
import { navigator, renderStreamMessage } from "@hotwired/turbo";
import { anew } from "./anew";
import { unasked } from "./rows";

let refused = false;
let missed = false;
let sending = 0;
/** The visit that nobody asked for, and what went wrong with it. */
let quiet: typeof navigator.currentVisit;
let known: unknown;
let again = 0;
const pause = 3_000;

// Turbo tells of a form a moment after it was pressed, and a visit that begins in that moment would break it off unseen.
const pressed = () => !!navigator.formSubmission && navigator.formSubmission.state !== "stopped";

/**
 * Fetches the page again and morphs it in place. A visit under way would be broken off by it, and so would a form, whose own news
 * may well be quicker than its answer: then the refresh waits for what follows. Turbo's own refresh waits first and looks never.
 */
function refresh() {
  if (sending || pressed() || navigator.currentVisit) missed = true;
  // A page that shows what was wrong with a form stands still until the form is sent again or left.
  else if (!refused) {
    unasked();
    anew();
    quiet = navigator.currentVisit;
  }
}

/** News that cannot be had just now must not take the page away, with all that was typed on it: it is asked for again a little later. */
function later(event: Event) {
  if (!quiet || quiet !== navigator.currentVisit || event.target !== document.documentElement) return false;
  event.preventDefault();
  quiet.fail();
  clearTimeout(again);
  again = setTimeout(refresh, pause * (0.5 + Math.random()));
  return true;
}

document.addEventListener("turbo:fetch-request-error", event => { if (later(event)) known = event.detail.error; });
document.addEventListener("turbo:before-fetch-response", event => { if (event.detail.fetchResponse.serverError) later(event); });

function catchUp() {
  const due = missed;
  missed = false;
  if (due) refresh();
}

document.addEventListener("line:news", event => renderStreamMessage(event.detail));
document.addEventListener("line:up", event => event.detail.missed && refresh());

document.addEventListener("turbo:before-stream-render", event => {
  if (event.detail.newStream.getAttribute("action") !== "refresh") return;
  event.preventDefault();
  refresh();
});

document.addEventListener("turbo:submit-start", () => { sending++; });

document.addEventListener("turbo:submit-end", event => {
  sending--;
  const { success, fetchResponse } = event.detail;
  // What did not get through was refused by nobody.
  refused = success === false && !!fetchResponse && !fetchResponse.serverError;
  // A form that was accepted leads to a page, and that catches up. One that was broken off leads nowhere, and may itself have broken
  // off the news that was just being fetched.
  if (success) return;
  missed = true;
  catchUp();
});

document.addEventListener("turbo:load", () => {
  refused = false;
  // Turbo still holds the visit that has just ended.
  setTimeout(catchUp);
});

// A visit that another takes the place of is broken off, maybe while its answer is being read; Turbo hands that end to nobody.
window.addEventListener("unhandledrejection", event => {
  if (event.reason === known || event.reason instanceof DOMException && event.reason.name === "AbortError") event.preventDefault();
});
