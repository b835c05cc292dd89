// Space looks into the ticket of the row one is at, beside the list and without leaving it; whoever goes on to another row sees that one.
let panel: HTMLElement | undefined;
let shown = "";
let waiting = 0;

const at = () => document.querySelector<HTMLAnchorElement>(".fc-list tr.is-at a.fc-title, .fc-list tr.is-at a");
const isOpen = () => !!panel?.isConnected;

export function preview() {
  if (isOpen()) close();
  else show();
}

function close() {
  panel?.remove();
  shown = "";
}

async function show() {
  const link = at();
  if (!link || link.pathname === shown) return;
  shown = link.pathname;
  const answer = await fetch(`${shown}/preview`, { headers: { Accept: "text/html" } }).catch(() => undefined);
  if (!answer?.ok || link.pathname !== shown) return;
  panel ??= Object.assign(document.createElement("aside"), { className: "fc-preview" });
  panel.innerHTML = await answer.text();
  panel.setAttribute("aria-label", panel.querySelector("h2")?.textContent ?? "");
  panel.setAttribute("role", "region");
  document.querySelector("#main")?.append(panel);
}

document.addEventListener("focusin", event => {
  if (!isOpen() || !(event.target instanceof Element) || !event.target.closest(".fc-list tbody tr")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => void show(), 80);
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && isOpen() && !document.querySelector("dialog[open]")) close();
});
document.addEventListener("click", event => {
  if (event.target instanceof Element && event.target.closest(".fc-preview [data-close]")) close();
});
// A page put aside and a page refreshed come without it.
document.addEventListener("turbo:before-cache", close);
document.addEventListener("turbo:visit", event => { if (event.detail.action === "advance") close(); });
document.addEventListener("turbo:before-morph-element", event => {
  if (event.detail.currentElement === panel) event.preventDefault();
});
