// details.fc-menu closes as menus do: by a click elsewhere, by Tab out of it, by Esc, and before the page is put aside.
import { all } from "./page";

const close = (stays?: EventTarget | null) => all<HTMLDetailsElement>("details.fc-menu[open]").forEach(menu => {
  if (!(stays instanceof Node && menu.contains(stays))) menu.open = false;
});

document.addEventListener("click", event => close(event.target));
document.addEventListener("focusin", event => close(event.target));
document.addEventListener("turbo:before-cache", () => close());

document.addEventListener("keydown", event => {
  const menu = event.key === "Escape" && all<HTMLDetailsElement>("details.fc-menu[open]").at(-1);
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
  event.preventDefault();
});
