// A live refresh leaves alone what the person is at work on: touched fields, the field with the cursor, and all that stands open.
import { fieldsOf, isField, isHeld, isTick } from "./fields";
import { all } from "./page";

const open = "dialog[open], details.fc-menu[open], :popover-open";

const holdsWork = (root: Element) =>
  root.matches(open) || !!root.querySelector(open) || [root, ...all("input, select, textarea", root)].some(part => isField(part) && isHeld(part));

// The version travels with the words that were typed against it: so the desk notices on sending that they are stale.
const isVersion = (node: Element): node is HTMLInputElement => node instanceof HTMLInputElement && node.name === "version";

// The answer to a form that was refused brings back all that was typed into it, with the present version and what is wrong.
let sent: HTMLFormElement | undefined;

document.addEventListener("turbo:submit-start", event => { sent = event.target instanceof HTMLFormElement ? event.target : undefined; });
document.addEventListener("turbo:submit-end", event => { if (!event.detail.fetchResponse || event.detail.fetchResponse.serverError) sent = undefined; });
document.addEventListener("turbo:render", () => { sent = undefined; });

function stays(now: Element, next?: Element) {
  // What is offered while one types is no part of the page that comes.
  if (!next) return now.matches(".fc-expand") || holdsWork(now);
  if (now.matches(open) && !sent?.contains(now)) return true;
  // Somebody else took the step that one is at work on: the form stays the form of that step, and the desk says so on sending.
  if (!(sent && now.contains(sent)) && now instanceof HTMLElement && next instanceof HTMLElement && now.dataset.whole !== next.dataset.whole) return holdsWork(now);
  if (sent && (isField(now) || isVersion(now)) && now.form === sent) return false;
  if (isVersion(now)) return !!now.form && fieldsOf(now.form).some(isHeld);
  if (!isField(now) || !isHeld(now)) return false;
  // A tick stays only on its own row; on another's it would choose what nobody chose.
  return !isTick(now) || now.value === next.getAttribute("value");
}

document.addEventListener("turbo:before-morph-element", event => {
  const { currentElement: now, newElement: next } = event.detail;
  if (stays(now, next)) event.preventDefault();
  // Another fold in the place of one that is over comes as the page opens it.
  else if (now instanceof HTMLDetailsElement && next instanceof HTMLDetailsElement && now.id !== next.id) now.open = next.open;
});

// Opening and closing is the person's.
document.addEventListener("turbo:before-morph-attribute", event => {
  if (event.detail.attributeName === "open") event.preventDefault();
});
