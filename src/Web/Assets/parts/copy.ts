// <button data-copy="INC-4812" data-copy-title="Labels print blank">: one press copies the number, two the title with it, three the link.
// What was copied is said in [data-say], the page's polite live region.
import { all, near } from "./page";

const patience = 1_500;
let presses = 0;
let last = 0;
let button: HTMLElement | null = null;

function words({ copy = "", copyTitle, copyLink }: DOMStringMap) {
  const link = new URL(copyLink ?? location.pathname, location.href).href;
  return [copy, copyTitle ? `${copy} ${copyTitle}` : copy, link][(presses - 1) % 3];
}

document.addEventListener("click", async event => {
  const pressed = near(event, "[data-copy]");
  // Browsers give the clipboard to secure pages only.
  if (!pressed || !navigator.clipboard) return;
  presses = pressed === button && event.timeStamp - last < patience ? presses + 1 : 1;
  [button, last] = [pressed, event.timeStamp];
  const text = words(pressed.dataset);
  await navigator.clipboard.writeText(text);
  pressed.classList.add("is-copied");
  setTimeout(() => pressed.classList.remove("is-copied"), patience);
  all("[data-say]").forEach(line => { line.textContent = `${pressed.dataset.copied ?? ""} ${text}`.trim(); });
});
