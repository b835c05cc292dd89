// News from the desk becomes a refresh of the page, when the page may be refreshed.
import { navigator, renderStreamMessage, session } from "@hotwired/turbo";

let refused = false;
let missed = false;

/** Fetches the page again and morphs it in place. */
function refresh() {
  if (!refused) session.refresh(document.baseURI, { method: "morph", scroll: "preserve" });
}

document.addEventListener("line:news", event => renderStreamMessage(event.detail));
document.addEventListener("line:up", event => event.detail.missed && refresh());

document.addEventListener("turbo:before-stream-render", event => {
  if (event.detail.newStream.getAttribute("action") !== "refresh") return;
  // A page that shows what was wrong with a form stands still until the form is sent again or left.
  if (refused) return event.preventDefault();
  // Turbo drops a refresh that comes during a visit; what it announced may not be on that page yet.
  if (navigator.currentVisit) {
    missed = true;
    event.preventDefault();
  }
});

document.addEventListener("turbo:submit-end", event => { refused = event.detail.success === false; });

document.addEventListener("turbo:load", () => {
  refused = false;
  if (missed) refresh();
  missed = false;
});
